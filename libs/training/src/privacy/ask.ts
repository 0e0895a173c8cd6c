import { z } from 'zod';
import { isLocalDate, localDateOf, type Instant } from '#libs/calendar';
import { parseInput } from '../parse-input.js';
import { conflict, done, invalid, type Result } from '../refusal.js';
import { readNip } from '../roster/nip.js';
import {
  CORRECTABLE,
  type CorrectableField,
  type DataRequest,
  type DataRequests,
  type NewRequest,
} from './data-requests.port.js';
import { PHONE_RULE, readPhone } from '../roster/phone.js';

const reason = z.string().trim().min(3).max(1000);

export const correctionInput = z.strictObject({
  field: z.enum(CORRECTABLE),
  value: z.string().trim().min(1).max(200),
  reason,
});

export const restrictionInput = z.strictObject({ reason });

export const answerInput = z.strictObject({ reason });

export interface Asking {
  requests: Pick<DataRequests, 'ask'>;
  newId: () => string;
  /** `PT72H` of the policy of retention. */
  answerWithin: string;
  now: Instant;
}

/** Asks for a correction of one's own data; a person answers it. */
export async function askCorrection(
  asking: Asking,
  personId: string,
  body: unknown,
): Promise<Result<NewRequest>> {
  const parsed = parseInput(correctionInput, body);
  if (!parsed.ok) return parsed;
  const { field, value } = parsed.value;
  const fits = fitting(field, value, asking.now);
  if (!fits.ok) return fits;
  return ask(asking, { personId, kind: 'correction', field, value: fits.value, reason: parsed.value.reason });
}

/** Asks that one's data be used no more than the duty needs; a person answers it. */
export async function askRestriction(
  asking: Asking,
  personId: string,
  body: unknown,
): Promise<Result<NewRequest>> {
  const parsed = parseInput(restrictionInput, body);
  if (!parsed.ok) return parsed;
  return ask(asking, {
    personId,
    kind: 'restriction',
    field: null,
    value: null,
    reason: parsed.value.reason,
  });
}

async function ask(
  { requests, newId, answerWithin, now }: Asking,
  request: Pick<DataRequest, 'personId' | 'kind' | 'field' | 'value' | 'reason'>,
): Promise<Result<NewRequest>> {
  const asked = { ...request, id: newId(), askedAt: now, dueAt: hoursAfter(now, answerWithin) };
  if (await requests.ask(asked)) return done(asked);
  return conflict('privacy.asked_already', {
    id: 'Permintaan yang sama masih menunggu jawaban atau sudah berlaku.',
    en: 'The same is asked already and waits for its answer, or holds already.',
  });
}

/** `PT72H` later, by the clock: the law counts hours, holidays or not. */
function hoursAfter(instant: Instant, hours: string): Instant {
  const count = Number(/^PT(\d+)H$/.exec(hours)?.[1] ?? Number.NaN);
  return new Date(Date.parse(instant) + count * 3_600_000).toISOString();
}

const SEX: Record<string, 'male' | 'female'> = {
  male: 'male',
  female: 'female',
  l: 'male',
  p: 'female',
  'laki-laki': 'male',
  perempuan: 'female',
};

/** The value as it would be written; refused where it could never be. */
function fitting(field: CorrectableField, value: string, now: Instant): Result<string> {
  const today = localDateOf(now, 'Asia/Jakarta');
  const wrong = (id: string, en: string): Result<string> =>
    invalid('privacy.value_invalid', { id, en }, [{ path: 'value', code: 'privacy.value_invalid' }]);
  if (field === 'nip') {
    const read = readNip(value, today);
    return read.ok ? done(read.value.nip) : wrong(read.message.id, read.message.en);
  }
  if (field === 'birthDate')
    return isLocalDate(value) && value < today
      ? done(value)
      : wrong(
          'Tanggal lahir ditulis TTTT-BB-HH dan tidak di masa depan.',
          'The birth date is YYYY-MM-DD and past.',
        );
  if (field === 'email')
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
      ? done(value)
      : wrong('Alamat surel tidak sah.', 'The e-mail address is not valid.');
  if (field === 'sex') {
    const sex = SEX[value.toLowerCase()];
    return sex ? done(sex) : wrong('Jenis kelamin: laki-laki atau perempuan.', 'The sex is male or female.');
  }
  if (field === 'phone') {
    const phone = readPhone(value);
    return phone === null ? wrong(PHONE_RULE.id, PHONE_RULE.en) : done(phone);
  }
  return done(value);
}
