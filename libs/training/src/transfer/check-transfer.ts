import { localDateOf, type Instant } from '#libs/calendar';
import type { Refusal } from '#libs/engine';
import { z } from 'zod';
import type { CohortRow, CohortStore } from '../cohorts/cohort-store.port.js';
import { SYSTEM_SCOPE } from '../journeys/scope.js';
import type { Enrolment, EnrolmentStore } from '../roster/enrolment-store.port.js';
import type { TransferStore } from './transfer-store.port.js';

export interface TransferChecks {
  cohorts: Pick<CohortStore, 'byId'>;
  enrolments: Pick<EnrolmentStore, 'byJourney' | 'ofCohort'>;
  transfers: Pick<TransferStore, 'placesTaken'>;
}

/** Says why the other cohort can't take somebody over; null when it can. It may be another institute's. */
export async function transferFault(
  checks: TransferChecks,
  journeyId: string,
  toCohort: unknown,
  now: Instant,
): Promise<Refusal | null> {
  const enrolment = await checks.enrolments.byJourney(journeyId);
  const from = enrolment && (await checks.cohorts.byId(enrolment.cohortId, SYSTEM_SCOPE));
  if (!enrolment || !from) return null;
  if (typeof toCohort !== 'string') return null;
  const id = z.uuid().safeParse(toCohort);
  const target = id.success ? await checks.cohorts.byId(id.data.toLowerCase(), SYSTEM_SCOPE) : null;
  if (!target)
    return unfit('transfer.cohort_unknown', 'Angkatan tujuan tidak ditemukan.', 'There is no such cohort.');
  return misfit(enrolment, from, target) ?? (await obstacle(checks, enrolment, target, now));
}

function misfit({ entry }: Enrolment, from: CohortRow, target: CohortRow): Refusal | null {
  if (target.id === from.id)
    return unfit(
      'transfer.same_cohort',
      'Peserta sudah berada di angkatan ini.',
      'That is the present cohort.',
    );
  if (target.programme !== from.programme)
    return unfit(
      'transfer.programme_differs',
      `Program angkatan tujuan (${target.programme ?? '-'}) bukan ${from.programme ?? '-'}.`,
      `The programme of that cohort (${target.programme ?? '-'}) is not ${from.programme ?? '-'}.`,
    );
  const fits =
    target.kind === 'assessment'
      ? entry === 'alumnus' || entry === 'assessmentOnly'
      : entry !== 'assessmentOnly';
  if (fits) return null;
  return unfit(
    'transfer.entry_does_not_fit',
    `Jalur masuk ${entry} tidak diterima angkatan berjenis ${target.kind}.`,
    `A cohort of kind ${target.kind} does not take the entry ${entry}.`,
  );
}

async function obstacle(
  { enrolments, transfers }: TransferChecks,
  { personId }: Enrolment,
  target: CohortRow,
  now: Instant,
): Promise<Refusal | null> {
  if (target.endsOn !== null && target.endsOn < localDateOf(now, target.zone))
    return conflict('transfer.cohort_ended', {
      id: `Angkatan tujuan sudah selesai pada ${target.endsOn}.`,
      en: `That cohort ended on ${target.endsOn}.`,
    });
  if ((await enrolments.ofCohort(target.id)).some((one) => one.personId === personId))
    return conflict('transfer.already_enrolled', {
      id: 'Peserta sudah terdaftar, atau pernah terdaftar, di angkatan tujuan.',
      en: 'The participant is, or was, enrolled in that cohort already.',
    });
  if (target.capacity === null || (await transfers.placesTaken(target.id)) < target.capacity) return null;
  return conflict('transfer.cohort_full', {
    id: `Angkatan tujuan sudah penuh (${String(target.capacity)} tempat).`,
    en: `That cohort is full (${String(target.capacity)} places).`,
  });
}

function unfit(code: string, id: string, en: string): Refusal {
  const detail = { id, en };
  return { code, kind: 'invalid', detail, errors: [{ path: 'payload.toCohort', code, message: detail }] };
}

function conflict(code: string, detail: Refusal['detail']): Refusal {
  return { code, kind: 'conflict', detail };
}
