import type { JourneyFilter } from '../api/queries.js';

const PATHWAYS = ['flexible', 'cluster', 'a-la-carte', 'generic-plus'] as const;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const oneOf = <T extends string>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === value);

/** What stands in the address of a list of journeys: a link that can be sent. */
export function journeyFilterOf(search: Record<string, unknown>): JourneyFilter {
  const filter = {
    cohort: text(search['cohort']),
    state: text(search['state']),
    pathway: oneOf(PATHWAYS, search['pathway']),
    agency: text(search['agency']),
    q: text(search['q']),
    overdue: search['overdue'] === true ? true : undefined,
    sort: oneOf(['name'] as const, search['sort']),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** The same as the API's own address takes it, for what a browser fetches by itself. */
export function asQuery(filter: JourneyFilter): string {
  return new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
}
