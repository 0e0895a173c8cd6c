import { initialContext } from './context/initial-context.js';
import type { Toolbox } from './folds/fold.js';
import { journeySetup, type JourneySetup } from './journey.setup.js';
import { alwaysAccepted } from './states/always-accepted.js';
import { assessmentWindow, awaitingAssessment } from './states/assessment.states.js';
import { evaluation, remedial } from './states/evaluation.states.js';
import { awaitingStart, placement } from './states/placement.states.js';
import { preAssessment } from './states/pre-assessment.states.js';
import { awaitingRetest, belowStandard, remediation } from './states/remediation.states.js';
import { training } from './states/training.states.js';
import { competent, verdict } from './states/verdict.states.js';

/** The participant's journey as one statechart. Names down to the second level, under learning the third, are contract. */
export function participantJourneyMachine(toolbox: Toolbox) {
  const setup = journeySetup(toolbox);
  const over = final(setup);
  return setup.createMachine({
    id: 'participantJourney',
    options: { maxIterations: 1000 },
    context: ({ input }) => initialContext(toolbox.knowledge, input),
    initial: 'preAssessment',
    on: alwaysAccepted(setup, toolbox),
    states: {
      preAssessment: preAssessment(setup, toolbox),
      placement: placement(setup, toolbox),
      awaitingStart: awaitingStart(setup),
      training: training(setup, toolbox),
      evaluation: evaluation(setup, toolbox),
      remedial: remedial(setup, toolbox),
      awaitingAssessment: awaitingAssessment(setup),
      assessmentWindow: assessmentWindow(setup, toolbox),
      verdict: verdict(setup, toolbox),
      competent: competent(setup),
      belowStandard: belowStandard(setup),
      remediation: remediation(setup, toolbox),
      awaitingRetest: awaitingRetest(setup, toolbox),
      completed: over,
      closed: over,
      withdrawn: over,
      transferred: over,
    },
  });
}

/** Nothing is left to do for anybody. */
function final(setup: JourneySetup) {
  return setup.createStateConfig({ type: 'final', entry: { type: 'closeTasks', params: {} } });
}
