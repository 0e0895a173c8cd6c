import { addDays, daysBetween, type Instant, type LocalDate } from '#libs/calendar';
import type { CohortDates } from '../cohorts/cohort-dates.js';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import type { Fault } from '../refusal.js';
import { searchClashes, type PlacedSession, type TimetableClash } from './clash-search.js';
import { misplaced } from './check-timetable.js';
import type { Member } from './members.js';
import { atRow, warningsOf } from './session-drafting.js';
import { instantAt, localTimesOf } from './session-times.js';
import type { SessionRow } from './session.js';
import type { TimetableDeps } from './timetable-deps.js';
import type { TimetableStore } from './timetable-store.port.js';

/** What a move of its cohort's dates means for one session that is still ahead. */
export interface SessionShift {
  session: SessionRow;
  /** Where it would stand if it moved along; null where it has no reason to move, or has begun. */
  to: PlacedSession | null;
  /** As it stands it lies outside of the new dates. */
  outside: boolean;
  /** Of the day that it would move to: holidays, weekends, hours. */
  warnings: Fault[];
}

export interface ShiftPlan {
  /** Those that would move, and those that lie outside, by beginning. */
  shifts: SessionShift[];
  /** Of the sessions where they would stand, among themselves and in the whole institute. */
  clashes: TimetableClash[];
  /** Of sessions that would lie outside all the same, at their place among the shifts. */
  faults: Fault[];
  members: Member[];
}

/**
 * How the sessions of a cohort would move along with its dates: by as many days as the beginning of their stage (without
 * stage: of the training); where only the end moves, whatever then lies outside by as many days as the end. Writes nothing.
 */
export async function planShift(
  deps: TimetableDeps,
  store: TimetableStore,
  cohort: CohortRow,
  dates: CohortDates,
  at: Instant,
): Promise<ShiftPlan> {
  const after: CohortRow = { ...cohort, ...dates };
  const standing = await store.ofCohorts([cohort.id], { from: at, to: null });
  const drawn = standing
    .map((session) => ({
      session,
      outside: misplaced(session, after).length > 0,
      to: shifted(session, cohort, after, at),
    }))
    .filter(({ outside, to }) => outside || to !== null);
  const moved = drawn.flatMap(({ to }) => to ?? []);
  const search = await searchClashes(deps, store, moved);
  const shifts = drawn.map((one) => ({
    ...one,
    warnings: one.to === null ? [] : warningsOf(deps, after, one.to, search),
  }));
  const faults = shifts.flatMap(({ to }, index) =>
    to === null ? [] : misplaced(to, after).map((one) => atRow(index, one)),
  );
  return { shifts, clashes: search.clashes, faults, members: search.members };
}

/** Whoever was there was there on that day: what has begun, or has its register, stays. */
function shifted(
  session: SessionRow,
  before: CohortRow,
  after: CohortRow,
  at: Instant,
): PlacedSession | null {
  if (session.startsAt <= at || session.recorded > 0) return null;
  const days = daysToShift(session, before, after);
  if (days === 0) return null;
  const { date, start, end } = localTimesOf(session);
  const on = addDays(date, days);
  return {
    ...session,
    startsAt: instantAt(on, start, session.zone),
    endsAt: instantAt(on, end, session.zone),
  };
}

function daysToShift(session: SessionRow, before: CohortRow, after: CohortRow): number {
  const [was, is] = [spanOf(session, before), spanOf(session, after)];
  if (!was || !is) return 0;
  const begins = daysBetween(was.from, is.from);
  if (begins !== 0) return begins;
  return misplaced(session, after).length > 0 ? daysBetween(was.to, is.to) : 0;
}

function spanOf(
  { stage }: Pick<SessionRow, 'stage'>,
  { startsOn, endsOn, stages }: CohortRow,
): { from: LocalDate; to: LocalDate } | null {
  const own = stage === null ? undefined : stages?.find((one) => one.stage === stage);
  if (own) return own;
  return startsOn && endsOn ? { from: startsOn, to: endsOn } : null;
}
