import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';

export type Verdicts =
  paths['/api/v1/cohorts/{id}/verdicts']['get']['responses']['200']['content']['application/json'];
export type Verdict = Verdicts['items'][number];

export const verdicts = (id: string) =>
  queryOptions({
    queryKey: [language(), 'cohorts', id, 'verdicts'],
    queryFn: () => answerOf(api.GET('/api/v1/cohorts/{id}/verdicts', { params: { path: { id } } })),
  });
