import type { Bilingual } from '#libs/calendar';
import type { Caller } from '#libs/access';
import type { Engine, Refusal } from '#libs/engine';
import { sendEvents, type EventToSend } from '../journeys/send-event.js';

export interface RefusedOfMany {
  journeyId: string;
  code: string;
  detail: Bilingual;
  /** Where in the event the ground of the no is. */
  errors?: { path: string; code: string; message: Bilingual }[];
}

export interface SentToMany {
  accepted: number;
  refused: RefusedOfMany[];
}

/**
 * Sends one event to many journeys, many to a transaction: a refusal of one never spoils the others. By journey, the
 * caller as what he is on it.
 */
export async function sendToMany(
  engine: Pick<Engine, 'applyMany'>,
  newId: () => string,
  callers: ReadonlyMap<string, Caller>,
  event: Omit<EventToSend, 'journeyId'>,
): Promise<SentToMany> {
  const answer: SentToMany = { accepted: 0, refused: [] };
  const events = [...callers]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([journeyId, caller]) => ({ ...event, journeyId, caller }));
  for (const outcome of await sendEvents(engine, newId, events)) {
    if (outcome.ok) answer.accepted += 1;
    else answer.refused.push(refusedOf(outcome.instanceId, outcome.refusal));
  }
  return answer;
}

function refusedOf(journeyId: string, { code, detail, errors }: Refusal): RefusedOfMany {
  return { journeyId, code, detail, ...(errors && { errors }) };
}
