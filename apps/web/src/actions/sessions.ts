import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';

type Listed = paths['/api/v1/journeys/{id}/sessions']['get']['responses'][200]['content']['application/json'];
export type LoggedSession = Listed['items'][number];

export const sessions = (journeyId: string) =>
  queryOptions({
    queryKey: [language(), 'journey', journeyId, 'sessions'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/journeys/{id}/sessions', { params: { path: { id: journeyId } } })),
  });

interface Entry {
  at: string;
  /** Where the journey stood after it. */
  state: string[];
}

/** Those that count for the workplace development that is under way: logged since it began, and not voided. */
export function remediationSessions(items: readonly LoggedSession[], log: readonly Entry[]): LoggedSession[] {
  const isIn = ({ state }: Entry) => state.some((path) => path.startsWith('remediation'));
  const first = log[log.findLastIndex((entry) => !isIn(entry)) + 1];
  if (!first) return [];
  const began = Date.parse(first.at);
  return items.filter(({ loggedAt, voided }) => voided === null && Date.parse(loggedAt) >= began);
}
