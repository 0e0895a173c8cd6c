import type { AccessStore } from '#libs/access';
import { COLUMNS_OF, SheetWords, type ImportAnswer, type ImportKind } from '#libs/training';
import type { ImportLine } from './import-view.js';

interface Told {
  kind: ImportKind;
  headings: readonly string[];
  answer: Pick<ImportAnswer, 'rejected' | 'enrolled'>;
  /** As the sheet had them, where they are still known. */
  cellsOf: (row: number) => readonly string[] | null;
}

/** Each row of a sheet with the one whom it is about: as the sheet says it, or else as he is known. */
export async function linesOf(
  people: Pick<AccessStore, 'personsById'>,
  { kind, headings, answer, cellsOf }: Told,
): Promise<{ words: SheetWords; lines: ImportLine[] }> {
  const words = new SheetWords(headings, COLUMNS_OF[kind]);
  const ids = answer.enrolled.flatMap(({ participantId }) => participantId ?? []);
  const known = new Map((await people.personsById([...new Set(ids)])).map((one) => [one.id, one]));
  const said = (row: number) => words.rowOf(cellsOf(row) ?? []);
  const enrolled = answer.enrolled.map(({ row, participantId, outcome }): ImportLine => {
    const [cells, person] = [said(row), known.get(participantId ?? '')];
    return { row, nip: cells.nip ?? person?.nip ?? null, name: cells.name ?? person?.name ?? null, outcome };
  });
  const rows = new Set(answer.rejected.flatMap(({ row }) => row ?? []));
  const rejected = [...rows].map((row): ImportLine => ({ row, ...said(row), outcome: 'rejected' }));
  return { words, lines: [...enrolled, ...rejected].sort((one, other) => one.row - other.row) };
}
