import type { AuditDraft } from '#libs/access';
import type { Instant, LocalDate } from '#libs/calendar';

/** What goes by which day: what ended before it. */
export interface EndedBefore {
  participant: LocalDate;
  imports: Instant;
  audit: Instant;
  requests: Instant;
}

/** Somebody whose period has ended. */
export interface EndedPerson {
  personId: string;
  name: string | null;
  institute: string | null;
  /** The last day of his last journey or certificate. */
  endedOn: LocalDate;
  journeys: number;
}

/** Rows that go or are emptied, by what they are. */
export type ErasedCounts = Record<string, number>;

/** An entry of a log whose data must go. */
export interface EntryToRedact {
  instanceId: string;
  seq: number;
}

export interface RetentionRun {
  id: string;
  at: Instant;
  actorName: string | null;
  reason: string;
  persons: number;
  counts: ErasedCounts;
  finishedAt: Instant | null;
}

export interface RetentionStore {
  /** Of these organisations, null for all; in the order of the day on which it ended. */
  ended(before: LocalDate, orgs: string[] | null, limit: number): Promise<EndedPerson[]>;
  countEnded(before: LocalDate, orgs: string[] | null): Promise<number>;
  /** What is held on these people, counted. */
  held(personIds: readonly string[]): Promise<ErasedCounts>;
  /** Uploads, audit and requests whose own periods have ended. */
  outdated(before: EndedBefore): Promise<ErasedCounts>;
  /** Entries of logs, their own and others', in which they can be found. */
  entriesWith(personIds: readonly string[]): Promise<EntryToRedact[]>;
  /** In one unit, with the entry that says which of the audit were blanked. */
  erase(
    personIds: readonly string[],
    at: Instant,
    saying: (entries: number[]) => Promise<AuditDraft>,
  ): Promise<ErasedCounts>;
  eraseOutdated(
    before: EndedBefore,
    at: Instant,
    saying: (entries: number[]) => Promise<AuditDraft>,
  ): Promise<ErasedCounts>;
  begin(run: {
    id: string;
    at: Instant;
    actorId: string;
    orgs: string[] | null;
    reason: string;
  }): Promise<void>;
  finish(id: string, at: Instant, persons: number, counts: ErasedCounts): Promise<void>;
  runs(orgs: string[] | null, limit: number): Promise<RetentionRun[]>;
}
