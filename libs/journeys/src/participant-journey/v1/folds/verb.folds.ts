import { addDays, daysBetween, localDateOf, toInstant, type LocalDate } from '#libs/calendar';
import { today } from '../context/clock.js';
import type { JourneyContext } from '../context/journey-context.js';
import { DUE_NAMES, type DueName } from '../deadlines/due-names.js';
import { journeyDues } from '../deadlines/journey-dues.js';
import type { JourneyKnowledge } from '../journey-knowledge.js';
import type { PayloadOf } from '../participant-journey.events.js';
import type { Fold, Toolbox } from './fold.js';

export const suspended: Fold<'suspended'> = (context) => ({ suspendedOn: today(context) });

/** Shifts rows by the suspended local days; facts and whatever hangs on cohort dates or the end of training stay. */
export const resumed: Fold<'resumed'> = (context, { payload }, toolbox) => {
  const days = context.suspendedOn ? daysBetween(context.suspendedOn, today(context)) : 0;
  const names = DUE_NAMES.filter((name) => payload.moves?.includes(name) ?? true);
  const shiftable = days === 0 ? [] : names.filter((name) => isShifted(name, context, toolbox));
  const { shifts, overrides, fired } = shiftable.reduce((moved, name) => shift(moved, name, days, toolbox), {
    ...context,
    shifts: shiftsInForce(context, toolbox),
  });
  return { suspendedOn: null, shifts, overrides, fired };
};

/** Those whose anchor is still the same; the others would only fill the snapshot. */
function shiftsInForce(context: JourneyContext, { dues }: Toolbox): JourneyContext['shifts'] {
  const all = Object.entries(context.shifts);
  return Object.fromEntries(
    all.filter(([name, [, anchor]]) => dues.anchorOf(name as DueName, context) === anchor),
  );
}

/** Whether a resumption shifts this row: it has a date, and one that does not stand. */
export function isShifted(name: DueName, context: JourneyContext, { dues }: Toolbox): boolean {
  return !dues.ruleOf(name, context).stands && dues.anchorOf(name, context) !== null;
}

function shift(context: JourneyContext, name: DueName, suspended: number, { dues }: Toolbox): JourneyContext {
  const anchor = dues.anchorOf(name, context);
  if (!anchor) return context;
  // What was to be reckoned from a later day has lost the days since then only; from a day still ahead, none.
  const days = Math.min(suspended, daysBetween(anchor, today(context)));
  if (days <= 0) return context;
  const known = context.shifts[name];
  const before = dues.reckoned(name, context);
  const fired = context.fired[name];
  const moved: JourneyContext = {
    ...context,
    shifts: {
      ...context.shifts,
      [name]: [days + (known?.[1] === anchor ? known[0] : 0), anchor],
    },
    fired: fired ? { ...context.fired, [name]: addDays(fired, days) } : context.fired,
  };
  const override = context.overrides[name];
  const insteadOf = dues.reckoned(name, moved);
  if (!override || !insteadOf || override.insteadOf !== before) return moved;
  return {
    ...moved,
    overrides: { ...context.overrides, [name]: { due: addDays(override.due, days), insteadOf } },
  };
}

/** The local day that a rescheduling names, by a date or by an instant. */
export function dayOf(due: string, { zone }: Pick<JourneyContext, 'zone'>): LocalDate {
  return due.includes('T') ? localDateOf(toInstant(due), zone) : due;
}

export const rescheduled: Fold<'rescheduled'> = (context, { payload }, { dues }) => {
  const insteadOf = dues.reckoned(payload.deadline as DueName, context);
  if (!insteadOf) return {};
  const override = { due: dayOf(payload.due, context), insteadOf };
  return { overrides: { ...context.overrides, [payload.deadline]: override } };
};

export const cohortRescheduled: Fold<'cohortRescheduled'> = (context, { payload }, toolbox) =>
  datesAfter(context, payload, toolbox);

/** What a move of the cohort's dates changes in a journey. */
export function datesAfter(
  context: JourneyContext,
  move: PayloadOf<'cohortRescheduled'>,
  toolbox: Toolbox,
): Partial<JourneyContext> {
  const dates = {
    startsOn: move.startsOn ?? context.startsOn,
    endsOn: move.endsOn ?? context.endsOn,
    stages: move.stages ?? context.stages,
  };
  return { ...dates, ...windowLeftOpen(context, { ...context, ...dates }, toolbox) };
}

/** A window that opened and has not closed yet is not closed behind anybody by a move: then its closing stands. */
function windowLeftOpen(
  before: JourneyContext,
  after: JourneyContext,
  { dues }: Toolbox,
): Partial<JourneyContext> {
  if (!before.windowOpenedOn || before.assessment) return {};
  const due = dues.dues.assessmentCloses(before)?.on;
  const moved = dues.dues.assessmentCloses(after)?.on;
  const insteadOf = dues.reckoned('assessmentCloses', after);
  const now = today(before);
  if (!due || !moved || !insteadOf || due < now || moved >= now) return {};
  return { overrides: { ...before.overrides, assessmentCloses: { due, insteadOf } } };
}

export const calendarChanged: Fold<'calendarChanged'> = (context, { payload }) => ({
  versions: { ...context.versions, calendar: payload.calendar },
});

/** Names of the deadlines that a resumption would shift now; `resumed.moves` names those that it does shift. */
export function shiftedByResuming(context: JourneyContext, knowledge: JourneyKnowledge): DueName[] {
  const toolbox = { knowledge, dues: journeyDues(knowledge) };
  return DUE_NAMES.filter((name) => isShifted(name, context, toolbox));
}
