import type { Bilingual } from '#libs/calendar';
import type { Refused } from '#libs/platform';
import { invalid, type Fault } from '../refusal.js';

/** A sheet as read from a file: whichever format it had, headings and cells of text. */
export interface Sheet {
  /** The sheet's own number of the row with the headings; 1 when left out. */
  headingRow?: number;
  headings: string[];
  rows: { row: number; cells: string[] }[];
}

/** A column of an import: its contract name, what people call it, and whether a sheet may lack it. */
export interface Column {
  name: string;
  required: boolean;
  titles: readonly string[];
}

export interface SheetRow {
  row: number;
  cells: Record<string, string>;
}

/** Headings are compared without case, blanks, punctuation and asterisks: "Tanggal Lahir *" is `tanggallahir`. */
export function headingKey(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^a-z0-9]/g, '');
}

/** Of the file with rejected rows: says why, and is not read when the mended file comes back. */
export const REASON_HEADING: Bilingual = { id: 'Alasan Penolakan', en: 'Reason for Rejection' };

/** Columns that lists have for their readers: running numbers, remarks, and the reasons of an earlier rejection. */
const NOT_READ = ['no', 'nr', 'nomor', 'nomorurut', 'nourut', 'keterangan', 'remarks'].concat(
  [REASON_HEADING.id, REASON_HEADING.en].map((heading) => headingKey(heading)),
);

/** Whether a heading belongs to an import with these columns; the reader finds sheet and heading row by it. */
export function knowsHeading(columns: readonly Column[]): (heading: string) => boolean {
  return (heading) => columnOf(heading, columns) !== null;
}

/** Matches a sheet's headings to the columns of an import; any missing, unknown or doubled heading refuses the whole file. */
export function matchColumns(
  sheet: Sheet,
  columns: readonly Column[],
): { ok: true; rows: SheetRow[] } | Refused {
  const names = sheet.headings.map((heading) => columnOf(heading, columns));
  const errors = [
    ...unknownHeadings(sheet, names),
    ...doubledHeadings(sheet, names),
    ...missingColumns(sheet, names, columns),
  ];
  if (errors.length > 0) return invalid('file.columns', COLUMNS_WRONG, errors);
  const rows = sheet.rows.map(({ row, cells }) => ({ row, cells: named(names, cells) }));
  return { ok: true, rows: rows.filter(({ cells }) => !isExample(cells) && !isBlank(cells)) };
}

/** A template's example says so where a NIP would stand; left in, it is nobody. */
function isExample({ nip = '' }: Record<string, string>): boolean {
  return /^(contoh|example)/i.test(nip);
}

/** Running numbers go on below the last person. */
function isBlank(cells: Record<string, string>): boolean {
  return Object.values(cells).every((text) => text === '');
}

function columnOf(heading: string, columns: readonly Column[]): string | null {
  const key = headingKey(heading);
  return (
    columns.find((column) => [column.name, ...column.titles].some((title) => headingKey(title) === key))
      ?.name ?? null
  );
}

function named(names: (string | null)[], cells: string[]): Record<string, string> {
  const entries = names.flatMap((name, index) =>
    name === null ? [] : [[name, cells[index] ?? ''] as const],
  );
  return Object.fromEntries(entries);
}

function unknownHeadings(sheet: Sheet, names: (string | null)[]): Fault[] {
  return sheet.headings.flatMap((heading, index) => {
    if (names[index] !== null || isNotRead(heading) || (heading === '' && isEmptyColumn(sheet, index)))
      return [];
    return [
      fileFault(
        sheet,
        heading,
        'column.unknown',
        `Kolom "${heading}" tidak dikenal. Hapus atau pakai nama dari templat.`,
        `Column "${heading}" is not known. Remove it or use a name from the template.`,
      ),
    ];
  });
}

function isNotRead(heading: string): boolean {
  return NOT_READ.includes(headingKey(heading));
}

function isEmptyColumn(sheet: Sheet, index: number): boolean {
  return sheet.rows.every(({ cells }) => (cells[index] ?? '') === '');
}

function doubledHeadings(sheet: Sheet, names: (string | null)[]): Fault[] {
  return names.flatMap((name, index) => {
    if (name === null || names.indexOf(name) === index) return [];
    const heading = sheet.headings[index] ?? name;
    return [
      fileFault(
        sheet,
        name,
        'column.duplicated',
        `Kolom "${heading}" (${name}) ada dua kali.`,
        `Column "${heading}" (${name}) occurs twice.`,
      ),
    ];
  });
}

function missingColumns(sheet: Sheet, names: (string | null)[], columns: readonly Column[]): Fault[] {
  return columns
    .filter((column) => column.required && !names.includes(column.name))
    .map((column) =>
      fileFault(
        sheet,
        column.name,
        'column.missing',
        `Kolom ${column.name} ("${column.titles[0] ?? column.name}") tidak ada.`,
        `Column ${column.name} is missing.`,
      ),
    );
}

function fileFault({ headingRow = 1 }: Sheet, column: string, code: string, id: string, en: string): Fault {
  return { path: 'file', row: headingRow, column, code, message: { id, en } };
}

const COLUMNS_WRONG: Bilingual = {
  id: 'Judul kolom berkas tidak sesuai; tidak ada yang disimpan. Perbaiki kolom yang disebut atau pakai templat.',
  en: "The file's headings don't fit; nothing was stored. Correct the columns named below or use the template.",
};
