import type { Language, LocalDate } from '#libs/calendar';
import {
  COMPETENCIES,
  type AssessmentMethod,
  type AssessmentPurpose,
  type CompetencyCode,
  type Profile,
  type Rating,
} from '#libs/competency';
import { CellFaults } from '../roster/cell-faults.js';
import { choicesOf, codeOf, offered, TRUTH_CODES, truthOf } from '../roster/coded-cell.js';
import { readNip } from '../roster/nip.js';
import type { Fault } from '../refusal.js';
import type { Column, SheetRow } from '../roster/sheet.js';

export interface ProfileRow {
  row: number;
  nip: string;
  centreCode: string | null;
  profile: Profile;
}

const RATED: readonly Column[] = COMPETENCIES.map((code) => ({
  name: code,
  required: code !== 'S1',
  titles: [code, `${code[0] ?? ''}.${code[1] ?? ''}`],
}));

/** Columns of a sheet of assessment results, one person a row. */
export const PROFILE_COLUMNS: readonly Column[] = [
  { name: 'nip', required: true, titles: ['NIP', 'Nomor Induk Pegawai'] },
  { name: 'assessedOn', required: true, titles: ['Tanggal Asesmen', 'Tanggal Penilaian', 'Assessed On'] },
  { name: 'method', required: true, titles: ['Metode', 'Method'] },
  {
    name: 'centreCode',
    required: true,
    titles: ['Kode Lembaga Asesmen', 'Lembaga Asesmen', 'Centre', 'Centre Code'],
  },
  { name: 'accredited', required: true, titles: ['Terakreditasi', 'Akreditasi', 'Accredited'] },
  { name: 'standardLevel', required: true, titles: ['Level Standar', 'Standar', 'Standard Level'] },
  { name: 'purpose', required: true, titles: ['Tujuan', 'Purpose'] },
  ...RATED,
];

const METHODS: Record<AssessmentMethod, readonly string[]> = {
  sjt: ['sjt', 'SJT', 'situational judgement test'],
  rapid: ['rapid', 'Asesmen cepat', 'rapid assessment'],
  online: ['online', 'Daring', 'asesmen online', 'asesmen daring'],
  assessmentCentre: ['assessmentCentre', 'Pusat asesmen', 'assessment center', 'kompleks'],
  dialogue: ['dialogue', 'Dialog'],
};

const PURPOSES: Record<AssessmentPurpose, readonly string[]> = {
  mapping: ['mapping', 'Pemetaan'],
  selection: ['selection', 'Seleksi'],
};

export const methodChoices = (language: Language): string[] => offered(METHODS, language);
export const purposeChoices = (language: Language): string[] => offered(PURPOSES, language);

export type ProfileRowReading =
  | { ok: true; value: ProfileRow }
  /** `key` where at least the person and the day read. */
  | { ok: false; key: string | null; faults: Fault[] };

/** One report or result: of several rows with the same key the first counts. */
export function profileKey(nip: string, assessedOn: LocalDate): string {
  return `${nip} ${assessedOn}`;
}

/** Reads one row of results; an empty competency cell means that it was not rated, which counts as a gap later. */
export function readProfileRow(source: SheetRow, today: LocalDate): ProfileRowReading {
  const cells = new CellFaults(source);
  const nip = cells.read('nip', (text) => readNip(text, today));
  const assessedOn = cells.date('assessedOn') ?? '';
  const method = cells.coded('method', (text) => codeOf(METHODS, text), choicesOf(methodChoices));
  const purpose = cells.coded('purpose', (text) => codeOf(PURPOSES, text), choicesOf(purposeChoices));
  const accredited = cells.coded('accredited', truthOf, TRUTH_CODES);
  const standardLevel = levelOf(cells, 'standardLevel', 1);
  const ratings = ratingsOf(cells);
  if (cells.faults.length === 0 && ratings.length === 0) {
    cells.add(
      'M1',
      'profile.empty',
      'Tidak ada satu pun kompetensi yang dinilai.',
      'No competency is rated.',
    );
  }
  if (cells.faults.length > 0 || !nip || !method || !purpose || accredited === null)
    return {
      ok: false,
      key: nip && assessedOn ? profileKey(nip.nip, assessedOn) : null,
      faults: cells.faults,
    };
  const centreCode = cells.optional('centreCode')?.toUpperCase() ?? null;
  const profile: Profile = {
    ratings,
    assessedOn,
    method,
    ...(centreCode === null ? {} : { centre: centreCode }),
    accredited,
    ...(standardLevel === null ? {} : { standardLevel }),
    purpose,
  };
  return { ok: true, value: { row: source.row, nip: nip.nip, centreCode, profile } };
}

function ratingsOf(cells: CellFaults): Rating[] {
  return COMPETENCIES.flatMap((competency: CompetencyCode) => {
    if (cells.optional(competency) === null) return [];
    const level = levelOf(cells, competency, 0);
    return level === null ? [] : [{ competency, level }];
  });
}

function levelOf(cells: CellFaults, column: string, lowest: number): number | null {
  const text = cells.text(column);
  if (text === '') return null;
  const level = Number(text.replace(',', '.'));
  if (Number.isInteger(level) && level >= lowest && level <= 5) return level;
  cells.add(
    column,
    'level.invalid',
    `Level harus bilangan bulat ${String(lowest)} sampai 5.`,
    `A level is a whole number from ${String(lowest)} to 5.`,
  );
  return null;
}
