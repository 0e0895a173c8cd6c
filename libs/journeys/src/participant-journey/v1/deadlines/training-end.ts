import type { LocalDate } from '#libs/calendar';
import type { JourneyContext } from '../context/journey-context.js';
import type { RuleBook } from './due-rule.js';

type Ended = Pick<JourneyContext, 'deferredOn' | 'passedOn' | 'endsOn' | 'overrides'>;

/** The end of training: the cohort's date or its rescheduling, but for the deferred the day on which they passed. */
export function trainingEndOf(context: Ended): LocalDate | null {
  return context.deferredOn && context.passedOn ? context.passedOn : lastDayOf(context);
}

function lastDayOf({ endsOn, overrides }: Ended): LocalDate | null {
  const override = overrides['trainingEnds'];
  return override && override.insteadOf === endsOn ? override.due : endsOn;
}

/**
 * The day from which the assessment's window is counted: the end of training, for the deferred the day of passing or the
 * same end, by the policy (seed 002, Alternatives I to IV c, leaves it open).
 */
export function windowStartOf(context: Ended, book: RuleBook): LocalDate | null {
  return countsFromPassing(context, book) ? context.passedOn : lastDayOf(context);
}

export function countsFromPassing({ deferredOn, passedOn }: Ended, { policy }: RuleBook): boolean {
  return deferredOn !== null && passedOn !== null && policy.windowOfDeferred === 'passing';
}
