import { organisationsOf, type Caller } from '#libs/access';
import { rolesOf } from './actor.js';

/** As what a caller looks at one journey: his roles on it, and whether classes and their basis are his business. */
export interface Viewer {
  roles: string[];
  /** Organiser and coach see the class, its basis and shifted hours; nobody else does (seed 002, Alternative II, stigma). */
  seesClass: boolean;
  /** Participant and agency learn of a verdict when a person has confirmed it. */
  seesProposedVerdict: boolean;
}

export function viewerOf(caller: Caller, journey: { orgId: string; personId: string | null }): Viewer {
  const own = caller.personId !== null && caller.personId === journey.personId;
  const roles: string[] = rolesOf(caller).filter((role) => role !== 'participant' || own);
  const seesClass = !own && organisationsOf(caller, 'institute', 'coach').includes(journey.orgId);
  const onlyReceives = roles.every((role) => role === 'participant' || role === 'agency');
  return { roles, seesClass, seesProposedVerdict: !onlyReceives };
}
