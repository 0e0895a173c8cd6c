import { bilingual, laterOf, type Bilingual } from '#libs/calendar';
import { STAGES, type Stage } from '#libs/curriculum';
import type { JourneyPolicy } from '../../../policy.js';
import { outstanding } from '../context/course-keys.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { StageDue } from './due-names.js';
import { after, same, type DueRule } from './due-rule.js';
import { onDate, periodAfter } from './reasons.js';
import { trainingEndOf } from './training-end.js';

const STAGE_NAMES: Record<Stage, Bilingual> = {
  selfLearning: bilingual('pembelajaran mandiri', 'self-learning'),
  eLearning: bilingual('e-learning', 'e-learning'),
  classical: bilingual('pembelajaran klasikal', 'classical learning'),
};

const datesOf = (context: JourneyContext, stage: Stage) => context.stages?.find((one) => one.stage === stage);

/** Only the stage that comes next has a row for its start. */
function stageStarts(stage: Stage): DueRule {
  const name = STAGE_NAMES[stage];
  return {
    time: 'opens',
    stands: true,
    anchor: (context) => (context.position?.next === stage ? (datesOf(context, stage)?.from ?? null) : null),
    on: same,
    why: onDate(`tahap ${name.id} dimulai pada {date}`, `the stage ${name.en} starts on {date}`),
  };
}

function stageEnds(stage: Stage): DueRule {
  const name = STAGE_NAMES[stage];
  return {
    time: 'closes',
    stands: true,
    anchor: (context) => datesOf(context, stage)?.to ?? null,
    on: same,
    why: onDate(`tahap ${name.id} berakhir pada {date}`, `the stage ${name.en} ends on {date}`),
  };
}

export const stageRules = Object.fromEntries(
  STAGES.flatMap((stage) => [
    [`stageStarts.${stage}`, stageStarts(stage)],
    [`stageEnds.${stage}`, stageEnds(stage)],
  ]),
) as Record<StageDue, DueRule>;

/** The later of stage start and last activity, as long as something is left to do in self-learning. */
function lastSignOfLife(context: JourneyContext) {
  if (!context.stageStartedOn || outstanding(context.planned, context.done, 'selfLearning').length === 0)
    return null;
  return context.activeOn ? laterOf(context.stageStartedOn, context.activeOn) : context.stageStartedOn;
}

const inactivity = (period: (policy: JourneyPolicy) => string): DueRule => ({
  time: 'closes',
  stands: false,
  anchor: lastSignOfLife,
  on: after(period),
  why: (from, { policy }) =>
    periodAfter(period(policy), from, bilingual('kegiatan belajar terakhir', 'the last learning activity')),
});

export const inactivityNudge = inactivity((policy) => policy.inactivityNudge);
export const inactivityFollowUp = inactivity((policy) => policy.inactivityFollowUp);

export const trainingEnds: DueRule = {
  time: 'closes',
  stands: true,
  anchor: (context) => context.endsOn,
  on: same,
  why: onDate('pelatihan berakhir pada {date}', 'the training ends on {date}'),
};

export const evaluationDue: DueRule = {
  time: 'closes',
  stands: true,
  every: (policy) => policy.escalation,
  anchor: (context) => trainingEndOf(context),
  on: after((policy) => policy.evaluationDue),
  why: (from, { policy }) =>
    periodAfter(policy.evaluationDue, from, bilingual('pelatihan berakhir', 'the training ended')),
};
