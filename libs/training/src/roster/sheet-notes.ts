import type { Fault } from '../refusal.js';
import type { Sheet } from './sheet.js';

type Line = Sheet['rows'][number];

const TOTALS_AND_NOTES =
  /^\**\s*(sub ?total|grand total|total|jumlah|catatan|keterangan|ket|notes?|n\.?b|mengetahui|menyetujui|sumber|source|dicetak|printed|ttd|tanda tangan)\b/i;
/** A row with more filled cells is about somebody. */
const MOST_CELLS_OF_A_NOTE = 3;

/**
 * Leaves out what people write between and below the rows of a list: totals, notes, headings of a section, the place
 * for signatures. Each is named in a warning, so that nobody is lost unseen; a row with a NIP is never one of them.
 *
 * @param names the columns that the sheet's headings mean.
 */
export function withoutNotes(
  sheet: Sheet,
  names: readonly (string | null)[],
): { rows: Line[]; warnings: Fault[] } {
  const nip = names.indexOf('nip');
  const warnings = otherTables(sheet);
  const rows: Line[] = [];
  let afterNote = false;
  for (const line of sheet.rows) {
    const filled = line.cells.filter((cell) => cell !== '');
    const isNote =
      filled.some((cell) => TOTALS_AND_NOTES.test(cell)) && filled.length <= MOST_CELLS_OF_A_NOTE;
    const isLoose = filled.length <= (afterNote ? 2 : 1) && !isAboutSomebody(line, names, afterNote);
    if (!hasNip(line.cells[nip] ?? '') && (isNote || isLoose) && !isNumberOnly(filled)) {
      afterNote ||= isNote;
      warnings.push(notRead(line, filled));
    } else rows.push(line);
    if (line.hidden && rows.at(-1) === line) warnings.push(hiddenRow(line));
  }
  return { rows, warnings };
}

function hasNip(cell: string): boolean {
  return /\d{6}|\de\+?\d/i.test(cell.replace(/[\s.,]/g, ''));
}

/** A lone cell below a heading other than the first two is a person whose row is incomplete. */
function isAboutSomebody({ cells }: Line, names: readonly (string | null)[], afterNote: boolean): boolean {
  if (afterNote) return false;
  const at = cells.findIndex((cell) => cell !== '');
  return names[at] !== undefined && names[at] !== null && names[at] !== 'nip';
}

/** Running numbers that go on below the last person. */
function isNumberOnly(filled: string[]): boolean {
  return filled.every((cell) => /^\d{1,5}\.?$/.test(cell));
}

function notRead({ row }: Line, filled: string[]): Fault {
  const text = filled.join(' ').slice(0, 60);
  return {
    path: `rows[${String(row)}]`,
    row,
    code: 'row.not_read',
    message: {
      id: `Baris ini tampak sebagai jumlah atau catatan ("${text}") dan tidak dibaca. Bila ini peserta, lengkapi NIP-nya.`,
      en: `This row looks like a total or a note ("${text}") and was not read. If it is a person, fill in the NIP.`,
    },
  };
}

function hiddenRow({ row }: Line): Fault {
  return {
    path: `rows[${String(row)}]`,
    row,
    code: 'row.hidden',
    message: {
      id: 'Baris ini tersembunyi di lembar (mungkin oleh filter), tetapi tetap dibaca.',
      en: 'This row is hidden in the sheet (by a filter perhaps) and was read all the same.',
    },
  };
}

function otherTables({ headingRow = 1, format }: Sheet): Fault[] {
  const { sheet = '', otherTables: others = [] } = format ?? {};
  if (others.length === 0) return [];
  const list = others.map((name) => `"${name}"`).join(', ');
  return [
    {
      path: 'file',
      row: headingRow,
      code: 'file.other_sheets',
      message: {
        id: `Dibaca hanya lembar "${sheet}". Lembar lain dengan judul serupa tidak dibaca: ${list}. Unggah sebagai berkas sendiri.`,
        en: `Only the sheet "${sheet}" was read. Others with such headings were not: ${list}. Upload them as files of their own.`,
      },
    },
  ];
}
