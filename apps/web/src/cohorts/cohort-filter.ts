import { PATHWAYS, PROGRAMMES } from './choices.js';

export const WHENS = ['ahead', 'now', 'over'] as const;
export const SORTS = ['name', 'startsOn', 'enrolled'] as const;
export type Sort = (typeof SORTS)[number];

/** What stands in the address of the list of cohorts: a link that can be sent. Newest first without a `sort`. */
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
