import { localDateOf, type Instant } from '#libs/calendar';
import type { CompetencyCatalogue } from '#libs/competency';
import type { Programme } from '#libs/curriculum';
import type { Organisation, Person, PersonalData } from '#libs/access';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { done, type Fault, type Result } from '../refusal.js';
import type { EnrolmentStore, Enrolment } from './enrolment-store.port.js';
import { misfitOf } from './fit.js';
import { readRoster } from './read-roster.js';
import type { RosterRow } from './roster-row.js';
import type { Sheet } from './sheet-columns.js';

export interface EnrolledRow {
  row: number;
  /** Null in a dry run for somebody who is not known yet. */
  participantId: string | null;
  journeyId: string | null;
  outcome: 'created' | 'unchanged' | 'updated';
}

export interface RosterAnswer {
  rows: number;
  accepted: number;
  rejected: Fault[];
  warnings: Fault[];
  enrolled: EnrolledRow[];
}

/** What enrolling one row writes; each is one unit that may be repeated safely. */
export interface RosterWriter {
  enrol(
    cohort: CohortRow,
    row: RosterRow,
    agency: Organisation,
    at: Instant,
  ): Promise<{ journeyId: string; personId: string }>;
  update(
    cohort: CohortRow,
    row: RosterRow,
    agency: Organisation,
    enrolment: Enrolment,
    at: Instant,
  ): Promise<void>;
}

export interface RosterDeps {
  people: { personsByNip(nips: string[]): Promise<Person[]>; personsById(ids: string[]): Promise<Person[]> };
  organisations: { organisationsByCode(codes: string[]): Promise<Organisation[]> };
  enrolments: EnrolmentStore;
  certificates: {
    participationOf(
      serials: string[],
    ): Promise<
      { serial: string; personId: string; programme: string | null; level: number; revoked: boolean }[]
    >;
  };
  catalogue: (version: string) => CompetencyCatalogue;
  programme: (version: string, code: string) => Programme | null;
  writer: RosterWriter;
}

/**
 * Enrols a cohort from a sheet. Rows are atomic: good rows go in, the others come back with what is wrong. Sent again,
 * the same sheet changes nothing, so an import that broke off is finished by repeating it.
 */
export async function importRoster(
  deps: RosterDeps,
  cohort: CohortRow,
  sheet: Sheet,
  at: Instant,
  dryRun: boolean,
): Promise<Result<RosterAnswer>> {
  const reading = readRoster(sheet, localDateOf(at, cohort.zone));
  if (!reading.ok) return reading;
  const known = await lookUp(deps, cohort, reading.rows);
  const answer: RosterAnswer = {
    rows: reading.total,
    accepted: 0,
    rejected: reading.rejected,
    warnings: reading.warnings,
    enrolled: [],
  };
  let places = cohort.capacity === null ? Infinity : cohort.capacity - known.enrolments.size;
  for (const row of reading.rows) {
    const person = known.people.get(row.nip) ?? null;
    const enrolment = person ? (known.enrolments.get(person.id) ?? null) : null;
    const misfit =
      faultOfRow(deps, cohort, row, known, enrolment) ??
      (enrolment === null && places < 1 ? full(row, cohort) : null);
    if (misfit) {
      answer.rejected.push(misfit);
      continue;
    }
    if (!enrolment) places -= 1;
    answer.enrolled.push(await writeRow(deps, cohort, row, known, person, enrolment, at, dryRun));
  }
  answer.rejected.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  answer.accepted = answer.enrolled.length;
  return done(answer);
}

interface Known {
  agencies: Map<string, Organisation>;
  people: Map<string, Person>;
  enrolments: Map<string, Enrolment>;
  certificates: Map<string, { personId: string; programme: string | null; revoked: boolean }>;
}

async function lookUp(deps: RosterDeps, cohort: CohortRow, rows: RosterRow[]): Promise<Known> {
  const serials = rows.flatMap((row) => (row.participationCertificate ? [row.participationCertificate] : []));
  const [agencies, people, enrolments, certificates] = await Promise.all([
    deps.organisations.organisationsByCode([...new Set(rows.map((row) => row.agencyCode))]),
    deps.people.personsByNip(rows.map((row) => row.nip)),
    deps.enrolments.ofCohort(cohort.id),
    serials.length > 0 ? deps.certificates.participationOf(serials) : [],
  ]);
  return {
    agencies: new Map(agencies.map((one) => [one.code, one])),
    people: new Map(people.map((one) => [one.nip ?? '', one])),
    enrolments: new Map(enrolments.map((one) => [one.personId, one])),
    certificates: new Map(certificates.map((one) => [one.serial, one])),
  };
}

