import { type Bilingual, withOffset } from '#libs/calendar';
import type { Locale } from '#libs/platform';
import type { CorrectableField, DataRequest } from '#libs/training';

const FIELDS: Record<CorrectableField, Bilingual> = {
  name: { id: 'Nama', en: 'Name' },
  nip: { id: 'NIP', en: 'NIP' },
  birthDate: { id: 'Tanggal lahir', en: 'Birth date' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  email: { id: 'Surel', en: 'E-mail' },
  phone: { id: 'Telepon', en: 'Phone' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  post: { id: 'Jabatan', en: 'Post' },
  rank: { id: 'Pangkat', en: 'Rank' },
};

/** The name of a field that may be corrected. */
export function fieldName(field: CorrectableField, locale: Locale): string {
  return FIELDS[field][locale];
}

export interface RequestView {
  id: string;
  kind: DataRequest['kind'];
  person: { id: string; name: string | null };
  field: { key: CorrectableField; name: string } | null;
  value: string | null;
  current: string | null;
  reason: string;
  status: DataRequest['status'];
  askedAt: string;
  dueAt: string;
  isLate: boolean;
  answer: string | null;
  answeredAt: string | null;
}

const ZONE = 'Asia/Jakarta';

/** A request as its person and whoever answers it read it. */
export function requestView(request: DataRequest, locale: Locale, now: string): RequestView {
  const { id, kind, personId, personName, field, value, current, reason, status, answer } = request;
  return {
    ...{ id, kind, value, current: status === 'open' ? current : null, reason, status, answer },
    person: { id: personId, name: personName },
    field: field && { key: field, name: fieldName(field, locale) },
    askedAt: withOffset(request.askedAt, ZONE),
    dueAt: withOffset(request.dueAt, ZONE),
    isLate: status === 'open' && request.dueAt < now,
    answeredAt: request.answeredAt && withOffset(request.answeredAt, ZONE),
  };
}
