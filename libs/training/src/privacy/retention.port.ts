import type { AuditDraft } from '#libs/access';
import type { Instant, LocalDate } from '#libs/calendar';

/** What goes by which day: what ended before it. */
export interface EndedBefore {
  participant: LocalDate;
  officialNames: LocalDate;
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
  /** He acted for others not too long ago: his name stays with what he did, and nothing else of his. */
  keepsName: boolean;
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
  /** How many there were to erase. */
  planned: number;
  /** How many are erased by now. */
  persons: number;
  counts: ErasedCounts;
  finishedAt: Instant | null;
}

/** A run as it goes on: what it, or the one that broke off before it, has done. */
export type OpenRun = Pick<RetentionRun, 'id' | 'planned' | 'persons' | 'counts'>;

/** Under which erasing is done. */
export interface Erasing {
  run: string;
  at: Instant;
  /** The entry that says which of the audit were blanked. */
  saying: (entries: number[]) => Promise<AuditDraft>;
}

export interface RetentionStore {
  /** Of these organisations, null for all; in the order of the day on which it ended. */
  ended(before: EndedBefore, orgs: string[] | null, limit: number): Promise<EndedPerson[]>;
  /** Those of them whose period has ended still. */
  stillEnded(
    before: EndedBefore,
    orgs: string[] | null,
    personIds: readonly string[],
  ): Promise<EndedPerson[]>;
  /** What is held on these people, counted. */
  held(personIds: readonly string[]): Promise<ErasedCounts>;
  /** Uploads, audit and requests whose own periods have ended. */
  outdated(before: EndedBefore): Promise<ErasedCounts>;
  /** Entries of logs, their own and others', in which they can be found. */
  entriesWith(people: readonly EndedPerson[]): Promise<EntryToRedact[]>;
  /** In one unit with the run's progress: nobody is erased without being counted, nor counted without being erased. */
  erase(people: readonly EndedPerson[], redacted: number, erasing: Erasing): Promise<OpenRun>;
  eraseOutdated(before: EndedBefore, erasing: Erasing): Promise<OpenRun>;
  /** Comes back with null while a run of whomever goes on; one that a dead process left does not. */
  alone<T>(work: () => Promise<T>): Promise<T | null>;
  /** Takes up the run of the same organisations that broke off, or begins one. */
  begin(run: {
    id: string;
    at: Instant;
    actorId: string;
    orgs: string[] | null;
    reason: string;
    /** Still to be erased. */
    people: number;
  }): Promise<OpenRun>;
  finish(id: string, at: Instant): Promise<void>;
  runs(orgs: string[] | null, limit: number): Promise<RetentionRun[]>;
}
