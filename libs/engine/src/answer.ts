import { digestOf } from './chain.js';
import type { Outcome, Refusal } from './message.js';
import type { Decision, InboxEntry } from './engine-store.port.js';
import { messageIdReused } from './refusals.js';
import type { Envelope } from './unit.js';

/** What the engine answers within itself: the outcome, and what the nudge after commit is about. */
export interface Answer {
  outcome: Outcome;
  outbox: string[];
}

/** A no that leaves no trace: the same message may be judged again. */
export function no(instanceId: string, refusal: Refusal): Decision<Answer> {
  return { do: 'answer', answer: { outcome: refused(instanceId, refusal), outbox: [] } };
}

export function refused(instanceId: string, refusal: Refusal): Outcome {
  return { ok: false, instanceId, refusal, replayed: false };
}

/** Answers as the first time; another content under the same id is a fault of the sender. */
export function replay(seen: InboxEntry, envelope: Envelope, instanceId: string): Decision<Answer> {
  const differs = seen.salt !== null && seen.digest !== digestOf(seen.salt, envelope.content);
  if (differs) return no(instanceId, messageIdReused());
  return { do: 'answer', answer: { outcome: { ...seen.outcome, replayed: true }, outbox: [] } };
}
