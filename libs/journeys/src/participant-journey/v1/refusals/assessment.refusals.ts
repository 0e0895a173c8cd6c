import type { Actor } from '#libs/statechart';
import type { JourneyContext } from '../context/journey-context.js';
import {
  faultOfConsensus,
  faultOfPostProfile,
  faultOfRetest,
  faultOfSchedule,
  isReceiptDate,
  isSamePerson,
  notInRemedial,
  pastSchedule,
  remedialsUsed,
} from '../guards/assessment.predicates.js';
import { isOwnCompanion } from '../guards/training.predicates.js';
import { retestOpensOn } from '../window-dates.js';
import type { Objections } from './objections.js';

/** A deputy may not for somebody what that one may not himself. */
function faultOfAssessor(context: JourneyContext, { id, actingFor }: Actor) {
  if (isOwnCompanion(context, id)) return 'assessor.own_companion';
  const isForCompanion = actingFor !== undefined && isOwnCompanion(context, actingFor);
  return isForCompanion ? 'assessor.deputy_of_companion' : null;
}

export const assessmentObjections: Objections = {
  componentScored: (context, { actor }) => faultOfAssessor(context, actor),
  graduationDecided: (context, { payload }, toolbox) => {
    if (payload.decision === 'deferred')
      return remedialsUsed(context, toolbox) ? 'graduation.remedials_used' : null;
    return context.option === 'integrated' ? faultOfConsensus(context, payload.profile) : null;
  },
  remedialCompleted: (context, { payload }) =>
    notInRemedial(context, payload.scores).length > 0 ? 'remedial.not_in_remedial' : null,
  postAssessmentScheduled: (context, { payload }, toolbox) => faultOfSchedule(context, payload.on, toolbox),
  retestScheduled: (context, { payload }) =>
    payload.on < retestOpensOn(context) ? 'retest.too_early' : pastSchedule(context, payload.on),
  postProfileRecorded: (context, { payload, actor }, toolbox) =>
    faultOfAssessor(context, actor) ?? faultOfPostProfile(context, payload.profile, payload.reason, toolbox),
  retestRecorded: (context, { payload, actor }) =>
    faultOfAssessor(context, actor) ?? faultOfRetest(context, payload.profile),
  verdictConfirmed: (context, { actor }) => {
    if (isSamePerson(context, actor.id)) return 'verdict.same_person';
    if (actor.actingFor !== undefined && isSamePerson(context, actor.actingFor))
      return 'verdict.deputy_of_same_person';
    return context.recommended ? null : 'verdict.recommendation_missing';
  },
  feedbackReceived: (context, { payload }) =>
    isReceiptDate(context, payload.receivedOn) ? null : 'receipt.date',
};
