import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';
import type { Standing } from './standings.js';

type Answered =
  paths['/api/v1/cohorts/{id}/placements']['get']['responses']['200']['content']['application/json'];
export type Placement = Answered['items'][number];
export type Unreadable = Answered['unreadable'][number];

export interface Placements {
  items: Placement[];
  /** Those of whom nothing can be told here. */
  unreadable: Unreadable[];
}

const A_PAGE = 200;

/** Everybody of a standing, by name: one chooses among all of them. */
export const placements = (cohort: string, standing: Standing) =>
  queryOptions({
    queryKey: [language(), 'cohorts', cohort, 'placements', standing],
    queryFn: async () => {
      const found: Placements = { items: [], unreadable: [] };
      let cursor: string | undefined;
      do {
        const query = { standing, limit: A_PAGE, ...(cursor !== undefined && { cursor }) };
        const page = await answerOf(
          api.GET('/api/v1/cohorts/{id}/placements', { params: { path: { id: cohort }, query } }),
        );
        found.items.push(...page.items);
        found.unreadable.push(...page.unreadable);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return found;
    },
  });

export interface Confirmation {
  journeyIds: string[];
  note: string;
  directAssessment: boolean;
}

/** One event to all who are chosen; whoever is refused is told with the reason, the others go on. */
export function confirmPlacements(cohort: string, { journeyIds, note, directAssessment }: Confirmation) {
  const payload = { ...(note !== '' && { note }), ...(directAssessment && { directAssessment }) };
  const body = { type: 'placementConfirmed', payload, journeyIds };
  return answerOf(api.POST('/api/v1/cohorts/{id}/events', { params: { path: { id: cohort } }, body }));
}
