import { STAGES, type Stage } from '#libs/curriculum';
import { outstanding } from '../context/course-keys.js';
import { today } from '../context/clock.js';
import type { JourneyContext } from '../context/journey-context.js';
import { trainingEndOf } from '../deadlines/training-end.js';
import { sessionOf } from '../folds/training.folds.js';
import type { Toolbox } from '../folds/fold.js';
import { hasCoaching, missingCompanions } from '../guards/placement.predicates.js';
import { unbriefed } from '../guards/training.predicates.js';
import { gapsOf } from '../learning-plan-of.js';
import type { PayloadOf } from '../participant-journey.events.js';
import type { TaskName } from '../tasks.js';
import { closingKeys, task, type CloseTasks, type OpenTask } from './task-effects.js';

const ASSIGN: Record<'class' | 'coach' | 'mentor', TaskName> = {
  class: 'assignClass',
  coach: 'assignCoach',
  mentor: 'assignMentor',
};

/** Who or what is still missing before training. */
export function assignmentTasks(context: JourneyContext): OpenTask[] {
  return missingCompanions(context).map((missing) => task(ASSIGN[missing], 'trainingStarts'));
}

/** The briefing of whoever is assigned and has none, where coaching is the treatment (seed 002, IV b; III advised). */
export function briefingTasks(context: JourneyContext): OpenTask[] {
  const isOver = context.windowFrom !== null || today(context) > (trainingEndOf(context) ?? '');
  if (!hasCoaching(context) || isOver) return [];
  return unbriefed(context, today(context))
    .filter((role) => context[role] !== null)
    .map((role) => task('attendBriefing', null, { of: role, role, subject: { person: context[role]! } }));
}

/** Closed when the person who is assigned is briefed, or somebody else takes the place. */
export function briefingsDone(context: JourneyContext): CloseTasks[] {
  const missing = unbriefed(context, today(context));
  const done = (['coach', 'mentor'] as const).filter((role) => !missing.includes(role));
  return closingKeys(...done.map((role) => `attendBriefing:${role}`));
}

/** An empty stage opens no task. */
export function courseTasks(context: JourneyContext, stage: Stage): OpenTask[] {
  if (outstanding(context.planned, context.done, stage).length === 0) return [];
  return [task('completeCourses', `stageEnds.${stage}`, { of: stage, subject: { stage } })];
}

/** Closed once nothing is left to do in the stage. */
export function courseTasksDone(context: JourneyContext): CloseTasks[] {
  const done = STAGES.filter((stage) => outstanding(context.planned, context.done, stage).length === 0);
  return closingKeys(...done.map((stage) => `completeCourses:${stage}`));
}

/** The coach's planned sessions of a stage, where a medium or high gap asks for them. */
export function coachTasks(context: JourneyContext, stage: Stage, { knowledge }: Toolbox): OpenTask[] {
  const hasFocus = gapsOf(context, knowledge).competencies.some(({ severity }) =>
    ['medium', 'high'].includes(severity),
  );
  if (!hasCoaching(context) || !hasFocus) return [];
  const { coachSessionsPerStage } = knowledge.policy(context.versions.policy).journey;
  const first = STAGES.indexOf(stage) * coachSessionsPerStage + 1;
  return ordinals(first, coachSessionsPerStage)
    .filter((session) => session > context.sessions.coaching)
    .map((session) =>
      task('coachSession', `stageEnds.${stage}`, { of: session, subject: { stage, session } }),
    );
}

export function mentorTasks({ sessions, versions }: JourneyContext, { knowledge }: Toolbox): OpenTask[] {
  const { mentorSessions } = knowledge.policy(versions.policy).journey;
  return ordinals(1, mentorSessions)
    .filter((session) => session > sessions.mentoring)
    .map((session) => task('mentorSession', 'trainingEnds', { of: session, subject: { session } }));
}

const ordinals = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

const taskKindOf = (kind: 'coaching' | 'mentoring') =>
  kind === 'coaching' ? 'coachSession' : 'mentorSession';

/** The n-th session of training does the n-th planned one; runs after the fold. */
export function sessionTaskDone(context: JourneyContext, { kind }: PayloadOf<'sessionLogged'>): CloseTasks[] {
  return context.position ? closingKeys(`${taskKindOf(kind)}:${context.sessions[kind]}`) : [];
}

/** A voided session of training is to be held again; runs before the fold. */
export function sessionTaskAgain(
  context: JourneyContext,
  { session }: PayloadOf<'sessionVoided'>,
): OpenTask[] {
  const entry = sessionOf(context, session);
  if (!entry || !context.position || entry[3] > 0) return [];
  const kind = entry[1] === 'c' ? 'coaching' : 'mentoring';
  const ordinal = context.sessions[kind];
  return [task(taskKindOf(kind), 'trainingEnds', { of: ordinal, subject: { session: ordinal } })];
}

/** Self-learning of the à la carte pathway is evaluated at its end (seed 002, Alternative III b). */
export function stageEvaluationTasks({ pathway }: JourneyContext): OpenTask[] {
  if (pathway !== 'a-la-carte') return [];
  return [task('evaluateStage', 'trainingEnds', { of: 1, subject: { stage: 'selfLearning' } })];
}

/** One repeat; runs after the fold. */
export function stageRepeatTasks(
  { stageFailures }: JourneyContext,
  payload: PayloadOf<'stageEvaluated'>,
): OpenTask[] {
  if (payload.passed || stageFailures !== 1) return [];
  return [task('evaluateStage', 'trainingEnds', { of: 2, subject: { stage: payload.stage } })];
}
