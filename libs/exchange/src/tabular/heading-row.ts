import type { TableRow } from './table.js';

/** Whether a heading is one that the import looks for. */
export type KnowsHeading = (heading: string) => boolean;

/** Titles, logos and addresses of an office stand above the headings, never more than this. */
const LAST_HEADING_ROW = 20;

export interface HeadingRow {
  line: TableRow | null;
  /** How many of its cells are known headings. */
  score: number;
}

/** The row among the first twenty with most known headings, of equals the first; without any, the first filled row. */
export function headingIn(lines: readonly TableRow[], knows: KnowsHeading): HeadingRow {
  let best: HeadingRow = { line: lines[0] ?? null, score: 0 };
  for (const line of lines) {
    if (line.row > LAST_HEADING_ROW) break;
    const score = line.cells.filter((cell) => cell !== '' && knows(cell)).length;
    if (score > best.score && score > 1) best = { line, score };
  }
  return best;
}

/** Forms number their columns below the headings: (1) (2) (3); and printed lists repeat the headings on each page. */
export function isFurniture(line: TableRow, heading: TableRow): boolean {
  const filled = line.cells.filter((cell) => cell !== '');
  const repeats =
    filled.length > 1 && line.cells.every((cell, column) => cell === (heading.cells[column] ?? ''));
  return repeats || (filled.length > 2 && filled.every((cell, index) => ordinalOf(cell) === index + 1));
}

function ordinalOf(cell: string): number | null {
  const digits = /^\(?(\d{1,2})\)?\.?$/.exec(cell)?.[1];
  return digits === undefined ? null : Number(digits);
}
