import type { Outcome } from '#libs/engine';
import { participantJourneyEvents, SESSION_ROLES } from '#libs/journeys';

/** The roles that may send an event; nobody may send one that there is not. */
export function rolesFor(type: string): readonly string[] {
  return Object.hasOwn(participantJourneyEvents, type)
    ? participantJourneyEvents[type as keyof typeof participantJourneyEvents].roles
    : [];
}

/** Under which of several roles somebody sends an event: sessions as the one whose kind they are. */
export function fittingRoles(
  type: string,
  payload: Record<string, unknown>,
  roles: readonly string[],
): readonly string[] {
  const { kind } = payload;
  const fitting =
    type === 'sessionLogged' && (kind === 'coaching' || kind === 'mentoring') ? SESSION_ROLES[kind] : null;
  return fitting !== null && roles.includes(fitting) ? [fitting] : rolesFor(type);
}

export function isOpenTo(type: string, roles: readonly string[]): boolean {
  const allowed = rolesFor(type);
  return roles.some((role) => allowed.includes(role));
}

/** The outcome with the events that somebody in these roles may send himself, as on the journey's own page. */
export function offeredTo<One extends Outcome>(outcome: One, roles: readonly string[]): One {
  const mine = (events: string[]) => events.filter((type) => isOpenTo(type, roles));
  if (outcome.ok) return { ...outcome, allowedEvents: mine(outcome.allowedEvents) };
  const { refusal } = outcome;
  return refusal.allowedEvents
    ? { ...outcome, refusal: { ...refusal, allowedEvents: mine(refusal.allowedEvents) } }
    : outcome;
}
