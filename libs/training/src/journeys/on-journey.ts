import { chosenRoles, isChosen } from './chosen-role.js';
import { membershipsFor, type Action, type Caller, type CallerMembership, type Relation } from '#libs/access';

/** Who has a part in a journey: all that a permission on it goes by. */
export interface JourneyParts {
  id: string;
  orgId: string;
  /** Nothing happens to it any more. */
  isOver: boolean;
  parties: { role: string; org: string; person: string | null }[];
  /** Who stands in for somebody in one of its open tasks. */
  deputies: { person: string; role: string }[];
}

/** How a membership of the caller stands to the journey. */
export function relationsTo(caller: Caller, membership: CallerMembership, journey: JourneyParts): Relation[] {
  const { role, kind, org, units = [] } = membership;
  const { parties, deputies, orgId, isOver } = journey;
  const me = caller.personId;
  const reached = [org, ...units];
  const chosen = chosenRoles(caller);
  const organisations = [orgId, ...parties.map((party) => party.org)];
  const counts = (as: string) => isChosen(chosen, as, organisations);
  const names = (as: readonly string[]) =>
    me !== null &&
    parties.some((party) => party.person === me && as.includes(party.role) && counts(party.role));
  const isParty = (as: string) => parties.some((party) => party.role === as && reached.includes(party.org));
  const isTaken = parties.some((party) => party.role === role && party.person !== null);
  const holds: [Relation, boolean][] = [
    ['all', true],
    ['own', names(['participant'])],
    ['owner', kind === 'institute' && org === orgId],
    ['named', names(['coach', 'mentor'])],
    ['vacant', kind === 'institute' && org === orgId && !isOver && !isTaken],
    ['deputy', me !== null && deputies.some((one) => one.person === me && counts(one.role))],
    ['agency', isParty('agency')],
    ['centre', isParty('centre')],
  ];
  return holds.flatMap(([relation, isSo]) => (isSo ? relation : []));
}

/**
 * The caller as what he is on this journey, and nothing that he is elsewhere: an organiser of one institute who coaches at
 * another organises nothing there. A superior whom it names as mentor is its mentor.
 */
export function onJourney(caller: Caller, action: Action, journey: JourneyParts): Caller {
  const standing = (membership: CallerMembership) => relationsTo(caller, membership, journey);
  const memberships = membershipsFor(caller, action, standing);
  const isMentor = journey.parties.some(
    ({ role, person }) => role === 'mentor' && person !== null && person === caller.personId,
  );
  const mentoring = memberships.filter(({ role }) => isMentor && role === 'superior');
  return {
    ...caller,
    memberships: [...memberships, ...mentoring.map((one) => ({ ...one, role: 'mentor' as const }))],
  };
}
