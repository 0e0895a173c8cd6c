import type { LocalDate } from '#libs/calendar';
import type { JourneyContext } from '../context/journey-context.js';

type Ended = Pick<JourneyContext, 'deferredOn' | 'passedOn' | 'endsOn' | 'overrides'>;

/**
 * The day from which the assessment's window is counted: the end of training as the cohort's date or its rescheduling
 * has it, but for the deferred the day on which graduation was decided (seed 002, Alternatives I to IV c, leaves it open).
 */
export function trainingEndOf({ deferredOn, passedOn, endsOn, overrides }: Ended): LocalDate | null {
  if (deferredOn && passedOn) return passedOn;
  const override = overrides['trainingEnds'];
  return override && override.insteadOf === endsOn ? override.due : endsOn;
}
