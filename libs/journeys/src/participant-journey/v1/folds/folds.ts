import type { JourneyEvent } from '#libs/statechart';
import type { JourneyContext } from '../context/journey-context.js';
import type { EventType } from '../participant-journey.events.js';
import * as evaluation from './evaluation.folds.js';
import type { Fold, Toolbox } from './fold.js';
import * as placement from './placement.folds.js';
import { feedbackReceived, remediationPlanned, remediationReported } from './remediation.folds.js';
import * as training from './training.folds.js';
import * as verb from './verb.folds.js';
import * as verdict from './verdict.folds.js';

const nothing = () => ({});

const folds: { [T in EventType]: Fold<T> } = {
  profileRecorded: placement.profileRecorded,
  placementConfirmed: placement.placementConfirmed,
  placementRevised: placement.placementRevised,
  placementObjected: placement.placementObjected,
  classAssigned: placement.classAssigned,
  coachAssigned: placement.coachAssigned,
  mentorAssigned: placement.mentorAssigned,
  briefingCompleted: placement.briefingCompleted,
  courseAdded: placement.courseAdded,
  courseDropped: placement.courseDropped,
  courseCompleted: training.courseCompleted,
  courseReopened: training.courseReopened,
  stageEvaluated: training.stageEvaluated,
  learningProgressed: training.learningProgressed,
  sessionLogged: training.sessionLogged,
  sessionVoided: training.sessionVoided,
  sessionConfirmed: training.sessionConfirmed,
  componentScored: evaluation.componentScored,
  graduationDecided: evaluation.graduationDecided,
  remedialCompleted: evaluation.remedialCompleted,
  postAssessmentScheduled: verdict.postAssessmentScheduled,
  postProfileRecorded: verdict.postProfileRecorded,
  retestScheduled: verdict.retestScheduled,
  retestRecorded: verdict.retestRecorded,
  recommendationWritten: verdict.recommendationWritten,
  verdictReturned: verdict.verdictReturned,
  verdictConfirmed: verdict.verdictConfirmed,
  feedbackReceived,
  remediationPlanned,
  remediationReported,
  suspended: verb.suspended,
  resumed: verb.resumed,
  rescheduled: verb.rescheduled,
  cohortRescheduled: verb.cohortRescheduled,
  calendarChanged: verb.calendarChanged,
  // Facts for the rows beside the journey; in context they change nothing.
  roundsClosed: nothing,
  nextLevelPlanned: nothing,
  assignmentChanged: nothing,
  withdrawn: nothing,
  transferred: nothing,
};

/** What an event changes in context. */
export function fold(
  context: JourneyContext,
  event: JourneyEvent,
  toolbox: Toolbox,
): Partial<JourneyContext> {
  const one = folds[event.type as EventType] as
    ((context: JourneyContext, event: JourneyEvent, toolbox: Toolbox) => Partial<JourneyContext>) | undefined;
  if (!one) throw new Error(`no fold for ${event.type}`);
  return one(context, event, toolbox);
}
