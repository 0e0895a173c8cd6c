import { fire, type Actor, type AnyDefinition, type StepResult } from '#libs/statechart';
import { LOG } from './definitions.js';

/** One entry to be: what happened, and what the step made of the instance. */
export interface Step {
  type: string;
  data: Record<string, unknown>;
  actor: Actor;
  result: StepResult;
}

/** The engine itself: the actor of fired deadlines. */
export const SYSTEM: Actor = { id: 'system', role: 'system' };

/** Enough for years of repeating deadlines; what is left over, the sweeper fires. */
const MOST_AT_ONCE = 60;

/**
 * Fires what is due at once because of a step, in the order due and name, within the same unit: the answer then shows
 * where the instance really stands. A deadline that throws stays armed; fired on its own it opens its own incident.
 */
export function settle(definition: AnyDefinition, first: Step): Step[] {
  const steps = [first];
  for (let last = first; steps.length <= MOST_AT_ONCE; last = steps[steps.length - 1] as Step) {
    const next = fireNext(definition, last.result);
    if (!next) break;
    steps.push(next);
  }
  return steps;
}

function fireNext(definition: AnyDefinition, { stored, status }: StepResult): Step | null {
  const now = stored.machine.context.now;
  const name = status === 'live' ? earliestDue(stored.deadlines, now) : undefined;
  if (name === undefined) return null;
  try {
    const fired = fire(definition, stored, name, now);
    return fired.ok ? { type: LOG.deadlineFired, data: { name }, actor: SYSTEM, result: fired.result } : null;
  } catch {
    return null;
  }
}

function earliestDue(deadlines: StepResult['stored']['deadlines'], now: string): string | undefined {
  const due = Object.entries(deadlines).filter(([, { status, due: at }]) => status === 'armed' && at <= now);
  due.sort(([one, a], [other, b]) => compare(a.due, b.due) || compare(one, other));
  return due[0]?.[0];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
