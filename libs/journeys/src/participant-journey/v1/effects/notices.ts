import { earlierOf } from '#libs/calendar';
import type { ManagerialCode } from '#libs/competency';
import { STAGES } from '#libs/curriculum';
import { today } from '../context/clock.js';
import { outstanding } from '../context/course-keys.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { DueName } from '../deadlines/due-names.js';
import { trainingEndOf } from '../deadlines/training-end.js';
import type { Toolbox } from '../folds/fold.js';
import { hasCoaching, missingCompanions } from '../guards/placement.predicates.js';
import { areBriefed } from '../guards/training.predicates.js';
import { coursesDoneOf } from '../learning-plan-of.js';
import type { ParamsOf } from '../participant-journey.effects.js';
import type { PayloadOf } from '../participant-journey.events.js';
import { coachTasks, mentorTasks } from './training-tasks.js';

type Flag = ParamsOf<'flag'>;
type Notice = ParamsOf<'notify'>;

/** A deadline passed: whoever has to act is told; runs before the fold. */
export function overdueNotice(
  context: JourneyContext,
  name: DueName,
  to: Notice['to'],
  { dues }: Toolbox,
): Notice {
  return {
    to,
    message: 'deadlinePassed',
    params: { deadline: name, on: dues.dues[name](context)?.on ?? null },
  };
}

export function unusableReport({ reportCode }: JourneyContext): Flag[] {
  return reportCode ? [{ code: 'reportNotReused', params: { reason: reportCode } }] : [];
}

/** The start moved past the last valid day of the report in use; runs before the fold. */
export function expiredReport(context: JourneyContext, move: PayloadOf<'cohortRescheduled'>): Flag[] {
  const { reportValidUntil, startsOn, position, passedOn } = context;
  if (!reportValidUntil || !move.startsOn || position || passedOn) return [];
  const isNew = (startsOn ?? '') <= reportValidUntil && move.startsOn > reportValidUntil;
  return isNew
    ? [{ code: 'reportExpired', params: { validUntil: reportValidUntil, startsOn: move.startsOn } }]
    : [];
}

/** The report in use is valid when training starts, but not to its end. */
export function endingReport({ reportValidUntil, endsOn }: JourneyContext): Flag[] {
  const ends = reportValidUntil !== null && endsOn !== null && reportValidUntil < endsOn;
  return ends ? [{ code: 'reportEndsInTraining', params: { validUntil: reportValidUntil, endsOn } }] : [];
}

/** The same by a move of the dates; runs before the fold. */
export function endingReportMoved(context: JourneyContext, move: PayloadOf<'cohortRescheduled'>): Flag[] {
  const { reportValidUntil, position, passedOn } = context;
  if (!reportValidUntil || !move.endsOn || position || passedOn || endingReport(context).length > 0)
    return [];
  return endingReport({ ...context, endsOn: move.endsOn });
}

export function companionsMissing(context: JourneyContext): Flag[] {
  const missing = missingCompanions(context);
  return missing.length > 0 ? [{ code: 'companionsMissing', params: { missing } }] : [];
}

export function failedStage(payload: PayloadOf<'stageEvaluated'>): Flag[] {
  return payload.passed
    ? []
    : [{ code: 'stageFailed', params: { stage: payload.stage, score: payload.score } }];
}

/** Where the briefing is advised and not required, its lack is warned about once. Runs before the fold. */
export function unbriefedSession(context: JourneyContext, { heldOn }: PayloadOf<'sessionLogged'>): Flag[] {
  const warns = hasCoaching(context) && !context.briefingWarned && !areBriefed(context, heldOn);
  return warns ? [{ code: 'briefingMissing', params: { heldOn } }] : [];
}

/** What was left undone when training ended, for whoever decides on graduation. Runs before the fold. */
export function unfinishedTraining(context: JourneyContext, toolbox: Toolbox): Flag[] {
  const courses = positive(
    STAGES.map((stage) => [stage, outstanding(context.planned, context.done, stage).length]),
  );
  const sessions = positive([
    ['coaching', STAGES.flatMap((stage) => coachTasks(context, stage, toolbox)).length],
    ['mentoring', mentorTasks(context, toolbox).length],
  ]);
  const left = { courses, sessions, objectedOn: context.objectedOn };
  const isFinished = !context.objectedOn && [courses, sessions].every((one) => Object.keys(one).length === 0);
  return isFinished ? [] : [{ code: 'trainingUnfinished', params: left }];
}

const positive = (counts: [string, number][]): Record<string, number> =>
  Object.fromEntries(counts.filter(([, count]) => count > 0));

/**
 * Hours of lesson actually completed, once; a transfer takes them along instead. They are the programme's own hours: those
 * that a class was given by its emphasis would tell the class wherever hours are shown (seed 002, Alternative II, stigma).
 */
export function developmentHours(
  context: JourneyContext,
  { knowledge }: Toolbox,
): ParamsOf<'recordDevelopmentHours'>[] {
  const { programme, versions, hoursRecorded } = context;
  const done = coursesDoneOf(context);
  if (hoursRecorded || !programme || done.length === 0) return [];
  const courses = knowledge.programme(versions.programmes, programme).courses;
  const hours = done.reduce((sum, { course, stage }) => {
    const taught = courses.find(({ code }) => code === course)?.stages.find((one) => one.stage === stage);
    return sum + (taught?.hours ?? 0);
  }, 0);
  return [{ hours, courses: done.length, on: recordedOn(context), programme }];
}

const recordedOn = (context: JourneyContext) =>
  earlierOf(today(context), trainingEndOf(context) ?? today(context));

/** The unmet competencies on which no session of this round is logged. */
export function withoutEvidence({ verdict, evidence }: JourneyContext): ManagerialCode[] {
  return (verdict?.unmet ?? []).filter((code) => (evidence[code] ?? 0) === 0);
}

export function evidenceMissing(context: JourneyContext): Flag[] {
  const competencies = withoutEvidence(context);
  return competencies.length > 0 ? [{ code: 'remediationWithoutEvidence', params: { competencies } }] : [];
}

export function evidenceNotice(context: JourneyContext): Notice[] {
  const competencies = withoutEvidence(context);
  return competencies.length > 0
    ? [{ to: 'agency', message: 'remediationWithoutEvidence', params: { competencies } }]
    : [];
}
