import { laterOf, type LocalDate } from '#libs/calendar';
import { today } from '../context/clock.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { Toolbox } from '../folds/fold.js';
import { datesAfter } from '../folds/verb.folds.js';
import type { ParamsOf } from '../participant-journey.effects.js';
import type { PayloadOf } from '../participant-journey.events.js';

type Notice = ParamsOf<'notify'>;

/** A date that a move of the cohort's dates changed: `startsOn`, `selfLearning.to`, `assessmentOpens`, … */
export interface MovedDate {
  date: string;
  from: LocalDate;
  to: LocalDate;
}

/**
 * Who is told that the cohort's dates moved, with the old and the new ones; nobody where nothing of this journey moves. Runs
 * before the fold.
 */
export function dateNotices(
  context: JourneyContext,
  move: PayloadOf<'cohortRescheduled'>,
  toolbox: Toolbox,
): Notice[] {
  const after = { ...context, ...datesAfter(context, move, toolbox) };
  const dates = movedDates(context, after, toolbox);
  if (dates.length === 0) return [];
  const params = { reason: move.reason, dates };
  return concerned(context, after).map((to) => ({ to, message: 'cohortDatesMoved', params }));
}

/** Once he is assessed, or goes to the assessment without training, nothing of a person hangs on the cohort's dates. */
function movedDates(before: JourneyContext, after: JourneyContext, toolbox: Toolbox): MovedDate[] {
  if (before.windowFrom || before.assessment) return [];
  const window = movedWindow(before, after, toolbox);
  return before.passedOn ? window : [...movedTraining(before, after), ...window];
}

/** What is over on both dates moves nobody, but for the end, from which the evaluation is counted. */
function movedTraining(before: JourneyContext, after: JourneyContext): MovedDate[] {
  const now = today(before);
  const stages = (after.stages ?? []).flatMap(({ stage, from, to }) => {
    const old = before.stages?.find((one) => one.stage === stage);
    return [...changed(`${stage}.from`, old?.from, from), ...changed(`${stage}.to`, old?.to, to)];
  });
  const ahead = [...changed('startsOn', before.startsOn, after.startsOn), ...stages].filter(
    ({ from, to }) => laterOf(from, to) >= now,
  );
  return [...ahead, ...changed('endsOn', before.endsOn, after.endsOn)];
}

/** The window of the separate assessment; one that opened is not opened again. */
function movedWindow(before: JourneyContext, after: JourneyContext, { dues }: Toolbox): MovedDate[] {
  if (before.option === 'integrated') return [];
  const on = (name: 'assessmentOpens' | 'assessmentCloses', context: JourneyContext) =>
    dues.dues[name](context)?.on;
  const opening = before.windowOpenedOn
    ? []
    : changed('assessmentOpens', on('assessmentOpens', before), on('assessmentOpens', after));
  return [
    ...opening,
    ...changed('assessmentCloses', on('assessmentCloses', before), on('assessmentCloses', after)),
  ];
}

function changed(
  date: string,
  from: LocalDate | null | undefined,
  to: LocalDate | null | undefined,
): MovedDate[] {
  return from && to && from !== to ? [{ date, from, to }] : [];
}

/** Coach and mentor of the training, as long as it isn't over. */
function concerned(before: JourneyContext, after: JourneyContext): Notice['to'][] {
  const now = today(before);
  const isOver = before.passedOn !== null || laterOf(before.endsOn ?? now, after.endsOn ?? now) < now;
  return [
    'participant',
    'agency',
    ...(before.coach && !isOver ? (['coach'] as const) : []),
    ...(before.mentor && !isOver ? (['mentor'] as const) : []),
  ];
}
