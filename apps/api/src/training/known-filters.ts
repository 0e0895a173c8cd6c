import type { OrganisationStore } from '#libs/access';
import type { Definitions } from '#libs/engine';
import { problem } from '../problems/problem.exception.js';

/**
 * A filter by a name of ours that does not exist is a slip and answered with 422; an id that finds nothing is an empty
 * list, for it may be another's.
 */
export function requireKnownState(definitions: Definitions, key: string, state: string | undefined): void {
  const choices = definitions.statesOf(key);
  if (state === undefined || choices.includes(state)) return;
  const fault = { path: 'state', code: 'not_one_of', params: { choices: choices.join(', ') } };
  throw problem('request.invalid', { errors: [fault] });
}

export async function requireKnownAgency(
  organisations: Pick<OrganisationStore, 'organisationsByCode'>,
  code: string | undefined,
): Promise<void> {
  if (code === undefined) return;
  const [found] = await organisations.organisationsByCode([code]);
  if (found?.kind !== 'agency')
    throw problem('request.invalid', { errors: [{ path: 'agency', code: 'unknown_agency' }] });
}
