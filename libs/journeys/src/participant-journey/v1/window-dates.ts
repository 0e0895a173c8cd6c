import { earlierOf, type LocalDate } from '#libs/calendar';
import type { JourneyContext } from './context/journey-context.js';
import type { JourneyDues } from './deadlines/journey-dues.js';
import { hasRetest } from './standing.js';

export interface WindowDates {
  opensOn: LocalDate;
  closesOn: LocalDate | null;
}

/**
 * Between which days an assessment after training may be dated. One that was returned is judged by the dates first
 * used, whatever was moved since; a window that opened stays open from the day on which it did.
 */
export function windowDatesOf(context: JourneyContext, { dues }: JourneyDues): WindowDates {
  const { assessment, windowFrom, windowOpenedOn } = context;
  if (assessment) return { opensOn: assessment.opensOn, closesOn: assessment.closesOn };
  const opensOn = dues.assessmentOpens(context)?.on ?? context.enteredOn;
  return {
    opensOn: windowFrom ?? (windowOpenedOn ? earlierOf(windowOpenedOn, opensOn) : opensOn),
    closesOn: dues.assessmentCloses(context)?.on ?? null,
  };
}

/** The first day of the re-test: the one stored when the round ended, or the one a returned re-test was judged by. */
export function retestOpensOn(context: JourneyContext): LocalDate {
  const { assessment, retestFromOn, enteredOn } = context;
  const judged = hasRetest(context) ? assessment?.opensOn : retestFromOn;
  return judged ?? enteredOn;
}
