import { isManagerial } from '#libs/competency';
import { hasCourse } from '../context/course-keys.js';
import { today } from '../context/clock.js';
import type { JourneyContext } from '../context/journey-context.js';
import { courseKey, sessionOf } from '../folds/training.folds.js';
import { isInFuture } from '../guards/assessment.predicates.js';
import { isOffered } from '../guards/placement.predicates.js';
import { areBriefed, faultOfCompanion, isBeforeStart, needsBriefing } from '../guards/training.predicates.js';
import type { Objections } from './objections.js';

export const trainingObjections: Objections = {
  courseCompleted: (context, { payload, actor }, toolbox) => {
    if (!isOffered(context, payload, toolbox)) return 'course.unknown';
    if (actor.role === 'lms' && payload.stage !== 'selfLearning') return 'course.stage_not_lms';
    if (isInFuture(context, payload.completedOn)) return 'fact.in_future';
    if (isBeforeStart(context, payload.completedOn)) return 'fact.too_early';
    return hasCourse(context.done, payload) ? 'course.already_done' : null;
  },
  courseReopened: (context, { payload }) => (hasCourse(context.done, payload) ? null : 'course.not_done'),
  learningProgressed: (context, { payload }, toolbox) => {
    if (!isOffered(context, { course: payload.course, stage: 'selfLearning' }, toolbox))
      return 'course.unknown';
    return isReportedToday(context, payload.course) ? 'learning.already_today' : null;
  },
  sessionLogged: (context, { payload, actor }, toolbox) => {
    const fault = faultOfCompanion(context, payload.kind, actor);
    if (fault) return fault;
    if (isInFuture(context, payload.heldOn)) return 'fact.in_future';
    if (isBeforeStart(context, payload.heldOn)) return 'fact.too_early';
    const unmet = context.verdict?.unmet ?? [];
    const isUnmet = isManagerial(payload.competency) && unmet.includes(payload.competency);
    if (context.receivedOn && !isUnmet) return 'session.not_unmet';
    const gated = needsBriefing(context, toolbox) && !areBriefed(context, payload.heldOn);
    return gated ? 'journey.briefing_missing' : null;
  },
  sessionVoided: (context, { payload, actor }) => {
    const entry = sessionOf(context, payload.session);
    if (!entry) return 'session.unknown';
    const fault = faultOfCompanion(context, entry[1] === 'c' ? 'coaching' : 'mentoring', actor);
    return fault && 'session.not_yours';
  },
  sessionConfirmed: (context, { payload }) =>
    sessionOf(context, payload.session) ? null : 'session.unknown',
};

function isReportedToday(context: JourneyContext, course: string): boolean {
  const { progress } = context;
  return progress?.on === today(context) && progress.courses.includes(courseKey(course));
}
