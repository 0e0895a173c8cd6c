import { assign, setup } from 'xstate';
import type { Stage } from '#libs/curriculum';
import { delaysOf, type JourneyEvent } from '#libs/statechart';
import type { StampedInput } from './context/initial-context.js';
import type { JourneyContext } from './context/journey-context.js';
import type { DueName } from './deadlines/due-names.js';
import { deadlinePassed } from './folds/deadline.folds.js';
import type { Toolbox } from './folds/fold.js';
import { fold } from './folds/folds.js';
import { startTraining } from './folds/training.folds.js';
import { markIssued } from './folds/verdict.folds.js';
import { remedialsUsed, roundsUsed } from './guards/assessment.predicates.js';
import { hasTrainingStarted, isUnplaced, missingCompanions } from './guards/placement.predicates.js';
import { EVALUATION_COMPONENTS } from './journey-values.js';
import type { EffectType, ParamsOf } from './participant-journey.effects.js';
import type { ParticipantJourneyEvent } from './participant-journey.events.js';
import { objectionTo } from './refusals/refusals.js';
import { judgeProfile } from './context/initial-context.js';
import { hasRetest } from './standing.js';

/** The engine performs effects; a machine only names them. */
function effect<T extends EffectType>() {
  return (_: unknown, _params: ParamsOf<T> | ParamsOf<T>[]): void => {
    throw new Error('effects are performed by the engine, never by the machine');
  };
}

/** Everything that the states of the journey may name. */
export function journeySetup(toolbox: Toolbox) {
  const { knowledge } = toolbox;
  return setup({
    types: {} as { context: JourneyContext; events: ParticipantJourneyEvent; input: StampedInput },
    delays: delaysOf(toolbox.dues.dues),
    actions: {
      openTask: effect<'openTask'>(),
      closeTasks: effect<'closeTasks'>(),
      issueCertificate: effect<'issueCertificate'>(),
      issueFeedback: effect<'issueFeedback'>(),
      notify: effect<'notify'>(),
      enterTalentPool: effect<'enterTalentPool'>(),
      recordDevelopmentHours: effect<'recordDevelopmentHours'>(),
      flag: effect<'flag'>(),
      fold: assign(({ context, event }) => fold(context, event as JourneyEvent, toolbox)),
      keep: assign({}),
      pass: assign(({ context }, name: DueName) => deadlinePassed(context, name, toolbox)),
      startTraining: assign(({ context }) => startTraining(context)),
      markIssued: assign(({ context }) => markIssued(context, toolbox)),
    },
    guards: {
      /** Nothing speaks against the event: the very predicates that explain a refusal. */
      isAccepted: ({ context, event }) => objectionTo(context, event as JourneyEvent, toolbox) === null,
      /** XState makes an initial snapshot without an input at every transition and drops it: it may rest where it is. */
      hasInput: ({ context }) => context.versions.policy !== '',
      hasProfile: ({ context }) => context.baseline !== null,
      goesToAssessment: ({ context }) => context.windowFrom !== null,
      isUsable: ({ context, event }) =>
        event.type === 'profileRecorded' &&
        judgeProfile(knowledge, context, event.payload.profile).baseline !== null,
      isDirect: ({ event }) => event.type === 'placementConfirmed' && event.payload.directAssessment === true,
      isUnplaced: ({ context }) => isUnplaced(context),
      hasTrainingStarted: ({ context }) => hasTrainingStarted(context, toolbox),
      isAccompanied: ({ context }) => missingCompanions(context).length === 0,
      hasObjected: ({ context }) => context.objectedOn !== null,
      hasNotObjected: ({ context }) => context.objectedOn === null,
      isAt: ({ context }, stage: Stage | null) => (context.position?.stage ?? null) === stage,
      isScored: ({ context }) =>
        EVALUATION_COMPONENTS.every((component) => context.scores[component] !== undefined),
      passesIntegrated: ({ context, event }) => passes(event) && context.option === 'integrated',
      passesSeparate: ({ context, event }) => passes(event) && context.option === 'separate',
      defers: ({ context, event }) =>
        event.type === 'graduationDecided' && !passes(event) && !remedialsUsed(context, toolbox),
      isRetest: ({ context }) => hasRetest(context),
      isNotRetest: ({ context }) => !hasRetest(context),
      isMet: ({ context }) => context.verdict?.meetsStandard === true,
      areRoundsUsed: ({ context }) => roundsUsed(context, toolbox),
    },
  });
}

function passes(event: ParticipantJourneyEvent): boolean {
  return event.type === 'graduationDecided' && event.payload.decision === 'passed';
}

export type JourneySetup = ReturnType<typeof journeySetup>;
