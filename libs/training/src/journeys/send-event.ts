import type { Caller } from '#libs/access';
import type { Engine, Outcome } from '#libs/engine';
import { participantJourneyEvents } from '#libs/journeys';
import { actorFor } from './actor.js';

export interface EventToSend {
  journeyId: string;
  type: string;
  payload: Record<string, unknown>;
  expectedRevision?: number;
}

/** Sends an event in the caller's name. The engine says whether it exists, is open to the role, well formed and accepted now. */
export function sendEvent(
  engine: Pick<Engine, 'apply'>,
  newId: () => string,
  caller: Caller,
  event: EventToSend,
): Promise<Outcome> {
  const { journeyId, type, payload, expectedRevision } = event;
  return engine.apply({
    instanceId: journeyId,
    messageId: newId(),
    type,
    payload,
    actor: actorFor(caller, rolesFor(type)),
    ...(expectedRevision !== undefined && { expectedRevision }),
  });
}

function rolesFor(type: string): readonly string[] {
  return Object.hasOwn(participantJourneyEvents, type)
    ? participantJourneyEvents[type as keyof typeof participantJourneyEvents].roles
    : [];
}
