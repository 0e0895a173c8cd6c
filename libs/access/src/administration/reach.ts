import { refused, type Refused } from '#libs/platform';
import type { Caller, CallerMembership } from '../caller.js';
import { decide, mayAll, relationsHeld, type Action, type Relation } from '../permissions/index.js';

/** Whether the caller may do it to this organisation: his own, a unit of it, or as LAN any. */
export function mayToOrganisation(caller: Caller, action: Action, id: string): { ok: true } | Refused {
  const verdict = decide(caller, action, standingTo(id));
  if (verdict === 'allowed') return { ok: true };
  return refused(verdict === 'forbidden' ? 'access.forbidden' : 'request.not_found');
}

function standingTo(id: string): (membership: CallerMembership) => readonly Relation[] {
  return ({ org, units = [] }) => (org === id || units.includes(id) ? ['owner', 'all'] : ['all']);
}

/** The organisations that the caller administers, units included; null for all there are. */
export function administeredBy(caller: Caller, action: Action): string[] | null {
  if (mayAll(caller, action)) return null;
  const held = relationsHeld(caller, action, 'owner');
  return [...new Set(held.flatMap(({ org, units = [] }) => [org, ...units]))];
}
