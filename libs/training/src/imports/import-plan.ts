import type { Fault } from '../refusal.js';
import type { RowChanges } from './row-changes.js';
import type { EnrolledRow, ImportAnswer } from '../roster/import-roster.js';

/** What an upload would do, row by row; nothing is written before `run`. */
export interface ImportPlan {
  /** Rows of the sheet, good and bad. */
  rows: number;
  rejected: Fault[];
  warnings: Fault[];
  work: RowWork[];
  /** Done once for many rows before they run; may be repeated. */
  prepare?: (rows: readonly RowWork[]) => Promise<void>;
  /** What `run` does, for rows of distinct lanes at once and in their order; an error spoils its own row only. */
  runMany?: (rows: readonly RowWork[]) => Promise<(EnrolledRow | Fault | Error)[]>;
}

export interface RowWork {
  row: number;
  /** Work of one lane is done in order, lanes beside each other: two rows about one journey never race. */
  lane: string;
  /** What a dry run says. */
  foreseen: EnrolledRow;
  /** What it changes of a person and an enrolment that were there before; kept, so that it can be undone. */
  changes?: RowChanges;
  /** Writes the row as one unit that may be repeated; a fault when it is refused after all. */
  run: () => Promise<EnrolledRow | Fault>;
}

/** What a dry run answers. */
export function foreseen({ rows, rejected, warnings, work }: ImportPlan): ImportAnswer {
  return answerOf(
    rows,
    rejected,
    warnings,
    work.map((one) => one.foreseen),
  );
}

/** Carries the work out row after row, as the sandbox's loading does. */
export async function carryOut(plan: ImportPlan): Promise<ImportAnswer> {
  const { rows, rejected, warnings, work } = plan;
  await plan.prepare?.(work);
  const outcomes: (EnrolledRow | Fault)[] = [];
  for (const { run } of work) outcomes.push(await run());
  const refused = outcomes.filter(isFault);
  return answerOf(
    rows,
    [...rejected, ...refused],
    warnings,
    outcomes.filter((one): one is EnrolledRow => !isFault(one)),
  );
}

export function isFault(outcome: EnrolledRow | Fault): outcome is Fault {
  return 'code' in outcome;
}

export function answerOf(
  rows: number,
  rejected: Fault[],
  warnings: Fault[],
  enrolled: EnrolledRow[],
): ImportAnswer {
  const byRow = (one: { row?: number }, other: { row?: number }) => (one.row ?? 0) - (other.row ?? 0);
  return {
    rows,
    accepted: enrolled.length,
    rejected: [...rejected].sort(byRow),
    warnings: [...warnings].sort(byRow),
    enrolled: [...enrolled].sort(byRow),
  };
}
