import { changes } from '#libs/access';
import { localDateOf, type Instant } from '#libs/calendar';
import type { Actor } from '#libs/statechart';
import type { Engine } from '#libs/engine';
import type { Refused } from '#libs/platform';
import { done, invalid, type Result } from '../refusal.js';
import { parseInput } from '../parse-input.js';
import type { TimetableClash } from '../timetable/clash-search.js';
import { clashing, invalidSessions } from '../timetable/plan-sessions.js';
import { planShift, type SessionShift, type ShiftPlan } from '../timetable/shift-sessions.js';
import type { TimetableDeps } from '../timetable/timetable-deps.js';
import { timetableNotices, type TimetableNotice } from '../timetable/timetable-notices.js';
import { faultsOfDates, type CohortDates } from './cohort-dates.js';
import { rescheduleInput, type RescheduleInput } from './cohort-input.js';
import type { CohortRow } from './cohort-store.port.js';
import type { DatePreview, MovedDeadline, NoticeAhead } from './reschedule-preview.js';

export interface RescheduleDeps {
  timetable: TimetableDeps;
  engine: Pick<Engine, 'apply'>;
  journeys: { liveOf(cohortId: string): Promise<string[]> };
  preview: (journeyId: string, payload: ReschedulePayload, actor: Actor, at: Instant) => Promise<DatePreview>;
  newId: () => string;
}

export type ReschedulePayload = Partial<CohortDates> & { reason: string };

export interface RescheduleAnswer {
  preview: boolean;
  /** The deadlines that move, of every journey. */
  moved: MovedDeadline[];
  /** Fired already, and so left as they are. */
  standing: MovedDeadline[];
  /** Who is told, once for each. */
  notices: NoticeAhead[];
  /** Sessions that are still ahead and move along, or would, and those that lie outside of the new dates. */
  sessions: SessionShift[];
  /** Of the sessions where they would stand, or stand now; none where they did not move. */
  clashes: TimetableClash[];
  refused: { journeyId: string; code: string; detail: { id: string; en: string } }[];
  journeys: number;
}

interface Move {
  cohort: CohortRow;
  dates: CohortDates;
  input: RescheduleInput;
  actor: Actor;
  at: Instant;
  /** Of this move: its notices and messages are told from those of another. */
  key: string;
}

/**
 * Moves a cohort's dates and with them every deadline that hangs on them, journey by journey; with `preview` it only
 * says which would move. The cohort's own row moves first, in one unit with its sessions: a move that broke off is finished
 * by sending it again.
 */
export async function rescheduleCohort(
  deps: RescheduleDeps,
  cohort: CohortRow,
  actor: Actor,
  body: unknown,
  at: Instant,
): Promise<Result<RescheduleAnswer>> {
  const parsed = parseInput(rescheduleInput, body);
  if (!parsed.ok) return parsed;
  const input = parsed.value;
  const dates = datesAfter(cohort, input);
  if (dates === null) return NO_DATES;
  const faults = faultsOfDates(dates, localDateOf(at, cohort.zone));
  if (faults.length > 0) return invalid('cohort.invalid', BAD_DATES, faults);
  const move: Move = { cohort, dates, input, actor, at, key: deps.newId() };
  const { startsOn, endsOn, stages, reason } = input;
  const payload: ReschedulePayload = {
    ...{ reason, ...(startsOn && { startsOn }), ...(endsOn && { endsOn }), ...(stages && { stages }) },
  };
  const journeys = await deps.journeys.liveOf(cohort.id);
  const seen = await previewAll(deps, journeys, payload, move);
  const shift = input.preview ? await previewShift(deps, move) : await carryOut(deps, move);
  if (!shift.ok) return shift;
  changes({ before: datesOf(cohort), after: dates });
  const { notices, ...sessions } = shift.value;
  return done({
    ...{ preview: input.preview === true, journeys: journeys.length, ...seen, ...sessions },
    notices: [...seen.notices, ...notices],
    refused: input.preview ? [] : await tellJourneys(deps, journeys, payload, move),
  });
}

function datesAfter(cohort: CohortRow, change: RescheduleInput): CohortDates | null {
  if (cohort.kind === 'assessment' || !cohort.startsOn || !cohort.endsOn || !cohort.stages) return null;
  return {
    startsOn: change.startsOn ?? cohort.startsOn,
    endsOn: change.endsOn ?? cohort.endsOn,
    stages: change.stages ?? cohort.stages,
  };
}

