import { evidenceMissing, evidenceNotice } from '../effects/notices.js';
import { closing, task } from '../effects/task-effects.js';
import type { Toolbox } from '../folds/fold.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { JourneySetup } from '../journey.setup.js';
import { overdue, pass, to } from './deadline-actions.js';
import { sessionEvents } from './session-events.js';

/** Not met: the agency receives the feedback; its day begins the sixty (seed 002, d). */
export function belowStandard(setup: JourneySetup) {
  return setup.createStateConfig({
    entry: { type: 'openTask', params: task('acknowledgeFeedback', 'receiptDue') },
    exit: { type: 'closeTasks', params: closing('acknowledgeFeedback') },
    on: {
      feedbackReceived: { guard: 'isAccepted', target: to('remediation'), actions: 'fold' },
      roundsClosed: { guard: 'isAccepted', target: to('closed'), actions: 'fold' },
    },
    after: {
      receiptDue: {
        target: to('remediation'),
        actions: [
          pass('receiptDue'),
          { type: 'notify', params: { to: 'agency', message: 'receiptAssumed', params: {} } },
        ],
      },
    },
  });
}

const CHECK = {
  actions: [
    { type: 'flag', params: ({ context }: { context: JourneyContext }) => evidenceMissing(context) },
    { type: 'notify', params: ({ context }: { context: JourneyContext }) => evidenceNotice(context) },
  ],
} as const;

/** Workplace development on the unmet competencies; the round is over when its time is, whatever was reported. */
export function remediation(setup: JourneySetup, toolbox: Toolbox) {
  return setup.createStateConfig({
    entry: [
      { type: 'openTask', params: task('planRemediation', 'remediationPlanDue') },
      { type: 'openTask', params: task('reportRemediation', 'remediationEnds') },
    ],
    exit: { type: 'closeTasks', params: closing('planRemediation', 'reportRemediation') },
    on: {
      remediationPlanned: {
        guard: 'isAccepted',
        actions: ['fold', { type: 'closeTasks', params: closing('planRemediation') }],
      },
      remediationReported: {
        guard: 'isAccepted',
        actions: ['fold', { type: 'closeTasks', params: closing('reportRemediation') }],
      },
      roundsClosed: { guard: 'isAccepted', target: to('closed'), actions: 'fold' },
      ...sessionEvents,
    },
    after: {
      remediationPlanDue: overdue('remediationPlanDue', 'agency', toolbox),
      remediationCheck20: CHECK,
      remediationCheck40: CHECK,
      remediationEnds: { target: to('awaitingRetest'), actions: pass('remediationEnds') },
    },
  });
}

/** Only the unmet competencies are tested again, not before the sixty days are over. */
export function awaitingRetest(setup: JourneySetup, toolbox: Toolbox) {
  return setup.createStateConfig({
    entry: [
      { type: 'openTask', params: task('scheduleRetest', 'retestDue') },
      { type: 'openTask', params: task('assessRetest', 'retestDue') },
    ],
    exit: { type: 'closeTasks', params: closing('scheduleRetest', 'assessRetest') },
    on: {
      retestScheduled: {
        guard: 'isAccepted',
        actions: ['fold', { type: 'closeTasks', params: closing('scheduleRetest') }],
      },
      retestRecorded: { guard: 'isAccepted', target: to('verdict'), actions: 'fold' },
      roundsClosed: { guard: 'isAccepted', target: to('closed'), actions: 'fold' },
    },
    after: { retestDue: overdue('retestDue', 'centre', toolbox) },
  });
}
