import type { Bilingual } from '#libs/calendar';
import { today } from '../context/clock.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { DueName } from '../deadlines/due-names.js';
import { dayOf } from '../folds/verb.folds.js';
import type { PayloadOf } from '../participant-journey.events.js';
import { faultOfDates } from '../stage-dates.js';
import type { Objections } from './objections.js';

export const verbObjections: Objections = {
  resumed: (context) => (context.suspendedOn ? null : 'journey.not_suspended'),
  rescheduled: (context, { payload }, { dues }) => {
    const name = payload.deadline as DueName;
    const reckoned = name in dues.dues ? dues.reckoned(name, context) : null;
    if (!reckoned) return 'deadline.not_armed';
    const day = dayOf(payload.due, context);
    if (dues.ruleOf(name, context).notBeforeRule && day < reckoned) return 'reschedule.before_rule';
    return day < today(context) ? 'reschedule.in_past' : null;
  },
  calendarChanged: (_context, { payload }, { knowledge }) =>
    knowledge.hasCalendar(payload.calendar) ? null : 'calendar.unknown',
  cohortRescheduled: (context, { payload }) => (faultOfMove(context, payload) ? 'cohort.dates' : null),
};

/** What would be wrong with the cohort's dates after a move; null when nothing is. */
export function faultOfMove(context: JourneyContext, move: PayloadOf<'cohortRescheduled'>): Bilingual | null {
  const startsOn = move.startsOn ?? context.startsOn;
  const endsOn = move.endsOn ?? context.endsOn;
  const stages = move.stages ?? context.stages;
  return startsOn && endsOn && stages ? faultOfDates({ startsOn, endsOn, stages }) : null;
}
