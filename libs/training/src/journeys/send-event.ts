import type { Caller } from '#libs/access';
import type { Engine, Message, Outcome } from '#libs/engine';
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
  return offeredTo(await engine.apply(messageOf(newId, caller, event)), rolesOf(caller));
}

/** The same for many, each in the name of its own sender, in the order of the events. */
export async function sendEvents(
  engine: Pick<Engine, 'applyMany'>,
  newId: () => string,
  events: readonly (EventToSend & { caller: Caller })[],
): Promise<Outcome[]> {
  const outcomes = await engine.applyMany(events.map((event) => messageOf(newId, event.caller, event)));
  return outcomes.map((outcome, index) => offeredTo(outcome, rolesOf(events[index]!.caller)));
}

function messageOf(newId: () => string, caller: Caller, event: EventToSend): Message {
  const { journeyId, type, payload, expectedRevision } = event;
  return {
    instanceId: journeyId,
    messageId: newId(),
    type,
    payload,
    actor: actorFor(caller, fittingRoles(type, payload, rolesOf(caller))),
    ...(expectedRevision !== undefined && { expectedRevision }),
  };
}
