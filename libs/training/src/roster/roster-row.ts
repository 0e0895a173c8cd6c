import { subtractPeriod, type LocalDate } from '#libs/calendar';
import type { PostLevel } from '#libs/competency';
import type { Fault } from '../refusal.js';
import {
  ENTRY_CODES,
  entryOf,
  POST_LEVEL_CODES,
  postLevelOf,
  SEX_CODES,
  sexOf,
  type Entry,
} from './coded-cell.js';
import { readNip, type Nip, type Sex } from './nip.js';
import { CellFaults } from './cell-faults.js';
import type { SheetRow } from './sheet.js';
import { PHONE_RULE, readPhone } from './phone.js';

export interface RosterRow {
  row: number;
  nip: string;
  name: string;
  birthDate: LocalDate;
  sex: Sex;
  email: string;
  phone: string | null;
  agencyCode: string;
  unit: string;
  post: string;
  postLevel: PostLevel;
  rank: string;
  entry: Entry;
  targetPostLevel: PostLevel | null;
  participationCertificate: string | null;
  superiorNip: string | null;
}

export type RosterRowReading =
  | { ok: true; value: RosterRow; warnings: Fault[] }
  /** `nip` where at least that reads. */
  | { ok: false; nip: string | null; faults: Fault[] };

/** Reads one row of a roster as far as it can be judged by itself; every fault of the row is named, not only the first. */
export function readRosterRow(source: SheetRow, today: LocalDate): RosterRowReading {
  const cells = new CellFaults(source);
  const nip = cells.read('nip', (text) => readNip(text, today));
  const value = {
    row: source.row,
    nip: nip?.nip ?? '',
    name: cells.text('name'),
    birthDate: birthDateOf(cells, today),
    sex: cells.coded('sex', sexOf, SEX_CODES) ?? 'male',
    email: emailOf(cells),
    phone: phoneOf(cells),
    agencyCode: cells.text('agencyCode').toUpperCase(),
    unit: cells.text('unit'),
    post: cells.text('post'),
    postLevel: cells.coded('postLevel', postLevelOf, POST_LEVEL_CODES) ?? 'staff',
    rank: cells.text('rank', 60),
    ...entryCells(cells),
    superiorNip:
      cells.optional('superiorNip') === null
        ? null
        : (cells.read('superiorNip', (text) => readNip(text, today))?.nip ?? null),
  } satisfies RosterRow;
  if (cells.faults.length > 0) return { ok: false, nip: nip?.nip ?? null, faults: cells.faults };
  return { ok: true, value, warnings: crossChecks(value, nip) };
}

function entryCells(
  cells: CellFaults,
): Pick<RosterRow, 'entry' | 'targetPostLevel' | 'participationCertificate'> {
  const entry = cells.coded('entry', entryOf, ENTRY_CODES) ?? 'incumbent';
  const target = cells.optional('targetPostLevel');
  const certificate = cells.optional('participationCertificate');
  if (entry === 'successor' && target === null) {
    cells.add(
      'targetPostLevel',
      'value.missing',
      'Suksesor memerlukan jenjang sasaran.',
      'A successor needs a target post level.',
    );
  }
  if (entry === 'alumnus' && certificate === null) {
    cells.add(
      'participationCertificate',
      'value.missing',
      'Alumnus memerlukan nomor sertifikat keikutsertaan.',
      'An alumnus needs the serial of the participation certificate.',
    );
  }
  const targetPostLevel =
    target === null ? null : cells.coded('targetPostLevel', postLevelOf, POST_LEVEL_CODES);
  return { entry, targetPostLevel, participationCertificate: certificate };
}

function birthDateOf(cells: CellFaults, today: LocalDate): LocalDate {
  const birthDate = cells.date('birthDate') ?? '';
  if (
    birthDate !== '' &&
    (birthDate < subtractPeriod(today, 'P90Y') || birthDate > subtractPeriod(today, 'P18Y'))
  ) {
    cells.add(
      'birthDate',
      'date.out_of_range',
      'Tanggal lahir tidak masuk akal: usia harus 18 sampai 90 tahun.',
      'The birth date is absurd: the age must be 18 to 90 years.',
    );
  }
  return birthDate;
}

function emailOf(cells: CellFaults): string {
  const email = cells.text('email').toLowerCase();
  if (email !== '' && !/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@.,;<>"]{2,}$/.test(email)) {
    cells.add(
      'email',
      'email.invalid',
      'Alamat surel tidak benar, contoh: nama@instansi.go.id.',
      'The e-mail address is not valid, such as name@agency.go.id.',
    );
  }
  return email;
}

function phoneOf(cells: CellFaults): string | null {
  const phone = cells.optional('phone');
  if (phone === null) return null;
  const read = readPhone(phone);
  if (read === null) cells.add('phone', 'phone.invalid', PHONE_RULE.id, PHONE_RULE.en);
  return read;
}

/** Real data hold honest exceptions (corrected birth dates), so a contradiction with the NIP warns and does not refuse. */
function crossChecks(row: RosterRow, nip: Nip | null): Fault[] {
  if (!nip) return [];
  const warnings: Fault[] = [];
  if (nip.birthDate !== row.birthDate) {
    warnings.push(
      warning(
        row.row,
        'birthDate',
        'nip.birth_date_differs',
        `Tanggal lahir berbeda dari NIP (${nip.birthDate}).`,
        `The birth date differs from the NIP (${nip.birthDate}).`,
      ),
    );
  }
  if (nip.sex !== row.sex) {
    warnings.push(
      warning(
        row.row,
        'sex',
        'nip.sex_differs',
        'Jenis kelamin berbeda dari angka ke-15 NIP.',
        'The sex differs from digit 15 of the NIP.',
      ),
    );
  }
  return warnings;
}

function warning(row: number, column: string, code: string, id: string, en: string): Fault {
  return { path: `rows[${String(row)}].${column}`, row, column, code, message: { id, en } };
}
