import { addPeriod, type Bilingual, type LocalDate, type Period } from '#libs/calendar';
import type { JourneyPolicy } from '../../../policy.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { Calendar } from '#libs/calendar';

/** What a rule may look at besides the context: the settings and the calendar of the context's versions. */
export interface RuleBook {
  policy: JourneyPolicy;
  calendar: Calendar;
}

/** How one deadline is reckoned: from an anchor in context, never from the moment of entry. */
export interface DueRule {
  /** Opens at 00:00:00 of its day, or closes at 23:59:59. */
  time: 'opens' | 'closes';
  /** Hangs on the cohort's dates or the end of training: a suspension does not shift it. */
  stands: boolean;
  /** Comes back after each firing. */
  every?: (policy: JourneyPolicy) => Period;
  /** May not be set to before what is reckoned: the rule itself asks for the time. */
  notBeforeRule?: true;
  /** The date that it is counted from; null when no row is wanted now. */
  anchor: (context: JourneyContext, book: RuleBook) => LocalDate | null;
  on: (from: LocalDate, book: RuleBook) => LocalDate;
  why: (from: LocalDate, book: RuleBook, context: JourneyContext) => Bilingual;
}

/** The end of a period after the anchor. */
export const after =
  (period: (policy: JourneyPolicy) => Period) =>
  (from: LocalDate, { policy }: RuleBook): LocalDate =>
    addPeriod(from, period(policy));

/** The anchor itself. */
export const same = (from: LocalDate): LocalDate => from;
