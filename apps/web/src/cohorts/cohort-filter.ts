import type { CohortView } from './cohort-view.js';
import { PATHWAYS, PROGRAMMES } from './choices.js';

export const WHENS = ['ahead', 'now', 'over'] as const;
export const SORTS = ['name', 'startsOn', 'enrolled'] as const;
export type Sort = (typeof SORTS)[number];

/** What stands in the address of the list of cohorts: a link that can be sent. */
export interface CohortFilter {
  q?: string;
  programme?: (typeof PROGRAMMES)[number];
  pathway?: (typeof PATHWAYS)[number];
  when?: (typeof WHENS)[number];
  sort?: Sort;
  /** The other way round than one reads such a column. */
  turned?: true;
}

export function cohortFilterOf(search: Record<string, unknown>): CohortFilter {
  const filter: Record<keyof CohortFilter, unknown> = {
    q: typeof search['q'] === 'string' && search['q'] !== '' ? search['q'] : undefined,
    programme: PROGRAMMES.find((one) => one === search['programme']),
    pathway: PATHWAYS.find((one) => one === search['pathway']),
    when: WHENS.find((one) => one === search['when']),
    sort: SORTS.find((one) => one === search['sort']),
    turned: search['turned'] === true ? true : undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Names from A, the newest start and the largest cohort first; without a choice as the API lists them, newest first. */
const ORDER: Record<Sort, (one: CohortView, other: CohortView) => number> = {
  name: (one, other) => one.name.localeCompare(other.name, 'id'),
  startsOn: (one, other) => (other.startsOn ?? '').localeCompare(one.startsOn ?? ''),
  enrolled: (one, other) => other.enrolled - one.enrolled,
};

export function filtered(cohorts: readonly CohortView[], filter: CohortFilter, today: string): CohortView[] {
  const { q, programme, pathway, when, sort, turned } = filter;
  const found = cohorts.filter(
    (one) =>
      (q === undefined || one.name.toLowerCase().includes(q.toLowerCase())) &&
      (programme === undefined || one.programme === programme) &&
      (pathway === undefined || one.pathway === pathway) &&
      (when === undefined || whenOf(one, today) === when),
  );
  if (sort !== undefined) found.sort(ORDER[sort]);
  return turned ? found.reverse() : found;
}

/** Without dates it goes on. */
function whenOf({ startsOn, endsOn }: CohortView, today: string): (typeof WHENS)[number] {
  const day = today.slice(0, 10);
  if (startsOn !== null && startsOn > day) return 'ahead';
  return endsOn !== null && endsOn < day ? 'over' : 'now';
}
