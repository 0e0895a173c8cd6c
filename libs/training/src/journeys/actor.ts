import type { Caller, MembershipRole } from '#libs/access';
import type { Actor } from '#libs/statechart';

/** The opaque id under which a caller acts: the person where known, so that two accounts of one person are one actor. */
export function actorIdOf(caller: Caller): string {
  return caller.personId ?? caller.accountId;
}

/** The roles under which a caller may act on something that an institute owns, his first membership first. */
export function rolesOf(caller: Caller): MembershipRole[] {
  return [...new Set(caller.memberships.map((membership) => membership.role))];
}

/** Acts under the first of the caller's roles that the event is open to; without one, under the first, to be refused by name. */
export function actorFor(caller: Caller, allowed: readonly string[]): Actor {
  const roles = rolesOf(caller);
  const role = roles.find((one) => allowed.includes(one)) ?? roles[0] ?? 'participant';
  return { id: actorIdOf(caller), role };
}
