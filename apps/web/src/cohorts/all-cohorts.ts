import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import { language } from '../words/language.js';
import type { CohortView } from './cohort-view.js';

/** More than any institute has; LAN is told where its list ends. */
export const MOST_COHORTS = 1_000;
const A_PAGE = 200;

/** The cohorts of all pages, newest first: few enough to be narrowed and sorted where they are looked at. */
export const allCohorts = () =>
  queryOptions({
    queryKey: [language(), 'cohorts', 'all'],
    queryFn: async () => {
      const found: CohortView[] = [];
      let cursor: string | undefined;
      do {
        const query = { limit: A_PAGE, ...(cursor !== undefined && { cursor }) };
        const page = await answerOf(api.GET('/api/v1/cohorts', { params: { query } }));
        found.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && found.length < MOST_COHORTS);
      return found;
    },
  });
