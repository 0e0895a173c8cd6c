import type { Caller, MembershipRole } from '#libs/access';
import type { Recipient } from '../inbox/inbox-store.port.js';
import { actorIdOf } from './actor.js';

/** As what else a membership is named on a journey, or told something. */
const ALSO: Partial<Record<MembershipRole, readonly string[]>> = { superior: ['mentor'] };

/** What is his wherever it is: his own way, and what everybody's LAN is told. */
const ANYWHERE: ReadonlySet<MembershipRole> = new Set(['participant', 'lan']);

/**
 * As what something may name the caller in person, and where: `role` anywhere, or `organisation:role` on what that
 * organisation owns or takes part in. Null for whoever acts as everything that he is.
 */
export function chosenRoles({
  memberships,
  within,
}: Pick<Caller, 'memberships' | 'within'>): string[] | null {
  if (!within) return null;
  const roles = memberships.flatMap(({ role }) => {
    if (ANYWHERE.has(role)) return [role];
    // Whoever leads a session is told so as a trainer.
    return [role, ...(ALSO[role] ?? []), 'trainer'].flatMap((one) => within.map((org) => `${org}:${one}`));
  });
  return [...new Set(roles)];
}

/** Whether something that names the caller in this role counts, of which these organisations are the owner and the parties. */
export function isChosen(
  chosen: readonly string[] | null,
  role: string,
  organisations: readonly string[],
): boolean {
  if (chosen === null || chosen.includes(role)) return true;
  return organisations.some((org) => chosen.includes(`${org}:${role}`));
}

/** Whose inbox, and as what he looks into it. */
export function recipientOf(caller: Caller): Recipient {
  return { id: actorIdOf(caller), chosen: chosenRoles(caller) };
}
