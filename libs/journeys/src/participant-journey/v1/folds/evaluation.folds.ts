import { remedialComponents } from '../effects/evaluation-tasks.js';
import { today } from '../context/clock.js';
import type { Fold } from './fold.js';
import { integratedAssessment, propose } from './verdict.folds.js';

export const componentScored: Fold<'componentScored'> = (context, { payload }) => ({
  scores: { ...context.scores, [payload.component]: payload.score },
  lastScoreOn: today(context),
});

export const remedialCompleted: Fold<'remedialCompleted'> = (context, { payload }) => ({
  scores: { ...context.scores, ...payload.scores },
  lastScoreOn: today(context),
});

export const graduationDecided: Fold<'graduationDecided'> = (context, event, toolbox) => {
  const { decision, profile } = event.payload;
  const decidedBy = event.actor.id;
  if (decision === 'deferred') {
    const remedialFor = remedialComponents(context, toolbox);
    return { deferredOn: today(context), remedials: context.remedials + 1, remedialFor, decidedBy };
  }
  const passed = { passedOn: today(context), decidedBy };
  if (context.option === 'separate' || !profile)
    return { ...passed, issued: { ...context.issued, completion: true } };
  const assessment = integratedAssessment(context, profile, event.actor);
  return { ...passed, ...propose({ ...context, assessment }, toolbox) };
};
