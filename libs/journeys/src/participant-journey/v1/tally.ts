import type { DeadlineDue, Tally } from '#libs/statechart';
import type { JourneyContext } from './context/journey-context.js';

/** Coaching and mentoring run beside the learning region, which stands for training as a whole. */
const BESIDE = ['training.coaching', 'training.mentoring'];

/** Where a cohort's board shows the journey, and whether a date passed while what was due then is still awaited. */
export function tallyOf(context: JourneyContext, state: string[], armed: DeadlineDue[]): Tally {
  const main = state.find((path) => !BESIDE.some((region) => path.startsWith(region)));
  // An escalating deadline that comes back after it fired is armed again under its own name.
  const isLate = context.suspendedOn === null && armed.some(({ name }) => name in context.fired);
  return { state: main ?? '', late: isLate };
}
