import {
  faultOfConsensus,
  faultOfPostProfile,
  faultOfRetest,
  faultOfSchedule,
  isReceiptDate,
  notInRemedial,
  pastSchedule,
  remedialsUsed,
} from '../guards/assessment.predicates.js';
import { retestOpensOn } from '../window-dates.js';
import { faultOfAssessor, faultOfJudge } from './duties.js';
import type { Objections } from './objections.js';

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
  verdictConfirmed: (context, { actor }) =>
    faultOfJudge(context, actor) ?? (context.recommended ? null : 'verdict.recommendation_missing'),
  feedbackReceived: (context, { payload }) =>
    isReceiptDate(context, payload.receivedOn) ? null : 'receipt.date',
};
