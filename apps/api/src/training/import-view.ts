import { withOffset, type Zone } from '#libs/calendar';
import type { Locale } from '#libs/platform';
import {
  importAnswerOf,
  type EnrolledRow,
  type Fault,
  type ImportAnswer,
  type ImportBatch,
  type ImportedRow,
  type RowOutcome,
  type SheetWords,
  type UndoLine,
} from '#libs/training';

/** An upload as its history shows it. */
export function importView(batch: ImportBatch, zone: string) {
  const { id, cohortId, kind, fileName, source, status, rows, done, counts, username, stopped, undone } =
    batch;
  const at = (instant: string) => withOffset(instant, zone as Zone);
  return {
    ...{ id, cohort: cohortId, kind, fileName, source, status, total: rows, done, counts, by: username },
    at: at(batch.at),
    finishedAt: batch.finishedAt && at(batch.finishedAt),
    stopped,
    undone: undone && { ...undone, at: at(undone.at) },
  };
}

/** What became of each row, in the shape in which a small upload is answered at once. */
export function importedAnswer({ rows, notes }: ImportBatch, lines: ImportedRow[]): ImportAnswer {
  return importAnswerOf(
    rows,
    lines.flatMap(({ faults }) => faults),
    [...notes, ...lines.flatMap(({ warnings }) => warnings)],
    lines.flatMap(enrolledRow),
  );
}

/** A row of the sheet, whom it is about, and what becomes of it. */
export interface ImportLine {
  row: number;
  nip: string | null;
  name: string | null;
  outcome: RowOutcome;
}

export function answerView(
  { rejected, warnings, ...answer }: ImportAnswer,
  { words, lines }: { words: SheetWords; lines: ImportLine[] },
  locale: Locale,
) {
  const shown = ({ row, column, code, message }: Fault) => ({
    ...{ row, column, code, message: message[locale] },
    /** The sheet's own heading over the column. */
    heading: column === undefined ? null : words.headingOf(column),
  });
  return { ...answer, rejected: rejected.map(shown), warnings: warnings.map(shown), lines };
}

/** What undoing would do about each row, or has done; in `becomes` the former values by the contract's names. */
export function undoneView(lines: readonly UndoLine[], codes: ReadonlyMap<string, string>, locale: Locale) {
  return lines.map(({ row, participantId, journeyId, action, person, enrolment, obstacle }) => {
    const { agencyOrgId, ...held } = enrolment;
    const agency = agencyOrgId === undefined ? {} : { agencyCode: codes.get(agencyOrgId) ?? null };
    return {
      ...{ row, participantId, journeyId, action },
      becomes: { ...person, ...held, ...agency },
      obstacle: obstacle && {
        ...{ code: obstacle.code, column: obstacle.column ?? null },
        message: obstacle.message[locale],
      },
    };
  });
}

function enrolledRow({ row, outcome, participantId, journeyId }: ImportedRow): EnrolledRow[] {
  return outcome === 'rejected' ? [] : [{ row, participantId, journeyId, outcome }];
}