function faultOfRow(
  deps: RosterDeps,
  cohort: CohortRow,
  row: RosterRow,
  known: Known,
  enrolment: Enrolment | null,
): Fault | null {
  const agency = known.agencies.get(row.agencyCode);
  if (!agency) {
    return rowFault(
      row,
      'agencyCode',
      'agency.unknown',
      `Kode instansi ${row.agencyCode} tidak terdaftar.`,
      `Agency code ${row.agencyCode} is not registered.`,
    );
  }
  if (agency.kind !== 'agency') {
    return rowFault(
      row,
      'agencyCode',
      'agency.not_an_agency',
      `${row.agencyCode} bukan instansi pengirim.`,
      `${row.agencyCode} is not a sending agency.`,
    );
  }
  if (enrolment && (enrolment.entry !== row.entry || enrolment.targetPostLevel !== row.targetPostLevel)) {
    return rowFault(
      row,
      'entry',
      'enrolment.entry_fixed',
      'Peserta ini sudah masuk lewat jalur lain; jalur tidak bisa diganti.',
      'This person is already enrolled by another way, which cannot be changed.',
    );
  }
  const programme = cohort.programme ? deps.programme(cohort.versions.programmes, cohort.programme) : null;
  const misfit = enrolment
    ? null
    : misfitOf(row, cohort, programme, deps.catalogue(cohort.versions.catalogue));
  if (misfit) return rowFault(row, misfit.column, misfit.code, misfit.message.id, misfit.message.en);
  return row.entry === 'alumnus' ? certificateFault(row, cohort, known) : null;
}

/** The skip rule: whoever took part goes straight to the assessment, of the same programme (seed 002, Alternative I d). */
function certificateFault(row: RosterRow, cohort: CohortRow, known: Known): Fault | null {
  const certificate = known.certificates.get(row.participationCertificate ?? '');
  const owner = known.people.get(row.nip)?.id;
  const column = 'participationCertificate';
  if (!certificate || certificate.revoked || certificate.personId !== owner) {
    return rowFault(
      row,
      column,
      'certificate.unknown',
      'Tidak ada sertifikat keikutsertaan yang berlaku dengan nomor ini atas nama NIP ini.',
      'No valid participation certificate with this serial is held by this NIP.',
    );
  }
  if (certificate.programme !== cohort.programme) {
    return rowFault(
      row,
      column,
      'certificate.other_programme',
      `Sertifikat ini untuk program ${certificate.programme ?? '-'}.`,
      `This certificate is for programme ${certificate.programme ?? '-'}.`,
    );
  }
  return null;
}

async function writeRow(
  deps: RosterDeps,
  cohort: CohortRow,
  row: RosterRow,
  known: Known,
  person: Person | null,
  enrolment: Enrolment | null,
  at: Instant,
  dryRun: boolean,
): Promise<EnrolledRow> {
  const agency = known.agencies.get(row.agencyCode)!;
  const outcome = outcomeOf(row, agency, person, enrolment);
  if (dryRun || (outcome === 'unchanged' && enrolment)) {
    return {
      row: row.row,
      participantId: person?.id ?? null,
      journeyId: enrolment?.journeyId ?? null,
      outcome,
    };
  }
  if (enrolment) {
    await deps.writer.update(cohort, row, agency, enrolment, at);
    return { row: row.row, participantId: enrolment.personId, journeyId: enrolment.journeyId, outcome };
  }
  const created = await deps.writer.enrol(cohort, row, agency, at);
  return { row: row.row, participantId: created.personId, journeyId: created.journeyId, outcome };
}

function outcomeOf(
  row: RosterRow,
  agency: Organisation,
  person: Person | null,
  enrolment: Enrolment | null,
): EnrolledRow['outcome'] {
  if (!enrolment || !person) return 'created';
  const samePerson = (Object.entries(personalDataOf(row)) as [keyof PersonalData, unknown][]).every(
    ([key, value]) => person[key] === value,
  );
  const samePost =
    enrolment.agencyOrgId === agency.id &&
    (['postLevel', 'unit', 'post', 'rank', 'superiorNip'] as const).every(
      (key) => enrolment[key] === row[key],
    );
  return samePerson && samePost ? 'unchanged' : 'updated';
}

export function personalDataOf(row: RosterRow): PersonalData {
  return {
    nip: row.nip,
    name: row.name,
    birthDate: row.birthDate,
    sex: row.sex,
    email: row.email,
    phone: row.phone,
  };
}

function full(row: RosterRow, cohort: CohortRow): Fault {
  const places = String(cohort.capacity ?? 0);
  return rowFault(
    row,
    'nip',
    'cohort.full',
    `Angkatan penuh (${places} tempat).`,
    `The cohort is full (${places} places).`,
  );
}

function rowFault(row: RosterRow, column: string, code: string, id: string, en: string): Fault {
  return { path: `rows[${String(row.row)}].${column}`, row: row.row, column, code, message: { id, en } };
}
