import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';

const RUNNING_EVERY_MS = 3_000;

export type MyData = paths['/api/v1/me/data']['get']['responses']['200']['content']['application/json'];
export type DataRequest =
  paths['/api/v1/data-requests']['get']['responses']['200']['content']['application/json']['items'][number];
export type Preview =
  paths['/api/v1/retention/preview']['get']['responses']['200']['content']['application/json'];

export type RetentionRuns =
  paths['/api/v1/retention/runs']['get']['responses']['200']['content']['application/json'];

export const myData = () =>
  queryOptions({
    queryKey: [language(), 'me', 'data'],
    queryFn: () => answerOf(api.GET('/api/v1/me/data')),
  });

export const dataRequests = (status: DataRequest['status']) =>
  queryOptions({
    queryKey: [language(), 'data-requests', status],
    queryFn: () => answerOf(api.GET('/api/v1/data-requests', { params: { query: { status, limit: 200 } } })),
  });

export const retentionPreview = () =>
  queryOptions({
    queryKey: [language(), 'retention', 'preview'],
    queryFn: () => answerOf(api.GET('/api/v1/retention/preview')),
  });

export const retentionRuns = () =>
  queryOptions({
    queryKey: [language(), 'retention', 'runs'],
    queryFn: () => answerOf(api.GET('/api/v1/retention/runs')),
    // Looked at again while one goes on.
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ finishedAt }) => finishedAt === null) === true ? RUNNING_EVERY_MS : false,
  });
