import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import { language } from '../words/language.js';

/** As of a past moment, or at present where there is none. While the moment moves, the picture before it stays. */
export const journeyDiagram = (id: string, at: string | null) =>
  queryOptions({
    queryKey: [language(), 'journey', id, 'diagram', { at }],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/journeys/{id}/diagram', {
          params: { path: { id }, query: { ...(at !== null && { at }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** A cohort on the picture of its statechart. */
export const cohortDiagram = (id: string) =>
  queryOptions({
    queryKey: [language(), 'cohorts', id, 'diagram'],
    queryFn: () => answerOf(api.GET('/api/v1/cohorts/{id}/diagram', { params: { path: { id } } })),
  });
