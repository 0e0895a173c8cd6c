import { QueryClient, queryOptions } from '@tanstack/react-query';
import { language } from '../words/language.js';
import { accountOf } from '../shell/roles.js';
import { answerOf, api } from './client.js';
import { mayBeSignedIn } from './session.js';
import { OutOfReach, Refused } from './problem.js';
import type { paths } from './schema.js';

/** A refusal stays a refusal however often one asks; a lost network comes back. */
const retries = (failures: number, error: Error) => error instanceof OutOfReach && failures < 5;

export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: retries, staleTime: 5_000, refetchOnWindowFocus: true },
    // Without a network a form says so at once, rather than waiting with a turning wheel.
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Answers have words in them: each language has its own. */
const key = (...parts: unknown[]) => [language(), ...parts];

export const me = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: async () => {
      if (!mayBeSignedIn()) return null;
      try {
        return accountOf(await answerOf(api.GET('/api/v1/me')));
      } catch (error) {
        if (error instanceof Refused && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: Infinity,
  });

export const clock = () =>
  queryOptions({
    queryKey: ['clock'],
    queryFn: async () => {
      try {
        return await answerOf(api.GET('/api/v1/sandbox/clock'));
      } catch (error) {
        // Outside the sandbox there is no such clock.
        if (error instanceof Refused && (error.status === 404 || error.status === 403)) return null;
        throw error;
      }
    },
  });

export const cohorts = () =>
  queryOptions({
    queryKey: key('cohorts'),
    queryFn: () => answerOf(api.GET('/api/v1/cohorts', { params: { query: { limit: 100 } } })),
  });

export const cohort = (id: string) =>
  queryOptions({
    queryKey: key('cohorts', id),
    queryFn: () => answerOf(api.GET('/api/v1/cohorts/{id}', { params: { path: { id } } })),
  });

export const board = (id: string) =>
  queryOptions({
    queryKey: key('cohorts', id, 'board'),
    queryFn: () => answerOf(api.GET('/api/v1/cohorts/{id}/board', { params: { path: { id } } })),
  });

/** Names of the catalogue's competencies by their codes. */
export const competencyNames = () =>
  queryOptions({
    queryKey: key('competencies'),
    queryFn: async () => {
      const { items } = await answerOf(
        api.GET('/api/v1/competencies', { params: { query: { limit: 100 } } }),
      );
      return new Map<string, string>(items.map(({ code, name }) => [code, name]));
    },
    staleTime: Infinity,
  });

export type JourneyFilter = Omit<
  NonNullable<paths['/api/v1/journeys']['get']['parameters']['query']>,
  'limit' | 'cursor'
>;

export const journeysPage = (filter: JourneyFilter, cursor?: string, limit = 50) =>
  answerOf(api.GET('/api/v1/journeys', { params: { query: { ...filter, cursor, limit } } }));

export const journeysKey = (filter: JourneyFilter) => key('journeys', filter);

export const journey = (id: string) =>
  queryOptions({
    queryKey: key('journey', id),
    queryFn: () => answerOf(api.GET('/api/v1/journeys/{id}', { params: { path: { id }, query: {} } })),
  });

export const history = (id: string) =>
  queryOptions({
    queryKey: key('journey', id, 'history'),
    queryFn: () => answerOf(api.GET('/api/v1/journeys/{id}/history', { params: { path: { id } } })),
  });

export const inbox = (unread: boolean) =>
  queryOptions({
    queryKey: key('inbox', { unread }),
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/me/inbox', { params: { query: { ...(unread && { unread: true }), limit: 50 } } }),
      ),
  });
