import type { LocalDate } from '#libs/calendar';
import type { Refused } from '#libs/platform';
import type { Fault } from '../refusal.js';
import { ROSTER_COLUMNS } from './roster-columns.js';
import { readRosterRow, type RosterRow } from './roster-row.js';
import { matchColumns, type Sheet } from './sheet-columns.js';

export interface RosterReading {
  ok: true;
  total: number;
  rows: RosterRow[];
  rejected: Fault[];
  warnings: Fault[];
}

/** Reads a whole roster without knowing anything but the sheet and today's date; of one person's several rows the first counts. */
export function readRoster(sheet: Sheet, today: LocalDate): RosterReading | Refused {
  const matched = matchColumns(sheet, ROSTER_COLUMNS);
  if (!matched.ok) return matched;
  const reading: RosterReading = {
    ok: true,
    total: matched.rows.length,
    rows: [],
    rejected: [],
    warnings: [],
  };
  const firstRow = new Map<string, number>();
  for (const source of matched.rows) {
    const row = readRosterRow(source, today);
    if (!row.ok) {
      reading.rejected.push(...row.faults);
      continue;
    }
    const first = firstRow.get(row.value.nip);
    if (first !== undefined) {
      reading.rejected.push(duplicate(source.row, first));
      continue;
    }
    firstRow.set(row.value.nip, source.row);
    reading.rows.push(row.value);
    reading.warnings.push(...row.warnings);
  }
  return reading;
}

function duplicate(row: number, first: number): Fault {
  return {
    path: `rows[${String(row)}].nip`,
    row,
    column: 'nip',
    code: 'row.duplicate',
    message: {
      id: `NIP ini sudah ada di baris ${String(first)}; baris pertama yang dipakai.`,
      en: `This NIP is already in row ${String(first)}; the first row counts.`,
    },
  };
}
