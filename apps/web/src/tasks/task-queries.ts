import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';
import type { TaskFilter } from './task-filter.js';

type Asked = NonNullable<paths['/api/v1/tasks']['get']['parameters']['query']>;
type Listed = paths['/api/v1/tasks']['get']['responses'][200]['content']['application/json'];
export type TaskView = Listed['items'][number];

export const PAGE = 200;

export const tasksKey = (filter: TaskFilter) => [language(), 'tasks', filter];

/** What stands in an address may be anything; the API says what it does not know. */
const asked = ({ kind, role, cohort, q }: TaskFilter) => ({
  ...(cohort !== undefined && { cohort }),
  ...(q !== undefined && { q }),
  ...(kind !== undefined && { kind: kind as NonNullable<Asked['kind']> }),
  ...(role !== undefined && { role: role as NonNullable<Asked['role']> }),
});

/** How much is due when, of all that the filter leaves and not only of what is loaded. */
export const taskCounts = ({ show: _all, ...filter }: TaskFilter) =>
  queryOptions({
    queryKey: [...tasksKey(filter), 'counts'],
    queryFn: () => answerOf(api.GET('/api/v1/tasks/counts', { params: { query: asked(filter) } })),
    placeholderData: (before) => before,
  });

export const tasksPage = (filter: TaskFilter, cursor?: string) =>
  answerOf(
    api.GET('/api/v1/tasks', {
      params: {
        query: {
          ...asked(filter),
          ...(filter.show !== undefined && { shelf: filter.show }),
          ...(cursor !== undefined && { cursor }),
          limit: PAGE,
        },
      },
    }),
  );

export const task = (id: string) =>
  queryOptions({
    queryKey: [language(), 'task', id],
    queryFn: () => answerOf(api.GET('/api/v1/tasks/{id}', { params: { path: { id } } })),
  });

type Noted = paths['/api/v1/tasks/{id}/comments']['get']['responses'][200]['content']['application/json'];
export type TaskNote = Noted['items'][number];
type Views = paths['/api/v1/me/views']['get']['responses'][200]['content']['application/json'];
export type SavedView = Views['items'][number];

export const notes = (id: string) =>
  queryOptions({
    queryKey: [language(), 'task', id, 'notes'],
    queryFn: () => answerOf(api.GET('/api/v1/tasks/{id}/comments', { params: { path: { id } } })),
  });

export const savedViews = () =>
  queryOptions({
    queryKey: ['me', 'views'],
    queryFn: () => answerOf(api.GET('/api/v1/me/views')),
  });

/** To whom one can hand a task. */
export const delegates = (id: string) =>
  queryOptions({
    queryKey: [language(), 'task', id, 'delegates'],
    queryFn: () => answerOf(api.GET('/api/v1/tasks/{id}/delegates', { params: { path: { id } } })),
  });

type Suitable = paths['/api/v1/me/deputies']['get']['responses'][200]['content']['application/json'];
export type SuitableDeputy = Suitable['items'][number];
export type NamedSeat = Suitable['seats'][number];

/** Whom one may name as deputy. */
export const deputies = () =>
  queryOptions({
    queryKey: [language(), 'me', 'deputies'],
    queryFn: () => answerOf(api.GET('/api/v1/me/deputies')),
    staleTime: 60_000,
  });

export const deputy = () =>
  queryOptions({
    queryKey: [language(), 'me', 'deputy'],
    queryFn: () => answerOf(api.GET('/api/v1/me/deputy')),
  });
