import { FILE_FAULTS } from './file-faults.js';
import { headingIn, isFurniture, type KnowsHeading } from './heading-row.js';
import { MOST_ROWS, type TableFormat, type TableReading, type TableRow } from './table.js';

/**
 * Turns filled lines into a table: finds the headings, leaves out what stands above them; numbering stays the sheet's.
 * Headings without a row below them are a table too: whoever knows which headings it needs can say first that they are wrong.
 */
export function tableOf(lines: TableRow[], format: TableFormat, knows: KnowsHeading): TableReading {
  const filled = lines.filter((line) => line.cells.some((cell) => cell !== ''));
  const { line: heading } = headingIn(filled, knows);
  if (!heading) return { ok: false, fault: FILE_FAULTS['file.empty'] };
  if (heading.cells.filter((cell) => cell !== '').length < 2)
    return { ok: false, fault: FILE_FAULTS['file.not_a_table'] };
  const rows = filled.filter((line) => line.row > heading.row && !isFurniture(line, heading));
  if (rows.length > MOST_ROWS) return { ok: false, fault: FILE_FAULTS['file.too_long'] };
  const headings = withoutTrailingBlanks(heading.cells);
  return { ok: true, table: { format, headingRow: heading.row, headings, rows } };
}

function withoutTrailingBlanks(cells: string[]): string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length -= 1;
  return cells.slice(0, length);
}
