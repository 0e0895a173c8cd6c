import { and } from 'xstate';
import { companionsMissing, developmentHours, failedStage, unfinishedTraining } from '../effects/notices.js';
import { closing, task } from '../effects/task-effects.js';
import * as tasks from '../effects/training-tasks.js';
import type { Toolbox } from '../folds/fold.js';
import type { JourneySetup } from '../journey.setup.js';
import { overdue, pass, to } from './deadline-actions.js';
import { learning } from './learning.states.js';
import { sessionEvents } from './session-events.js';

const OF_TRAINING = closing(
  ...(['reviewObjection', 'assignClass', 'assignCoach', 'assignMentor', 'attendBriefing'] as const),
  ...(['completeCourses', 'evaluateStage', 'followUpInactivity', 'coachSession', 'mentorSession'] as const),
);

/** Learning, coaching and mentoring side by side; left only when the cohort's training ends. */
export function training(setup: JourneySetup, toolbox: Toolbox) {
  return setup.createStateConfig({
    type: 'parallel',
    entry: [
      'startTraining',
      { type: 'flag', params: ({ context }) => companionsMissing(context) },
      { type: 'openTask', params: ({ context }) => tasks.assignmentTasks(context) },
      { type: 'openTask', params: ({ context }) => tasks.briefingTasks(context) },
      { type: 'openTask', params: ({ context }) => tasks.mentorTasks(context, toolbox) },
    ],
    exit: { type: 'closeTasks', params: OF_TRAINING },
    on: {
      ...learningEvents(setup),
      placementObjected: {
        guard: and(['hasNotObjected', 'isAccepted']),
        actions: ['fold', { type: 'openTask', params: task('reviewObjection', 'objectionDue') }],
      },
      ...sessionEvents,
    },
    after: {
      objectionDue: overdue('objectionDue', 'institute', toolbox),
      trainingEnds: {
        target: to('evaluation'),
        actions: [
          { type: 'flag', params: ({ context }) => unfinishedTraining(context, toolbox) },
          { type: 'recordDevelopmentHours', params: ({ context }) => developmentHours(context, toolbox) },
          pass('trainingEnds'),
        ],
      },
    },
    states: { learning: learning(setup, toolbox), coaching: {}, mentoring: {} },
  });
}

/** What changes the courses to do opens and closes the tasks of the present stage. */
function learningEvents(setup: JourneySetup) {
  const config = setup.createStateConfig({
    on: {
      courseCompleted: { guard: 'isAccepted', actions: ['fold', coursesDone, FOLLOWED_UP] },
      courseReopened: { guard: 'isAccepted', actions: ['fold', coursesOpen] },
      courseAdded: { guard: 'isAccepted', actions: ['fold', coursesOpen] },
      courseDropped: { guard: 'isAccepted', actions: ['fold', coursesDone] },
      learningProgressed: { guard: 'isAccepted', actions: ['fold', FOLLOWED_UP] },
      placementRevised: {
        guard: and(['hasObjected', 'isAccepted']),
        actions: [
          'fold',
          coursesOpen,
          coursesDone,
          { type: 'closeTasks', params: closing('reviewObjection') },
        ],
      },
      stageEvaluated: {
        guard: 'isAccepted',
        actions: [
          'fold',
          { type: 'closeTasks', params: closing('evaluateStage') },
          {
            type: 'openTask',
            params: ({ context, event }) => tasks.stageRepeatTasks(context, event.payload),
          },
          { type: 'flag', params: ({ event }) => failedStage(event.payload) },
        ],
      },
    },
  });
  return config.on;
}

type Args = { context: Parameters<typeof tasks.courseTasksDone>[0] };

const coursesDone = {
  type: 'closeTasks',
  params: ({ context }: Args) => tasks.courseTasksDone(context),
} as const;

const coursesOpen = {
  type: 'openTask',
  params: ({ context }: Args) =>
    context.position?.stage ? tasks.courseTasks(context, context.position.stage) : [],
} as const;

const FOLLOWED_UP = { type: 'closeTasks', params: closing('followUpInactivity') } as const;
