import type { Bilingual } from '#libs/calendar';
import type { Fault } from '../refusal.js';
import { headingKey, REASON_HEADING } from './heading-key.js';
import type { Column, Sheet } from './sheet.js';

type Names = readonly (string | null)[];

/** Columns that lists have for their readers: running numbers, remarks, and the reasons of an earlier rejection. */
const NOT_READ = new Set(
  ['no', 'nr', 'nomor', 'nomorurut', 'nourut', 'keterangan', 'remarks'].concat(
    [REASON_HEADING.id, REASON_HEADING.en].map((heading) => headingKey(heading)),
  ),
);

/** What is wrong with a sheet's headings, one fault a column; `names` are the columns that its headings mean. */
export function columnFaults(sheet: Sheet, names: Names, columns: readonly Column[]): Fault[] {
  return [
    ...unknownIn(sheet, names).map((heading) => unknown(sheet, heading, nearest(heading, names, columns))),
    ...doubled(sheet, names),
    ...missingIn(names, columns).map((column) => missing(sheet, column)),
  ];
}

/** Says which columns are missing and unknown, and what is expected. */
export function columnsWrong(sheet: Sheet, names: Names, columns: readonly Column[]): Bilingual {
  const quoted = (texts: string[]) => texts.map((text) => `"${text}"`).join(', ');
  const lacks = quoted(missingIn(names, columns).map(titleOf));
  const strange = quoted(unknownIn(sheet, names));
  const expected = quoted(columns.filter(({ required }) => required).map(titleOf));
  const sentences = [
    {
      id: 'Judul kolom berkas tidak sesuai; tidak ada yang disimpan.',
      en: "The file's headings don't fit; nothing was stored.",
    },
    ...(lacks === '' ? [] : [{ id: `Tidak ada: ${lacks}.`, en: `Missing: ${lacks}.` }]),
    ...(strange === '' ? [] : [{ id: `Tidak dikenal: ${strange}.`, en: `Not known: ${strange}.` }]),
    {
      id: `Yang wajib: ${expected}; urutannya bebas. Perbaiki atau pakai templat.`,
      en: `Required: ${expected}, in any order. Correct them or use the template.`,
    },
  ];
  return { id: sentences.map(({ id }) => id).join(' '), en: sentences.map(({ en }) => en).join(' ') };
}

function titleOf({ name, titles }: Column): string {
  return titles[0] ?? name;
}

function unknownIn(sheet: Sheet, names: Names): string[] {
  return sheet.headings.filter(
    (heading, index) =>
      names[index] === null &&
      !NOT_READ.has(headingKey(heading)) &&
      !(heading === '' && isEmptyColumn(sheet, index)),
  );
}

function isEmptyColumn(sheet: Sheet, index: number): boolean {
  return sheet.rows.every(({ cells }) => (cells[index] ?? '') === '');
}

function missingIn(names: Names, columns: readonly Column[]): Column[] {
  return columns.filter((column) => column.required && !names.includes(column.name));
}

function unknown(sheet: Sheet, heading: string, meant: string | null): Fault {
  const id = meant === null ? 'Hapus atau pakai nama dari templat.' : `Maksudnya "${meant}"?`;
  const en = meant === null ? 'Remove it or use a name from the template.' : `Did you mean "${meant}"?`;
  return fileFault(
    sheet,
    heading,
    'column.unknown',
    `Kolom "${heading}" tidak dikenal. ${id}`,
    `Column "${heading}" is not known. ${en}`,
  );
}

function doubled(sheet: Sheet, names: Names): Fault[] {
  return names.flatMap((name, index) => {
    if (name === null || names.indexOf(name) === index) return [];
    const heading = sheet.headings[index] ?? name;
    return [
      fileFault(
        sheet,
        name,
        'column.duplicated',
        `Kolom "${heading}" ada dua kali.`,
        `Column "${heading}" (${name}) occurs twice.`,
      ),
    ];
  });
}

function missing(sheet: Sheet, column: Column): Fault {
  return fileFault(
    sheet,
    column.name,
    'column.missing',
    `Kolom "${titleOf(column)}" tidak ada.`,
    `Column ${column.name} ("${titleOf(column)}") is missing.`,
  );
}

function fileFault({ headingRow = 1 }: Sheet, column: string, code: string, id: string, en: string): Fault {
  return { path: 'file', row: headingRow, column, code, message: { id, en } };
}

/** The title that differs by the fewest letters, of the columns that the sheet lacks; null when none is near. */
function nearest(heading: string, names: Names, columns: readonly Column[]): string | null {
  const key = headingKey(heading);
  const titles = columns
    .filter(({ name }) => !names.includes(name))
    .flatMap(({ name, titles }) => [...titles, name]);
  const near = titles
    .map((title) => ({ title, far: distance(key, headingKey(title)) }))
    .filter(({ title, far }) => far <= Math.max(1, Math.floor(headingKey(title).length / 4)))
    .sort((one, other) => one.far - other.far);
  return near[0]?.title ?? null;
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1) {
      const changed = (row[j] ?? 0) + (letter === other[j] ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
