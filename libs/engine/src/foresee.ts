import { step, type AnyDefinition, type StoredSnapshot } from '#libs/statechart';
import type { Instant } from '#libs/calendar';
import { checkMessage } from './decide.js';
import type { Message, Refusal } from './message.js';
import { settle, type Step } from './settle.js';

export type Foreseen = { ok: true; steps: Step[] } | { ok: false; refusal: Refusal };

/**
 * The very steps that a message would make an instance take at this moment, those of deadlines that it makes due
 * included, or the no that it would get. Keeps nothing. A throw is a fault of the definition: the message would be parked.
 */
export function foresee(
  definition: AnyDefinition,
  stored: StoredSnapshot,
  message: Pick<Message, 'type' | 'payload' | 'actor'>,
  at: Instant,
): Foreseen {
  const checked = checkMessage(definition, message);
  if ('refusal' in checked) return { ok: false, refusal: checked.refusal };
  const { type, actor } = message;
  const stepped = step(definition, stored, { type, payload: checked.data, actor }, at);
  if (!stepped.ok) return stepped;
  return { ok: true, steps: settle(definition, { type, data: checked.data, actor, result: stepped.result }) };
}
