import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';
import type { IncidentFilter } from './incident-filter.js';

export type Incident = Awaited<ReturnType<typeof incidentsPage>>['items'][number];
export type RetriedMany =
  paths['/api/v1/incidents/retry']['post']['responses']['200']['content']['application/json'];
export type Operation =
  paths['/api/v1/bulk-operations/{id}']['get']['responses']['200']['content']['application/json'];
export type OperationItem =
  paths['/api/v1/bulk-operations/{id}/items']['get']['responses']['200']['content']['application/json']['items'][number];
export type ItemStatus = OperationItem['status'];

const key = (...parts: unknown[]) => [language(), ...parts];

export const incidentsKey = (filter: IncidentFilter) => key('incidents', filter);

export const incidentsPage = (filter: IncidentFilter, cursor?: string) =>
  answerOf(
    api.GET('/api/v1/incidents', {
      params: { query: { status: 'open', ...filter, limit: 50, ...(cursor !== undefined && { cursor }) } },
    }),
  );

export const operations = () =>
  queryOptions({
    queryKey: key('operations'),
    queryFn: () => answerOf(api.GET('/api/v1/bulk-operations', { params: { query: { limit: 50 } } })),
  });

const A_WHILE_MS = 1_000;

export const operation = (id: string) =>
  queryOptions({
    queryKey: key('operations', id),
    queryFn: () => answerOf(api.GET('/api/v1/bulk-operations/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? A_WHILE_MS : false),
  });

export const itemsKey = (id: string, status: ItemStatus | undefined) =>
  key('operations', id, 'items', status);

export const itemsPage = (id: string, status: ItemStatus | undefined, cursor?: string) =>
  answerOf(
    api.GET('/api/v1/bulk-operations/{id}/items', {
      params: {
        path: { id },
        query: { limit: 100, ...(status && { status }), ...(cursor !== undefined && { cursor }) },
      },
    }),
  );

export const deadlineNames = () =>
  queryOptions({
    queryKey: key('deadline-names'),
    queryFn: () => answerOf(api.GET('/api/v1/bulk-operations/deadlines')),
    staleTime: Infinity,
  });
