import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { saveFile } from '../parts/save-file.js';
import { language } from '../words/language.js';
import type { AccountFilter } from './account-filter.js';

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;

export type AccountLine = Json<paths['/api/v1/accounts']['get']['responses'][200]>['items'][number];
export type AccountDetail = Json<paths['/api/v1/accounts/{id}']['get']['responses'][200]>;

const AT_ONCE = 50;

function queryOf({ disabled, secondFactor, ...rest }: AccountFilter) {
  return {
    ...rest,
    ...(disabled && { disabled: disabled === 'yes' }),
    ...(secondFactor && { secondFactor: secondFactor === 'yes' }),
  };
}

const key = (...parts: unknown[]) => [language(), 'administration', ...parts];

export const accounts = (filter: AccountFilter) =>
  infiniteQueryOptions({
    queryKey: key('accounts', filter),
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/accounts', {
          params: { query: { ...queryOf(filter), limit: AT_ONCE, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  });

export const account = (id: string) =>
  queryOptions({
    queryKey: key('account', id),
    queryFn: () => answerOf(api.GET('/api/v1/accounts/{id}', { params: { path: { id } } })),
  });

export async function saveAccounts(filter: AccountFilter, name: string): Promise<void> {
  const sheet = await answerOf(
    api.GET('/api/v1/accounts.xlsx', { params: { query: queryOf(filter) }, parseAs: 'blob' }),
  );
  saveFile(sheet as unknown as Blob, name);
}
