import type { AuditActor, AuditData, AuditFilter } from '#libs/access';
import type { Instant } from '#libs/calendar';

/** An act on record with the names that its ids have today; null where nobody bears one any more. */
export interface AuditLine {
  id: string;
  /** The entry, or the journey in whose log it stands: for the record's own eyes. */
  rowId: string;
  at: Instant;
  /** `journeyLog`: a decision on a journey, which stands in the journey's own log and is not kept twice. */
  source: 'audit' | 'journeyLog';
  action: string;
  actor: AuditActor;
  actorName: string | null;
  username: string | null;
  actorOrgName: string | null;
  actingForName: string | null;
  objectKind: string | null;
  objectId: string | null;
  objectName: string | null;
  subject: string | null;
  subjectName: string | null;
  orgName: string | null;
  requestId: string | null;
  /** It is about a participant whom the searcher does not see: nothing tells who. */
  isConcealed: boolean;
  data: AuditData | null;
}

export interface AuditPage {
  limit: number;
  /** The last line of the page before. */
  after: { at: Instant; id: string } | null;
}

/** What ids stand for today: a name, or a role in an organisation. */
export type AuditNames = ReadonlyMap<string, { name: string | null; role: string | null }>;

export interface AuditSearch {
  /** Newest first. */
  find(filter: AuditFilter, page: AuditPage): Promise<AuditLine[]>;
  /** Of people, accounts, roles, organisations, cohorts and journeys; what is nothing of these is left out. */
  namesOf(ids: readonly string[]): Promise<AuditNames>;
  /** Of which entries and journeys whoever asks is told, as the record knows him. */
  shown(rowIds: readonly string[]): Promise<Set<string>>;
}
