import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import { journey } from '../api/queries.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';

export type Journey =
  paths['/api/v1/journeys/{id}']['get']['responses']['200']['content']['application/json'];
export type History =
  paths['/api/v1/journeys/{id}/history']['get']['responses']['200']['content']['application/json'];
export type Decision =
  paths['/api/v1/journeys/{id}/decisions']['get']['responses']['200']['content']['application/json']['items'][number];

const key = (id: string, ...parts: unknown[]) => [language(), 'journey', id, ...parts];

/** As it stood at a moment, or as it stands. While the moment moves, what was shown before it stays. */
export const journeyAt = (id: string, at: string | null) =>
  queryOptions({
    queryKey: at === null ? journey(id).queryKey : key(id, { at }),
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/journeys/{id}', {
          params: { path: { id }, query: { ...(at !== null && { at }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const decisions = (id: string, at: string | null) =>
  queryOptions({
    queryKey: key(id, 'decisions', { at }),
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/journeys/{id}/decisions', {
          params: { path: { id }, query: { ...(at !== null && { at }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const sessionsOf = (id: string, at: string | null) =>
  queryOptions({
    queryKey: key(id, 'sessions', { at }),
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/journeys/{id}/sessions', {
          params: { path: { id }, query: { ...(at !== null && { at }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const mine = () =>
  queryOptions({
    queryKey: [language(), 'journeys', 'mine'],
    queryFn: () => answerOf(api.GET('/api/v1/journeys', { params: { query: { limit: 20 } } })),
  });

export const feedback = (id: string) =>
  queryOptions({
    queryKey: key(id, 'feedback'),
    queryFn: () => answerOf(api.GET('/api/v1/journeys/{id}/feedback', { params: { path: { id } } })),
  });

export const tasksOf = (id: string) =>
  queryOptions({
    queryKey: key(id, 'tasks'),
    queryFn: () =>
      answerOf(api.GET('/api/v1/tasks', { params: { query: { journey: id, limit: 50, overseen: true } } })),
  });
