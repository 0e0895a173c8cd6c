import {
  addDays,
  addPeriod,
  addWorkingDays,
  daysBetween,
  isWorkingDay,
  localDateOf,
  subtractPeriod,
  type Calendar,
  type Instant,
  type LocalDate,
  type Zone,
} from '#libs/calendar';
import type { ReminderPolicy, ReminderStage, ReminderStep } from '#libs/knowledge';
import { instantAt } from '../timetable/session-times.js';

/** A step that a task came to: when, and whom it is told to. */
export interface OwedStep {
  step: string;
  to: ReminderStage;
  at: Instant;
}

/** After the first, up to and including the second. */
export interface Interval {
  after: Instant;
  upTo: Instant;
}

/** Names a step for good: the same step of the same task and due date is told once, whatever the policy's order. */
export function stepKey({ when, period, to }: ReminderStep): string {
  return when === 'on' ? `on:${to}` : `${when}:${period}:${to}`;
}

/** When a step is told, for a task due on a day. A closed day is avoided where the step asks for it. */
export function momentOf(step: ReminderStep, dueOn: LocalDate, zone: Zone, calendar: Calendar): Instant {
  const day = dayOf(step, dueOn);
  const open =
    !step.workingDays || isWorkingDay(calendar, day)
      ? day
      : addWorkingDays(calendar, day, step.when === 'after' ? 1 : -1);
  return instantAt(open, step.at, zone);
}

function dayOf({ when, period }: ReminderStep, dueOn: LocalDate): LocalDate {
  if (when === 'before') return subtractPeriod(dueOn, period);
  return when === 'after' ? addPeriod(dueOn, period) : dueOn;
}

export interface TaskInTime {
  due: Instant;
  zone: Zone;
  /** When the task was opened or its due date was set, whichever is later: what lay before is no reminder any more. */
  since: Instant;
}

/** The steps of a task whose moment lies within an interval and after the due date was set, in order of time. */
export function owedSteps(
  task: TaskInTime,
  steps: readonly ReminderStep[],
  calendar: Calendar,
  { after, upTo }: Interval,
): OwedStep[] {
  const dueOn = localDateOf(task.due, task.zone);
  return steps
    .map((step) => ({ step: stepKey(step), to: step.to, at: momentOf(step, dueOn, task.zone, calendar) }))
    .filter(({ at }) => at > after && at <= upTo && at > task.since)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** Of steps that are owed at once after a standstill, which are still worth telling: the latest to each. */
export function worthTelling(owed: readonly OwedStep[]): ReadonlySet<OwedStep> {
  return new Set(new Map(owed.map((step) => [step.to, step])).values());
}

const stepsOf = ({ steps }: ReminderPolicy): ReminderStep[] => [
  ...steps.default,
  ...Object.values(steps.kinds).flat(),
];

/** The zones in which the clock passes a time of the policy within an interval; in all others nothing can be owed. */
export function zonesWithMoments<Z extends Zone>(
  policy: ReminderPolicy,
  zones: readonly Z[],
  { after, upTo }: Interval,
): Z[] {
  const times = [...new Set(stepsOf(policy).map(({ at }) => at))];
  return zones.filter((zone) => {
    const [first, last] = [localDateOf(after, zone), localDateOf(upTo, zone)];
    if (daysBetween(first, last) > 1) return times.length > 0;
    return [first, last].some((day) =>
      times.some((time) => {
        const moment = instantAt(day, time, zone);
        return moment > after && moment <= upTo;
      }),
    );
  });
}

/** Offices are never closed for longer; a step that asks for a working day moves by less. */
const LONGEST_CLOSURE_DAYS = 21;

/** The due dates, by instants, of which a step can fall within an interval. */
export function dueWithin(policy: ReminderPolicy, { after, upTo }: Interval): { from: Instant; to: Instant } {
  const reach = (when: ReminderStep['when']) =>
    Math.max(
      0,
      ...stepsOf(policy)
        .filter((step) => step.when === when)
        .map(({ period }) => daysBetween('2025-01-01', addPeriod('2025-01-01', period))),
    );
  const day = (instant: Instant, by: number) =>
    instantAt(addDays(localDateOf(instant, 'Asia/Jakarta'), by), '00:00', 'Asia/Jakarta');
  return {
    from: day(after, -reach('after') - LONGEST_CLOSURE_DAYS),
    to: day(upTo, reach('before') + LONGEST_CLOSURE_DAYS),
  };
}
