import { ownersFor, type Caller, type MembershipRole } from '#libs/access';
import { rolesOf } from './actor.js';

/** As what a caller looks at one journey: his roles on it, and whether classes and their basis are his business. */
export interface Viewer {
  roles: string[];
  /** Organiser and coach see the class, its basis and shifted hours; nobody else does (seed 002, Alternative II, stigma). */
  seesClass: boolean;
  /** Participant, agency and superior learn of a verdict when a person has confirmed it. */
  seesProposedVerdict: boolean;
}

const ONLY_RECEIVE: ReadonlySet<string> = new Set(['participant', 'agency', 'superior']);

/** What one is at an institute counts for its own journeys alone. */
const OF_THE_OWNER: ReadonlySet<MembershipRole> = new Set(['institute', 'examiner', 'lms']);

export function viewerOf(caller: Caller, journey: { orgId: string; personId: string | null }): Viewer {
  const own = caller.personId !== null && caller.personId === journey.personId;
  const here = caller.memberships.filter(
    ({ role, org }) => (own || role !== 'participant') && (org === journey.orgId || !OF_THE_OWNER.has(role)),
  );
  const roles: string[] = rolesOf({ ...caller, memberships: here });
  const seesClass = !own && ownersFor(caller, 'cohort.classes').includes(journey.orgId);
  const onlyReceives = roles.every((role) => ONLY_RECEIVE.has(role));
  return { roles, seesClass, seesProposedVerdict: !onlyReceives };
}
