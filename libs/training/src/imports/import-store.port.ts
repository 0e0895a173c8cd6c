import type { Caller, PageRequest } from '#libs/access';
import type { Instant } from '#libs/calendar';
import type { FactsDeps } from '../facts/take-in-person.js';
import type { Fault } from '../refusal.js';
import type { RowChanges } from './row-changes.js';
import type { Sheet } from '../roster/sheet.js';

/** Where in a file the rows stood. */
export interface SheetSource {
  format: string;
  sheet?: string;
  headingRow: number;
}

export type ImportKind = 'roster' | 'profiles' | 'facts';
export type ImportStatus = 'running' | 'done' | 'stopped' | 'undone';

/** An upload that was written, or is being written. */
export interface ImportBatch {
  id: string;
  orgId: string;
  cohortId: string;
  kind: ImportKind;
  fileName: string;
  /** What of the file was read; null for uploads from before that was kept. */
  source: SheetSource | null;
  status: ImportStatus;
  /** Rows of the sheet. */
  rows: number;
  /** Rows that are through, whichever way. */
  done: number;
  counts: Record<RowOutcome, number>;
  actorId: string;
  username: string;
  /** Business time of the upload. */
  at: Instant;
  finishedAt: Instant | null;
  /** Why it stopped, in plain words; the row where it did. */
  stopped: { row: number | null; cause: string } | null;
  undone: { at: Instant; by: string; reason: string } | null;
  /** Warnings of the sheet and of rows that were not read. */
  notes: Fault[];
}

export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'rejected';

export interface ImportedRow {
  row: number;
  outcome: RowOutcome;
  participantId: string | null;
  journeyId: string | null;
  faults: Fault[];
  warnings: Fault[];
  /** As the sheet had them; kept of rejected rows only, so that they can be mended. */
  cells: string[] | null;
}

/** Kept before anything is written, so that a process that dies half way forgets nothing. */
export interface ChangesOfRow {
  row: number;
  personId: string;
  journeyId: string | null;
  changes: RowChanges;
}

/** What is needed to go on with a batch whose process died. */
export interface ImportWork {
  id: string;
  kind: ImportKind;
  cohortId: string;
  caller: Caller;
  sheet: Sheet;
  at: Instant;
}

type Origins = FactsDeps['origins'];

export interface ImportStore extends Origins {
  create(
    batch: Pick<
      ImportBatch,
      'id' | 'orgId' | 'cohortId' | 'kind' | 'fileName' | 'source' | 'notes' | 'rows' | 'at' | 'actorId'
    >,
    work: Pick<ImportWork, 'caller' | 'sheet'>,
    changes: ChangesOfRow[],
    leaseUntil: Instant,
  ): Promise<void>;
  byId(id: string): Promise<ImportBatch | null>;
  /** Newest first, after the id of the last one of the page before. */
  ofCohort(cohortId: string, page: PageRequest): Promise<ImportBatch[]>;
  headings(id: string): Promise<string[]>;
  rows(id: string, outcome?: RowOutcome): Promise<ImportedRow[]>;
  recordedRows(id: string): Promise<Set<number>>;
  /** Also says that somebody still works on it. */
  recordRows(id: string, rows: ImportedRow[], leaseUntil: Instant): Promise<void>;
  /** Takes over a running batch that nobody works on any more. */
  takeOver(now: Instant, leaseUntil: Instant): Promise<ImportWork | null>;
  letGo(id: string): Promise<void>;
  finish(id: string, at: Instant): Promise<void>;
  stop(id: string, at: Instant, stopped: NonNullable<ImportBatch['stopped']>): Promise<void>;
}
