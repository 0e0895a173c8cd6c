import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';
import type { CertificateFilter } from './certificate-filter.js';

export type Certificates =
  paths['/api/v1/cohorts/{id}/certificates']['get']['responses']['200']['content']['application/json'];
export type Certificate = Certificates['items'][number];

export const certificates = (id: string) =>
  queryOptions({
    queryKey: [language(), 'cohorts', id, 'certificates'],
    queryFn: () => answerOf(api.GET('/api/v1/cohorts/{id}/certificates', { params: { path: { id } } })),
  });

export function matches(
  { participant, serial, ...one }: Certificate,
  { kind, status, q }: CertificateFilter,
): boolean {
  const sought = (q ?? '').trim().toLocaleLowerCase();
  const isFound =
    sought === '' ||
    (participant.name ?? '').toLocaleLowerCase().includes(sought) ||
    (participant.nip ?? '').startsWith(sought) ||
    serial.toLocaleLowerCase().includes(sought);
  return (
    isFound && (kind === undefined || one.kind === kind) && (status === undefined || one.status === status)
  );
}

/** Where anybody may check it, without signing in. */
export const addressOf = (serial: string) => `${location.origin}/verify/${serial}`;
