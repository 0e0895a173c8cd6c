import { FILE_FAULTS } from '#libs/exchange';
import type { Refused } from '#libs/platform';
import { invalid, type Fault } from '../refusal.js';
import { columnFaults, columnsWrong } from './column-faults.js';
import { headingKey } from './heading-key.js';
import { withoutNotes } from './sheet-notes.js';
import type { Column, Sheet, SheetRow } from './sheet.js';

export interface MatchedSheet {
  ok: true;
  rows: SheetRow[];
  /** Of the sheet, and of rows that were left out or that nobody would have seen. */
  warnings: Fault[];
}

/** Whether a heading belongs to an import with these columns; the reader finds sheet and heading row by it. */
export function knowsHeading(columns: readonly Column[]): (heading: string) => boolean {
  return (heading) => columnOf(heading, columns) !== null;
}

/** The column that each heading means; null for one that means none. */
export function columnNames(headings: readonly string[], columns: readonly Column[]): (string | null)[] {
  return headings.map((heading) => columnOf(heading, columns));
}

/** Matches a sheet's headings to the columns of an import; any missing, unknown or doubled heading refuses the whole file. */
export function matchColumns(sheet: Sheet, columns: readonly Column[]): MatchedSheet | Refused {
  const names = columnNames(sheet.headings, columns);
  const errors = columnFaults(sheet, names, columns);
  if (errors.length > 0) return invalid('file.columns', columnsWrong(sheet, names, columns), errors);
  const { rows, warnings } = withoutNotes(sheet, names);
  const { from1904 = false } = sheet.format ?? {};
  const read = rows
    .map(({ row, cells }) => ({ row, cells: named(names, cells), ...(from1904 && { from1904 }) }))
    .filter(({ cells }) => !isExample(cells) && !isBlank(cells));
  return read.length > 0 ? { ok: true, rows: read, warnings } : invalid('file.empty', EMPTY, [ONLY_HEADINGS]);
}

/** A template's example says so where a NIP would stand; left in, it is nobody. */
function isExample({ nip = '' }: Record<string, string>): boolean {
  return /^(contoh|example)/i.test(nip);
}

/** Running numbers go on below the last person. */
function isBlank(cells: Record<string, string>): boolean {
  return Object.values(cells).every((text) => text === '');
}

/** A heading may also say the same in two languages: "Nama / Name", or one below the other. */
function columnOf(heading: string, columns: readonly Column[]): string | null {
  const whole = namedAs(heading, columns);
  if (whole !== null || !/[/|\n]/.test(heading)) return whole;
  const [first = null, ...rest] = heading.split(/[/|\n]/).map((part) => namedAs(part, columns));
  return rest.every((name) => name === first) ? first : null;
}

function namedAs(heading: string, columns: readonly Column[]): string | null {
  const key = headingKey(heading);
  const isNamed = ({ name, titles }: Column) => [name, ...titles].some((title) => headingKey(title) === key);
  return columns.find(isNamed)?.name ?? null;
}

function named(names: (string | null)[], cells: string[]): Record<string, string> {
  const entries = names.flatMap((name, index) =>
    name === null ? [] : [[name, cells[index] ?? ''] as const],
  );
  return Object.fromEntries(entries);
}

const EMPTY = FILE_FAULTS['file.empty'].detail;
const ONLY_HEADINGS: Fault = { path: 'file', code: 'file.empty', message: EMPTY };
