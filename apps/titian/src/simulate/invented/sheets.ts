import { writeCsv, writeXlsx } from '#libs/exchange';
import { MANAGERIAL } from '#libs/competency';
import type { InventedCohort } from './cohort.js';
import { POST_OF, type Entry, type InventedPerson } from './person.js';
import { CENTRE } from './world.js';

export interface SheetFile {
  name: string;
  bytes: Uint8Array;
}

/** Somebody to enrol. */
export interface Enrolling {
  person: InventedPerson;
  entry: Entry;
  /** An alumnus' certificate of participation. */
  certificate?: string;
}

/** As Excel for one institute and as CSV for the other: both are sent in practice. */
export async function rosterSheet(cohort: InventedCohort, people: readonly Enrolling[]): Promise<SheetFile> {
  const rows = people.map((one) => rosterRow(cohort, one));
  if (cohort.institute.code !== 'LP-01')
    return { name: 'peserta.csv', bytes: Buffer.from(writeCsv(ROSTER, rows)) };
  const columns = ROSTER.map((heading) => ({ heading }));
  return { name: 'peserta.xlsx', bytes: await writeXlsx({ name: 'Peserta', columns, rows }) };
}

const ROSTER = [
  ...['NIP', 'Nama', 'Tanggal Lahir', 'Jenis Kelamin', 'Surel', 'Kode Instansi', 'Unit Kerja', 'Jabatan'],
  ...['Jenjang Jabatan', 'Pangkat/Golongan', 'Jalur Masuk', 'Jenjang Sasaran', 'Sertifikat Keikutsertaan'],
];

function rosterRow({ programme }: InventedCohort, { person, entry, certificate }: Enrolling): string[] {
  const { postLevel, title, rank, below } = POST_OF[programme];
  const isSuccessor = entry === 'successor';
  return [
    ...[person.nip, person.name, person.birthDate, person.sex, `${person.nip}@contoh.example`],
    ...[person.agency.code, 'Biro Umpama', isSuccessor ? `Calon ${title}` : title],
    ...[isSuccessor ? below : postLevel, rank, entry],
    ...[isSuccessor || entry === 'alumnus' ? postLevel : '', certificate ?? ''],
  ];
}

export interface Assessed {
  person: InventedPerson;
  assessedOn: string;
  ratings: { competency: string; level: number }[];
}

/** Reports on file and results of the centre, one person a row; what was not rated stays empty. */
export function profilesSheet(assessed: readonly Assessed[]): SheetFile {
  const rows = assessed.map(({ person, assessedOn, ratings }) => {
    const levelOf = new Map(ratings.map(({ competency, level }) => [competency, String(level)]));
    const levels = MANAGERIAL.map((code) => levelOf.get(code) ?? '');
    const how = ['assessmentCentre', CENTRE, 'ya', String(person.level), 'mapping'];
    return [person.nip, assessedOn, ...how, ...levels];
  });
  return { name: 'profil.csv', bytes: Buffer.from(writeCsv(PROFILES, rows)) };
}

const PROFILES = [
  ...['nip', 'assessedOn', 'method', 'centreCode', 'accredited', 'standardLevel', 'purpose'],
  ...MANAGERIAL,
];

/** `profile` of the contract, for the routes that take one. */
export function profileBody({ person, assessedOn, ratings }: Assessed): object {
  return {
    ...{ ratings, assessedOn, method: 'assessmentCentre', centre: CENTRE, accredited: true },
    ...{ standardLevel: person.level, purpose: 'mapping' },
  };
}
