import type { JourneyFilter } from '../api/queries.js';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What stands in the address of a list of journeys: a link that can be sent. */
export function journeyFilterOf(search: Record<string, unknown>): JourneyFilter {
  const { cohort, state, agency, q } = search;
  return {
    ...(text(cohort) !== undefined && { cohort: text(cohort) }),
    ...(text(state) !== undefined && { state: text(state) }),
    ...(text(agency) !== undefined && { agency: text(agency) }),
    ...(text(q) !== undefined && { q: text(q) }),
    ...(search['overdue'] === true && { overdue: true }),
  };
}