function datesOf({ startsOn, endsOn, stages }: CohortRow) {
  return { startsOn, endsOn, stages };
}

async function previewAll(
  deps: RescheduleDeps,
  journeys: readonly string[],
  payload: ReschedulePayload,
  { actor, at }: Move,
): Promise<DatePreview> {
  const all: DatePreview = { moved: [], standing: [], notices: [] };
  for (const journeyId of journeys) {
    const seen = await deps.preview(journeyId, payload, actor, at);
    all.moved.push(...seen.moved);
    all.standing.push(...seen.standing);
    all.notices.push(...seen.notices);
  }
  return all;
}

type Shifted = Pick<RescheduleAnswer, 'sessions' | 'clashes' | 'notices'>;

async function previewShift({ timetable: deps }: RescheduleDeps, move: Move): Promise<Result<Shifted>> {
  const { cohort, dates, at, input } = move;
  const plan = await planShift(deps, deps.timetable, cohort, dates, at);
  const notices = input.moveSessions ? newsOf(plan, move).map(noticeAhead) : [];
  return done({ sessions: plan.shifts, clashes: plan.clashes, notices });
}

/** The cohort's dates, and its sessions where they are to move along: all of it, or none with what stands in the way. */
async function carryOut({ timetable: deps }: RescheduleDeps, move: Move): Promise<Result<Shifted>> {
  const { cohort, dates, at, input, actor } = move;
  return deps.timetable.alone(cohort.orgId, async (store): Promise<Result<Shifted>> => {
    const plan = await planShift(deps, store, cohort, dates, at);
    const obstacle = input.moveSessions ? obstacleTo(plan, input) : null;
    if (obstacle) return obstacle;
    await store.moveCohort(cohort.id, dates);
    if (!input.moveSessions) return done({ sessions: plan.shifts, clashes: [], notices: [] });
    for (const { session, to } of plan.shifts) {
      if (to === null) continue;
      await store.change(to, {
        ...{ revision: session.revision + 1, change: 'changed', reason: input.reason, actorId: actor.id, at },
        clashesAllowed: plan.clashes.some(({ sessions }) => sessions.some(({ id }) => id === to.id)),
      });
    }
    const notices = newsOf(plan, move);
    await store.notify(notices);
    return done({ sessions: plan.shifts, clashes: plan.clashes, notices: notices.map(noticeAhead) });
  });
}

function obstacleTo({ shifts, clashes, faults }: ShiftPlan, input: RescheduleInput): Refused | null {
  if (faults.length > 0) return invalidSessions(faults);
  if (clashes.length === 0 || input.allowClashes) return null;
  return clashing(
    clashes,
    shifts.map(({ session }) => session),
  );
}

function newsOf({ shifts, members }: ShiftPlan, { cohort, key, at }: Move): TimetableNotice[] {
  const moves = shifts.flatMap(({ session, to }) => (to === null ? [] : [{ before: session, after: to }]));
  return timetableNotices({ orgId: cohort.orgId, cohortId: cohort.id, key, moves, members, at });
}

function noticeAhead({ role, message, journeyId }: TimetableNotice): NoticeAhead {
  return { to: role, message, journeyId };
}

async function tellJourneys(
  { engine }: RescheduleDeps,
  journeys: readonly string[],
  payload: ReschedulePayload,
  { actor, key }: Move,
): Promise<RescheduleAnswer['refused']> {
  const refused: RescheduleAnswer['refused'] = [];
  for (const instanceId of journeys) {
    const messageId = `cohort:${key}`;
    const outcome = await engine.apply({ instanceId, messageId, type: 'cohortRescheduled', payload, actor });
    if (outcome.ok) continue;
    const { code, detail } = outcome.refusal;
    refused.push({ journeyId: instanceId, code, detail });
  }
  return refused;
}

const NO_DATES = invalid('cohort.no_dates', {
  id: 'Angkatan asesmen tidak punya tanggal pelatihan untuk dipindahkan.',
  en: 'An assessment cohort has no training dates to move.',
});
const BAD_DATES = {
  id: 'Tanggal angkatan belum benar. Perbaiki bagian yang disebut.',
  en: "The cohort's dates are not valid. Correct the parts named below.",
};
