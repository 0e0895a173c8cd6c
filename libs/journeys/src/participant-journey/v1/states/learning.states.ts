import type { Stage } from '#libs/curriculum';
import { closing, task } from '../effects/task-effects.js';
import { coachTasks, courseTasks, stageEvaluationTasks } from '../effects/training-tasks.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { Toolbox } from '../folds/fold.js';
import type { JourneySetup } from '../journey.setup.js';
import { pass } from './deadline-actions.js';

/** The stages by the cohort's dates, for everyone the same; between them everybody works at the own office. */
export function learning(setup: JourneySetup, toolbox: Toolbox) {
  return setup.createStateConfig({
    initial: 'joining',
    states: {
      joining: {
        always: [
          { guard: { type: 'isAt', params: 'selfLearning' }, target: 'selfLearning' },
          { guard: { type: 'isAt', params: 'eLearning' }, target: 'eLearning' },
          { guard: { type: 'isAt', params: 'classical' }, target: 'classical' },
          { target: 'workplace' },
        ],
      },
      workplace: {
        after: {
          'stageStarts.selfLearning': { target: 'selfLearning', actions: pass('stageStarts.selfLearning') },
          'stageStarts.eLearning': { target: 'eLearning', actions: pass('stageStarts.eLearning') },
          'stageStarts.classical': { target: 'classical', actions: pass('stageStarts.classical') },
        },
      },
      selfLearning: selfLearning(setup, toolbox),
      eLearning: {
        ...stageTasks('eLearning', toolbox),
        after: { 'stageEnds.eLearning': { target: 'workplace', actions: pass('stageEnds.eLearning') } },
      },
      classical: {
        ...stageTasks('classical', toolbox),
        after: { 'stageEnds.classical': { target: 'workplace', actions: pass('stageEnds.classical') } },
      },
    },
  });
}

function selfLearning(setup: JourneySetup, toolbox: Toolbox) {
  const { entry, exit } = stageTasks('selfLearning', toolbox);
  return setup.createStateConfig({
    entry,
    exit: [exit, { type: 'closeTasks', params: closing('followUpInactivity') }],
    after: {
      'stageEnds.selfLearning': {
        target: 'workplace',
        actions: [
          pass('stageEnds.selfLearning'),
          { type: 'openTask', params: ({ context }) => stageEvaluationTasks(context) },
        ],
      },
      inactivityNudge: {
        actions: {
          type: 'notify',
          params: { to: 'participant', message: 'inactiveInSelfLearning', params: {} },
        },
      },
      inactivityFollowUp: {
        actions: { type: 'openTask', params: task('followUpInactivity', 'stageEnds.selfLearning') },
      },
    },
  });
}

type Args = { context: JourneyContext };

function stageTasks(stage: Stage, toolbox: Toolbox) {
  const courses = { type: 'openTask', params: ({ context }: Args) => courseTasks(context, stage) } as const;
  const coach = {
    type: 'openTask',
    params: ({ context }: Args) => coachTasks(context, stage, toolbox),
  } as const;
  const done = { type: 'closeTasks' as const, params: { keys: [`completeCourses:${stage}`] } };
  return { entry: [courses, coach], exit: done };
}
