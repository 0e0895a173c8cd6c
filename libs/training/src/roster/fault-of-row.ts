import type { Bilingual } from '#libs/calendar';
import type { Cohort } from '../cohorts/cohort.js';
import type { Fault } from '../refusal.js';
import type { Enrolment } from './enrolment-store.port.js';
import { misfitOf, type Misfit } from './fit.js';
import type { KnownOfRoster } from './known-of-roster.js';
import type { RosterDeps } from './roster-deps.js';
import type { RosterRow } from './roster-row.js';

/** Says what keeps a row that reads well from being enrolled in this cohort, or null. */
export function faultOfRow(
  deps: Pick<RosterDeps, 'catalogue' | 'programme'>,
  cohort: Cohort,
  row: RosterRow,
  known: KnownOfRoster,
): Fault | null {
  const enrolment = known.enrolments.get(known.people.get(row.nip)?.id ?? '') ?? null;
  const misfit =
    agencyMisfit(row, known) ??
    (enrolment ? entryChanged(row, enrolment) : newcomerMisfit(deps, cohort, row)) ??
    (row.entry === 'alumnus' ? participationMisfit(row, cohort, known) : null);
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

/** The skip rule: whoever took part goes straight to the assessment, of the same programme (seed 002, Alternative I d). */
function participationMisfit(row: RosterRow, cohort: Cohort, known: KnownOfRoster): Misfit | null {
  const participation = known.participations.get(row.participationCertificate ?? '');
  const fault = (code: string, message: Bilingual): Misfit => ({
    column: 'participationCertificate',
    code,
    message,
  });
  if (!participation || participation.revoked || participation.personId !== known.people.get(row.nip)?.id) {
    return fault('certificate.unknown', {
      id: 'Tidak ada sertifikat keikutsertaan yang berlaku dengan nomor ini atas nama NIP ini.',
      en: 'No valid participation certificate with this serial is held by this NIP.',
    });
  }
  if (participation.programme === cohort.programme) return null;
  const other = participation.programme ?? '-';
  return fault('certificate.other_programme', {
    id: `Sertifikat ini untuk program ${other}.`,
    en: `This certificate is for programme ${other}.`,
  });
}
