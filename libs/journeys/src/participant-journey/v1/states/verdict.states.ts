import { and } from 'xstate';
import { certificatesOfVerdict, feedbackOf, talentPoolEntryOf } from '../effects/outcome-effects.js';
import { closing, task } from '../effects/task-effects.js';
import type { Toolbox } from '../folds/fold.js';
import type { JourneySetup } from '../journey.setup.js';
import { hasRetest } from '../standing.js';
import { overdue, to } from './deadline-actions.js';

/** The rule proposes, the centre recommends, and a person who neither rated nor decided confirms. */
export function verdict(setup: JourneySetup, toolbox: Toolbox) {
  return setup.createStateConfig({
    initial: 'proposed',
    after: { verdictDue: overdue('verdictDue', 'institute', toolbox) },
    states: {
      proposed: {
        entry: { type: 'openTask', params: task('writeRecommendation', 'verdictDue') },
        exit: { type: 'closeTasks', params: closing('writeRecommendation', 'confirmVerdict') },
        on: {
          recommendationWritten: {
            guard: 'isAccepted',
            actions: [
              'fold',
              { type: 'closeTasks', params: closing('writeRecommendation') },
              { type: 'openTask', params: task('confirmVerdict', 'verdictDue') },
            ],
          },
          verdictConfirmed: { guard: 'isAccepted', target: 'confirmed', actions: 'fold' },
          verdictReturned: { guard: 'isAccepted', target: 'returned', actions: 'fold' },
        },
      },
      returned: {
        entry: {
          type: 'openTask',
          params: ({ context }) => task(hasRetest(context) ? 'assessRetest' : 'assessPost', 'verdictDue'),
        },
        exit: { type: 'closeTasks', params: closing('assessRetest', 'assessPost') },
        on: {
          postProfileRecorded: {
            guard: and(['isNotRetest', 'isAccepted']),
            target: 'proposed',
            actions: 'fold',
          },
          retestRecorded: { guard: and(['isRetest', 'isAccepted']), target: 'proposed', actions: 'fold' },
        },
      },
      confirmed: {
        entry: [
          { type: 'issueCertificate', params: ({ context }) => certificatesOfVerdict(context, toolbox) },
          { type: 'issueFeedback', params: ({ context }) => feedbackOf(context) },
          { type: 'enterTalentPool', params: ({ context }) => talentPoolEntryOf(context, toolbox) },
          'markIssued',
        ],
        always: [
          { guard: 'isMet', target: to('competent') },
          { guard: 'areRoundsUsed', target: to('closed') },
          { target: to('belowStandard') },
        ],
      },
    },
  });
}

/** New challenges for whoever meets the standard (seed 002, d: Competency Development Next Level). */
export function competent(setup: JourneySetup) {
  return setup.createStateConfig({
    initial: 'nextLevel',
    states: {
      nextLevel: {
        entry: { type: 'openTask', params: task('planNextLevel', 'nextLevelDue') },
        exit: { type: 'closeTasks', params: closing('planNextLevel') },
        on: { nextLevelPlanned: { guard: 'isAccepted', target: to('completed'), actions: 'fold' } },
        after: {
          nextLevelDue: {
            target: to('completed'),
            actions: { type: 'flag', params: { code: 'nextLevelNotPlanned', params: {} } },
          },
        },
      },
    },
  });
}
