import { dateNotices } from '../effects/date-notices.js';
import { developmentHours, endingReportMoved, expiredReport } from '../effects/notices.js';
import { closing } from '../effects/task-effects.js';
import { briefingsDone, briefingTasks } from '../effects/training-tasks.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { Toolbox } from '../folds/fold.js';
import type { JourneySetup } from '../journey.setup.js';

type Args = { context: JourneyContext };

const briefingsOpen = { type: 'openTask', params: ({ context }: Args) => briefingTasks(context) } as const;
const briefingsClosed = {
  type: 'closeTasks',
  params: ({ context }: Args) => briefingsDone(context),
} as const;

/** Accepted in every live state: assignments, leaving, and the engine's verbs. */
export function alwaysAccepted(setup: JourneySetup, toolbox: Toolbox) {
  const config = setup.createStateConfig({
    on: {
      classAssigned: {
        guard: 'isAccepted',
        actions: ['fold', { type: 'closeTasks', params: closing('assignClass') }],
      },
      coachAssigned: {
        guard: 'isAccepted',
        actions: [
          'fold',
          { type: 'closeTasks', params: closing('assignCoach') },
          briefingsClosed,
          briefingsOpen,
        ],
      },
      mentorAssigned: {
        guard: 'isAccepted',
        actions: [
          'fold',
          { type: 'closeTasks', params: closing('assignMentor') },
          briefingsClosed,
          briefingsOpen,
        ],
      },
      briefingCompleted: { guard: 'isAccepted', actions: ['fold', briefingsClosed] },
      assignmentChanged: {
        guard: 'isAccepted',
        actions: [
          'fold',
          { type: 'notify', params: { to: 'institute', message: 'assignmentChanged', params: {} } },
        ],
      },
      /** After placement a new profile is kept beside the journey and plans nothing anew. */
      profileRecorded: { guard: 'isAccepted', actions: 'keep' },
      withdrawn: {
        guard: 'isAccepted',
        target: '.withdrawn',
        actions: [
          { type: 'recordDevelopmentHours', params: ({ context }) => developmentHours(context, toolbox) },
          'fold',
        ],
      },
      transferred: { guard: 'isAccepted', target: '.transferred', actions: 'fold' },
      suspended: { guard: 'isAccepted', actions: 'fold' },
      resumed: { guard: 'isAccepted', actions: 'fold' },
      rescheduled: { guard: 'isAccepted', actions: 'fold' },
      cohortRescheduled: {
        guard: 'isAccepted',
        actions: [
          { type: 'flag', params: ({ context, event }) => expiredReport(context, event.payload) },
          { type: 'flag', params: ({ context, event }) => endingReportMoved(context, event.payload) },
          { type: 'notify', params: ({ context, event }) => dateNotices(context, event.payload, toolbox) },
          'fold',
        ],
      },
      calendarChanged: { guard: 'isAccepted', actions: 'fold' },
    },
  });
  return config.on;
}
