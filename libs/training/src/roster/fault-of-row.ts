import { dateInWords, type Bilingual, type LocalDate } from '#libs/calendar';
import { faultOfSkip, type SkipFault } from '#libs/journeys';
import type { Cohort } from '../cohorts/cohort.js';
import type { Fault } from '../refusal.js';
import type { Enrolment } from './enrolment-store.port.js';
import { misfitOf, targetPostOf, type Misfit } from './fit.js';
import type { KnownOfRoster } from './known-of-roster.js';
import type { Participation, RosterDeps } from './roster-deps.js';
import type { RosterRow } from './roster-row.js';

type JudgingDeps = Pick<RosterDeps, 'catalogue' | 'programme' | 'policy'>;

/** Says what keeps a row that reads well from being enrolled in this cohort, or null. */
export function faultOfRow(
  deps: JudgingDeps,
  cohort: Cohort,
  row: RosterRow,
  known: KnownOfRoster,
  today: LocalDate,
): Fault | null {
  const enrolment = known.enrolments.get(known.people.get(row.nip)?.id ?? '') ?? null;
  const misfit =
    agencyMisfit(row, known) ??
    (enrolment ? entryChanged(row, enrolment) : newcomerMisfit(deps, cohort, row)) ??
    (row.entry === 'alumnus'
      ? participationMisfit({ deps, cohort, row, known, on: enrolment?.enteredOn ?? today })
      : null);
  return misfit && rowFault(row, misfit);
}

export function fullFault(row: RosterRow, cohort: Cohort): Fault {
  const places = String(cohort.capacity ?? 0);
  const message = { id: `Angkatan penuh (${places} tempat).`, en: `The cohort is full (${places} places).` };
  return rowFault(row, { column: 'nip', code: 'cohort.full', message });
}

function rowFault(row: RosterRow, { column, code, message }: Misfit): Fault {
  return { path: `rows[${String(row.row)}].${column}`, row: row.row, column, code, message };
}

function agencyMisfit({ agencyCode }: RosterRow, known: KnownOfRoster): Misfit | null {
  const agency = known.agencies.get(agencyCode);
  const fault = (code: string, message: Bilingual): Misfit => ({ column: 'agencyCode', code, message });
  if (!agency) {
    return fault('agency.unknown', {
      id: `Kode instansi ${agencyCode} tidak terdaftar.`,
      en: `Agency code ${agencyCode} is not registered.`,
    });
  }
  if (agency.kind === 'agency') return null;
  return fault('agency.not_an_agency', {
    id: `${agencyCode} bukan instansi pengirim.`,
    en: `${agencyCode} is not a sending agency.`,
  });
}

function entryChanged(row: RosterRow, enrolment: Enrolment): Misfit | null {
  if (enrolment.entry === row.entry && enrolment.targetPostLevel === row.targetPostLevel) return null;
  const message = {
    id: 'Peserta ini sudah masuk lewat jalur lain; jalur tidak bisa diganti.',
    en: 'This person is already enrolled by another way, which cannot be changed.',
  };
  return { column: 'entry', code: 'enrolment.entry_fixed', message };
}

function newcomerMisfit(
  { catalogue, programme }: Pick<RosterDeps, 'catalogue' | 'programme'>,
  cohort: Cohort,
  row: RosterRow,
): Misfit | null {
  const { versions } = cohort;
  const offered = cohort.programme ? programme(versions.programmes, cohort.programme) : null;
  return misfitOf(row, cohort, offered, catalogue(versions.catalogue));
}

interface SkipCase {
  deps: JudgingDeps;
  cohort: Cohort;
  row: RosterRow;
  known: KnownOfRoster;
  on: LocalDate;
}

/** The skip rule: whoever took part goes straight to the assessment (seed 002, Alternative I d). */
function participationMisfit({ deps, cohort, row, known, on }: SkipCase): Misfit | null {
  const participation = known.participations.get(row.participationCertificate ?? '');
  if (!participation || participation.revoked || participation.personId !== known.people.get(row.nip)?.id) {
    return certificateFault('certificate.unknown', {
      id: 'Tidak ada sertifikat keikutsertaan yang berlaku dengan nomor ini atas nama NIP ini.',
      en: 'No valid participation certificate with this serial is held by this NIP.',
    });
  }
  const { versions, programme } = cohort;
  const target = targetPostOf(row);
  const standard = deps.catalogue(versions.catalogue).posts.find(({ postLevel }) => postLevel === target);
  const policy = deps.policy(versions.policy).journey;
  const fault = faultOfSkip({ participation, programme, level: standard?.level ?? 0, on, policy });
  return fault && SKIP_FAULTS[fault](participation);
}

function certificateFault(code: string, message: Bilingual): Misfit {
  return { column: 'participationCertificate', code, message };
}

const SKIP_FAULTS: Record<SkipFault, (participation: Participation) => Misfit> = {
  otherProgramme: ({ programme }) =>
    certificateFault('certificate.other_programme', {
      id: `Sertifikat ini untuk program ${programme ?? '-'}.`,
      en: `This certificate is for programme ${programme ?? '-'}.`,
    }),
  otherLevel: ({ level }) =>
    certificateFault('certificate.other_level', {
      id: `Sertifikat ini untuk standar level ${String(level)}; jabatan sasaran meminta level lain.`,
      en: `This certificate is for the standard of level ${String(level)}; the target post asks for another.`,
    }),
  expired: ({ issuedOn }) =>
    certificateFault('certificate.too_old', {
      id: `Sertifikat ini terbit pada ${dateInWords(issuedOn, 'id')} dan tidak lagi membebaskan dari pelatihan.`,
      en: `This certificate was issued on ${dateInWords(issuedOn, 'en')} and no longer spares the training.`,
    }),
};
