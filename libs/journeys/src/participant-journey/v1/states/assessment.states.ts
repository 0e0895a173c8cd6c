import { closing, task } from '../effects/task-effects.js';
import type { Toolbox } from '../folds/fold.js';
import type { JourneySetup } from '../journey.setup.js';
import { overdue, pass, to } from './deadline-actions.js';

/** Nothing but time: the assessment after training opens three months later (seed 002, Alternatives I to IV c). */
export function awaitingAssessment(setup: JourneySetup) {
  return setup.createStateConfig({
    after: { assessmentOpens: { target: to('assessmentWindow'), actions: pass('assessmentOpens') } },
  });
}

/** The assessment after training, or instead of it; late ones are flagged and still possible. */
export function assessmentWindow(setup: JourneySetup, toolbox: Toolbox) {
  const told = { message: 'assessmentLate', params: {} };
  return setup.createStateConfig({
    initial: 'open',
    entry: [
      { type: 'openTask', params: task('schedulePostAssessment', 'assessmentCloses') },
      { type: 'openTask', params: task('assessPost', 'assessmentCloses') },
    ],
    exit: { type: 'closeTasks', params: closing('schedulePostAssessment', 'assessPost') },
    on: {
      postAssessmentScheduled: {
        guard: 'isAccepted',
        actions: ['fold', { type: 'closeTasks', params: closing('schedulePostAssessment') }],
      },
      postProfileRecorded: { guard: 'isAccepted', target: to('verdict'), actions: 'fold' },
    },
    states: {
      open: { after: { assessmentCloses: { target: 'late' } } },
      late: {
        entry: [
          { type: 'flag', params: { code: 'assessmentLate', params: {} } },
          {
            type: 'notify',
            params: [
              { to: 'agency', ...told },
              { to: 'lan', ...told },
            ],
          },
        ],
        after: { lateReview: overdue('lateReview', 'institute', toolbox) },
      },
    },
  });
}
