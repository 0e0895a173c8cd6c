import { and } from 'xstate';
import { closing, task } from '../effects/task-effects.js';
import { endingReport, unusableReport } from '../effects/notices.js';
import type { Toolbox } from '../folds/fold.js';
import type { JourneySetup } from '../journey.setup.js';
import { overdue, to } from './deadline-actions.js';
import { unplaced } from './unplaced.js';

/** The profile before training: a usable report, or an assessment (seed 002, Alternatives I to IV a). */
export function preAssessment(setup: JourneySetup, toolbox: Toolbox) {
  return setup.createStateConfig({
    initial: 'checkingReport',
    states: {
      checkingReport: {
        always: [
          { guard: 'goesToAssessment', target: to('assessmentWindow') },
          {
            guard: 'hasProfile',
            target: to('placement'),
            actions: { type: 'flag', params: ({ context }) => endingReport(context) },
          },
          {
            guard: 'hasInput',
            target: 'assessing',
            actions: { type: 'flag', params: ({ context }) => unusableReport(context) },
          },
        ],
      },
      assessing: {
        entry: { type: 'openTask', params: task('assessProfile', 'profileDue') },
        exit: { type: 'closeTasks', params: closing('assessProfile') },
        on: {
          profileRecorded: [
            {
              guard: and(['isAccepted', 'isUsable']),
              target: to('placement'),
              actions: ['fold', { type: 'flag', params: ({ context }) => endingReport(context) }],
            },
            {
              guard: 'isAccepted',
              actions: ['fold', { type: 'flag', params: ({ context }) => unusableReport(context) }],
            },
          ],
          placementConfirmed: {
            guard: and(['isUnplaced', 'isAccepted']),
            target: to('training'),
            actions: ['fold', { type: 'closeTasks', params: closing('admitOrTransfer') }],
          },
        },
        after: { profileDue: overdue('profileDue', 'centre', toolbox), unplacedAtStart: unplaced },
      },
    },
  });
}
