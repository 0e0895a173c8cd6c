import type { NamedThing } from '#libs/access';
import { refused, type Refused } from '#libs/platform';
import { forbidden, notFound } from './refusal.js';

export const NO_TASK = notFound('task.not_found', { id: 'Tugas', en: 'The task' });
export const NOT_YOUR_TASK = forbidden('task.forbidden', {
  id: 'Tugas ini bukan untuk peran Anda.',
  en: 'This task is not for your role.',
});
export const NO_CERTIFICATE = notFound('certificate.not_found', { id: 'Sertifikat', en: 'The certificate' });
export const NOT_THE_ISSUER = forbidden('certificate.forbidden', {
  id: 'Hanya lembaga penerbit yang dapat mencabut sertifikat.',
  en: 'Only the institute that issued a certificate can revoke it.',
});
export const NO_INCIDENT = notFound('incident.not_found', { id: 'Insiden ini', en: 'This incident' });
export const NO_OPERATION = notFound('bulk.not_found', {
  id: 'Operasi massal ini',
  en: 'This bulk operation',
});

const ABSENT: Partial<Record<NamedThing, Refused>> = {
  journey: refused('journey.not_found', { kind: 'notFound' }),
  session: refused('timetable.session_not_found', { kind: 'notFound' }),
  task: NO_TASK,
  certificate: NO_CERTIFICATE,
  operation: NO_OPERATION,
  incident: NO_INCIDENT,
};
const FORBIDDEN: Partial<Record<NamedThing, Refused>> = {
  task: NOT_YOUR_TASK,
  certificate: NOT_THE_ISSUER,
};

/** What whoever names one that he may not even find is told: the same as if it were not there. */
export function absence(thing: NamedThing): Refused {
  return ABSENT[thing] ?? refused('request.not_found');
}

/** What whoever finds it and may not do this to it is told. */
export function prohibition(thing: NamedThing): Refused {
  return FORBIDDEN[thing] ?? refused('access.forbidden');
}
