import type { Caller } from '#libs/access';
import type { Engine, Outcome } from '#libs/engine';
import { actorFor, rolesOf } from './actor.js';
import { fittingRoles, offeredTo } from './open-to.js';

export interface EventToSend {
  journeyId: string;
  type: string;
  payload: Record<string, unknown>;
  expectedRevision?: number;
}

/** Sends an event in the caller's name. The engine says whether it exists, is open to the role, well formed and accepted now. */
export async function sendEvent(
  engine: Pick<Engine, 'apply'>,
  newId: () => string,
  caller: Caller,
  event: EventToSend,
): Promise<Outcome> {
  const { journeyId, type, payload, expectedRevision } = event;
  const roles = rolesOf(caller);
  const outcome = await engine.apply({
    instanceId: journeyId,
    messageId: newId(),
    type,
    payload,
    actor: actorFor(caller, fittingRoles(type, payload, roles)),
    ...(expectedRevision !== undefined && { expectedRevision }),
  });
  return offeredTo(outcome, roles);
}
