import type { FileFault, TableFormat, TableReading, TableRow } from './table.js';

const MAX_ROWS = 20_000;

/** Turns raw records into a table: the first non-empty line is the heading, empty lines are skipped, numbering stays the sheet's. */
export function tableOf(records: string[][], format: TableFormat): TableReading {
  const lines = records.map((cells, index): TableRow => ({
    row: index + 1,
    cells: cells.map((cell) => cleaned(cell)),
  }));
  const filled = lines.filter((line) => line.cells.some((cell) => cell !== ''));
  const [heading, ...rows] = filled;
  if (!heading) return { ok: false, fault: EMPTY };
  if (heading.cells.filter((cell) => cell !== '').length < 2) return { ok: false, fault: NOT_A_TABLE };
  if (rows.length === 0) return { ok: false, fault: EMPTY };
  if (rows.length > MAX_ROWS) return { ok: false, fault: TOO_LONG };
  return { ok: true, table: { format, headings: withoutTrailingBlanks(heading.cells), rows } };
}

/** No-break and zero-width characters come along when cells are copied from documents; they are never part of a value. */
function cleaned(cell: string): string {
  return cell
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\u00A0/g, ' ')
    .trim();
}

function withoutTrailingBlanks(cells: string[]): string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length -= 1;
  return cells.slice(0, length);
}

const EMPTY: FileFault = {
  code: 'file.empty',
  detail: {
    id: 'Berkas tidak berisi baris data. Isi sekurangnya satu baris di bawah judul kolom.',
    en: 'The file holds no data rows. Fill in at least one row below the headings.',
  },
};

const NOT_A_TABLE: FileFault = {
  code: 'file.not_a_table',
  detail: {
    id: 'Baris pertama bukan judul kolom yang dipisah koma, titik koma, atau tab. Pakai templat roster.',
    en: 'The first line is not a heading separated by comma, semicolon or tab. Use the roster template.',
  },
};

const TOO_LONG: FileFault = {
  code: 'file.too_long',
  detail: {
    id: `Berkas melebihi ${String(MAX_ROWS)} baris. Bagi menjadi beberapa berkas.`,
    en: `The file has more than ${String(MAX_ROWS)} rows. Split it into several files.`,
  },
};
