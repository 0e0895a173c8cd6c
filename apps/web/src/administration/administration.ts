import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { saveFile } from '../parts/save-file.js';
import { language } from '../words/language.js';
import type { MemberFilter, OrganisationFilter } from './filters.js';

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Listed = Json<paths['/api/v1/organisations']['get']['responses'][200]>;
type MembersPage = Json<paths['/api/v1/organisations/{id}/members']['get']['responses'][200]>;

export type OrganisationLine = Listed['items'][number];
export type Organisation = Json<paths['/api/v1/organisations/{id}']['get']['responses'][200]>;
export type Member = MembersPage['items'][number];
export type Accreditation = Organisation['accreditations'][number];
export type Kind = OrganisationLine['kind'];

const key = (...parts: unknown[]) => [language(), 'administration', ...parts];
const AT_ONCE = 100;

export const administered = (filter: OrganisationFilter) =>
  infiniteQueryOptions({
    queryKey: key('organisations', filter),
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations', {
          params: {
            query: { ...filter, administered: true, limit: AT_ONCE, ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const organisation = (id: string) =>
  queryOptions({
    queryKey: key('organisation', id),
    queryFn: () => answerOf(api.GET('/api/v1/organisations/{id}', { params: { path: { id } } })),
  });

/** Some of those that the reader keeps, by a part of their name or code. */
export const organisationsNamed = (q: string, kind?: Kind) =>
  queryOptions({
    queryKey: key('organisations', 'named', q, kind),
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations', {
          params: {
            query: {
              administered: true,
              closed: false,
              limit: 50,
              ...(q !== '' && { q }),
              ...(kind && { kind }),
            },
          },
        }),
      ),
  });

export const factorRule = (id: string) =>
  queryOptions({
    queryKey: key('factor-rule', id),
    queryFn: () =>
      answerOf(api.GET('/api/v1/organisations/{id}/second-factor', { params: { path: { id } } })),
  });

export const unitsOf = (parent: string) =>
  queryOptions({
    queryKey: key('units', parent),
    queryFn: () => answerOf(api.GET('/api/v1/organisations', { params: { query: { parent, limit: 200 } } })),
  });

type Role = NonNullable<paths['/api/v1/organisations/{id}/members']['get']['parameters']['query']>['role'];
const queryOf = ({ role, ...rest }: MemberFilter) => ({ ...rest, ...(role && { role: role as Role }) });

export const members = (id: string, filter: MemberFilter) =>
  infiniteQueryOptions({
    queryKey: key('members', id, filter),
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/members', {
          params: {
            path: { id },
            query: { ...queryOf(filter), limit: AT_ONCE, ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export async function saveMembers(id: string, filter: MemberFilter, name: string): Promise<void> {
  const sheet = await answerOf(
    api.GET('/api/v1/organisations/{id}/members.xlsx', {
      params: { path: { id }, query: queryOf(filter) },
      parseAs: 'blob',
    }),
  );
  saveFile(sheet as unknown as Blob, name);
}

/** As somebody is called on a screen. */
export function nameOf({ person, account }: Pick<Member, 'person' | 'account'>): string {
  return person?.name ?? account?.username ?? '—';
}
