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

export const assessmentObjections: Objections = {
  componentScored: (context, { actor }) =>
    isOwnCompanion(context, actor.id) ? 'assessor.own_companion' : null,
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
    isOwnCompanion(context, actor.id)
      ? 'assessor.own_companion'
      : faultOfPostProfile(context, payload.profile, payload.reason, toolbox),
  retestRecorded: (context, { payload, actor }) =>
    isOwnCompanion(context, actor.id) ? 'assessor.own_companion' : faultOfRetest(context, payload.profile),
  verdictConfirmed: (context, { actor }) => {
    if (isSamePerson(context, actor.id)) return 'verdict.same_person';
    return context.recommended ? null : 'verdict.recommendation_missing';
  },
  feedbackReceived: (context, { payload }) =>
    isReceiptDate(context, payload.receivedOn) ? null : 'receipt.date',
};
