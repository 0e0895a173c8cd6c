import { remedialTasks, scoringTasks } from '../effects/evaluation-tasks.js';
import { completionOnPassing } from '../effects/outcome-effects.js';
import { closing, task } from '../effects/task-effects.js';
import type { Toolbox } from '../folds/fold.js';
import { and } from 'xstate';
import type { JourneySetup } from '../journey.setup.js';
import { overdue, to } from './deadline-actions.js';

/** Four scores, then a person decides (seed 002: evaluation is the same in all alternatives). */
export function evaluation(setup: JourneySetup, toolbox: Toolbox) {
  return setup.createStateConfig({
    initial: 'scoring',
    on: {
      componentScored: {
        guard: 'isAccepted',
        actions: [
          'fold',
          {
            type: 'closeTasks',
            params: ({ event }) => ({ keys: [`scoreComponent:${event.payload.component}`] }),
          },
        ],
      },
    },
    states: {
      scoring: {
        entry: { type: 'openTask', params: ({ context }) => scoringTasks(context) },
        exit: { type: 'closeTasks', params: closing('scoreComponent') },
        always: { guard: 'isScored', target: 'deciding' },
        after: { evaluationDue: overdue('evaluationDue', 'institute', toolbox) },
      },
      deciding: {
        entry: { type: 'openTask', params: task('decideGraduation', 'decisionDue') },
        exit: { type: 'closeTasks', params: closing('decideGraduation') },
        on: {
          graduationDecided: [
            { guard: and(['passesIntegrated', 'isAccepted']), target: to('verdict'), actions: 'fold' },
            {
              guard: and(['passesSeparate', 'isAccepted']),
              target: to('awaitingAssessment'),
              actions: [
                {
                  type: 'issueCertificate',
                  params: ({ context, event }) => completionOnPassing(context, event.payload),
                },
                'fold',
              ],
            },
            { guard: and(['defers', 'isAccepted']), target: to('remedial'), actions: 'fold' },
          ],
        },
        after: { decisionDue: overdue('decisionDue', 'institute', toolbox) },
      },
    },
  });
}

/** What was below the bar is worked on and scored again. */
export function remedial(setup: JourneySetup, toolbox: Toolbox) {
  return setup.createStateConfig({
    entry: { type: 'openTask', params: ({ context }) => remedialTasks(context) },
    exit: { type: 'closeTasks', params: closing('remedialWork', 'completeRemedial') },
    on: {
      componentScored: {
        guard: 'isAccepted',
        actions: [
          'fold',
          {
            type: 'closeTasks',
            params: ({ event }) => ({ keys: [`remedialWork:${event.payload.component}`] }),
          },
        ],
      },
      remedialCompleted: { guard: 'isAccepted', target: to('evaluation.deciding'), actions: 'fold' },
    },
    after: { remedialDue: overdue('remedialDue', 'institute', toolbox) },
  });
}
