import type { Caller, CallerMembership } from '../caller.js';
import { permissionOf, type Action } from './matrix.js';
import type { Relation } from './relations.js';

/** How the caller's memberships stand to one thing. */
export type StandingOf = (membership: CallerMembership) => readonly Relation[];

export type Verdict = 'allowed' | 'forbidden' | 'absent';

/** Whether any of the caller's roles may ever do it; a guard asks this before anything is looked for. */
export function mayEver({ memberships }: Caller, action: Action): boolean {
  const { may } = permissionOf(action);
  return may === 'everybody' || memberships.some(({ role }) => may[role] !== undefined);
}

/** Those of the caller's memberships under which he may do it to the thing that he stands to so. */
export function membershipsFor(caller: Caller, action: Action, standing: StandingOf): CallerMembership[] {
  const { may } = permissionOf(action);
  if (may === 'everybody') return caller.memberships;
  return caller.memberships.filter((membership) => {
    const relations: readonly Relation[] = may[membership.role] ?? [];
    return relations.includes('any') || standing(membership).some((one) => relations.includes(one));
  });
}

/** May he; and if not, is it forbidden or absent? */
export function decide(caller: Caller, action: Action, standing: StandingOf): Verdict {
  const { may, found } = permissionOf(action);
  if (may === 'everybody' || membershipsFor(caller, action, standing).length > 0) return 'allowed';
  if (!mayEver(caller, action)) return 'forbidden';
  if (found === undefined) return 'absent';
  return decide(caller, found as Action, standing) === 'allowed' ? 'forbidden' : 'absent';
}

/** The organisations in which the caller may do it as the one that owns what it is done to. */
export function ownersFor(caller: Caller, action: Action): string[] {
  return [...new Set(relationsHeld(caller, action, 'owner').map(({ org }) => org))];
}

/** Whether the caller may do it to all of the country. */
export function mayAll(caller: Caller, action: Action): boolean {
  return relationsHeld(caller, action, 'all').length > 0;
}

/** The caller's memberships whose role may do it under this relation. */
export function relationsHeld(caller: Caller, action: Action, relation: Relation): CallerMembership[] {
  const { may } = permissionOf(action);
  if (may === 'everybody') return [];
  return caller.memberships.filter(({ role }) => may[role]?.includes(relation) ?? false);
}
