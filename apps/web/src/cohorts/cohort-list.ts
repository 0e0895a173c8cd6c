import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import { language } from '../words/language.js';
import type { CohortFilter } from './cohort-filter.js';

const A_PAGE = 50;

/** The cohorts that a filter leaves, page by page, in its order. */
export const cohortList = ({ sort, turned, ...filter }: CohortFilter) =>
  infiniteQueryOptions({
    queryKey: [language(), 'cohorts', 'list', { sort, turned, ...filter }],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/cohorts', {
          params: {
            query: {
              ...filter,
              ...(sort !== undefined && { order: sort }),
              ...(turned && { turned }),
              ...(pageParam !== undefined && { cursor: pageParam }),
              limit: A_PAGE,
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
