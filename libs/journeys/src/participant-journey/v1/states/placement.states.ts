import { and } from 'xstate';
import { closing, task } from '../effects/task-effects.js';
import { assignmentTasks } from '../effects/training-tasks.js';
import type { Toolbox } from '../folds/fold.js';
import type { JourneySetup } from '../journey.setup.js';
import { overdue, to } from './deadline-actions.js';
import { unplaced } from './unplaced.js';

/** The pathway's plan as a proposal that a person confirms, and that the participant may object to. */
export function placement(setup: JourneySetup, toolbox: Toolbox) {
  const admitted = { type: 'closeTasks', params: closing('admitOrTransfer') } as const;
  return setup.createStateConfig({
    initial: 'proposed',
    on: {
      courseAdded: { guard: 'isAccepted', actions: 'fold' },
      courseDropped: { guard: 'isAccepted', actions: 'fold' },
    },
    states: {
      proposed: {
        entry: { type: 'openTask', params: task('confirmPlacement', 'placementDue') },
        exit: { type: 'closeTasks', params: closing('confirmPlacement') },
        on: {
          placementConfirmed: [
            {
              guard: and(['isDirect', 'isAccepted']),
              target: to('assessmentWindow'),
              actions: ['fold', admitted],
            },
            {
              guard: and(['hasTrainingStarted', 'isAccepted']),
              target: to('training'),
              actions: ['fold', admitted],
            },
            { guard: 'isAccepted', target: 'confirmed', actions: ['fold', admitted] },
          ],
        },
        after: { placementDue: overdue('placementDue', 'institute', toolbox), unplacedAtStart: unplaced },
      },
      objected: {
        entry: { type: 'openTask', params: task('reviewObjection', 'objectionDue') },
        exit: { type: 'closeTasks', params: closing('reviewObjection') },
        on: { placementRevised: { guard: 'isAccepted', target: 'proposed', actions: 'fold' } },
        after: { objectionDue: overdue('objectionDue', 'institute', toolbox), unplacedAtStart: unplaced },
      },
      confirmed: {
        entry: { type: 'openTask', params: ({ context }) => assignmentTasks(context) },
        always: { guard: 'isAccompanied', target: to('awaitingStart') },
        on: {
          placementObjected: {
            guard: and(['hasNotObjected', 'isAccepted']),
            target: 'objected',
            actions: 'fold',
          },
        },
        after: {
          objectionCloses: { target: to('awaitingStart') },
          trainingStarts: { target: to('training') },
        },
      },
    },
  });
}

export function awaitingStart(setup: JourneySetup) {
  return setup.createStateConfig({
    on: {
      placementObjected: {
        guard: and(['hasNotObjected', 'isAccepted']),
        target: to('placement.objected'),
        actions: 'fold',
      },
      courseAdded: { guard: 'isAccepted', actions: 'fold' },
      courseDropped: { guard: 'isAccepted', actions: 'fold' },
    },
    after: { trainingStarts: { target: to('training') } },
  });
}
