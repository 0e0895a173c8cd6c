import type { LocalDate } from '#libs/calendar';
import type { Refused } from '#libs/platform';
import type { Fault } from '../refusal.js';
import { ROSTER_COLUMNS } from './roster-columns.js';
import { readRosterRow, type RosterRow } from './roster-row.js';
import { matchColumns } from './sheet-columns.js';
import type { Sheet } from './sheet.js';

export interface RosterReading {
  ok: true;
  total: number;
  rows: RosterRow[];
  rejected: Fault[];
  warnings: Fault[];
}

/**
 * Reads a whole roster without knowing anything but the sheet and today's date. Of one person's several rows the first
 * counts, also when it is itself rejected: else the second would go in now and be overwritten once the first is mended,
 * and each further upload of the two files would turn it back. Only a row whose NIP can't be read says nothing about whom
 * it repeats.
 */
export function readRoster(sheet: Sheet, today: LocalDate): RosterReading | Refused {
  const matched = matchColumns(sheet, ROSTER_COLUMNS);
  if (!matched.ok) return matched;
  const reading: RosterReading = {
    ok: true,
    total: matched.rows.length,
    rows: [],
    rejected: [],
    warnings: [...matched.warnings],
  };
  const firstRow = new Map<string, FirstRow>();
  for (const source of matched.rows) {
    const row = readRosterRow(source, today);
    if (!row.ok) {
      reading.rejected.push(...row.faults);
      if (row.nip !== null && !firstRow.has(row.nip)) firstRow.set(row.nip, { row: source.row, isBad: true });
      continue;
    }
    const first = firstRow.get(row.value.nip);
    if (first !== undefined) {
      reading.rejected.push(duplicate(source.row, first));
      continue;
    }
    firstRow.set(row.value.nip, { row: source.row, isBad: false });
    reading.rows.push(row.value);
    reading.warnings.push(...row.warnings);
  }
  return reading;
}

interface FirstRow {
  row: number;
  isBad: boolean;
}

function duplicate(row: number, { row: first, isBad }: FirstRow): Fault {
  return {
    path: `rows[${String(row)}].nip`,
    row,
    column: 'nip',
    code: 'row.duplicate',
    message: isBad
      ? {
          id: `NIP ini sudah ada di baris ${String(first)}, yang ditolak. Perbaiki baris itu; baris ini tidak dipakai.`,
          en: `This NIP is already in row ${String(first)}, which was refused. Mend that row; this one is not used.`,
        }
      : {
          id: `NIP ini sudah ada di baris ${String(first)}; baris pertama yang dipakai.`,
          en: `This NIP is already in row ${String(first)}; the first row counts.`,
        },
  };
}
