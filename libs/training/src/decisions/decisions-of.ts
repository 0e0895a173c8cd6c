import { clusterDecision } from './cluster-decision.js';
import type { Decision } from './decision.js';
import type { DecisionQuestion } from './decision-question.js';
import { groupDecision } from './group-decision.js';
import { placementDecisions } from './placement-decisions.js';
import { planDecisions } from './plan-decisions.js';
import { reportDecisions } from './report-decisions.js';
import { verdictDecision } from './verdict-decision.js';

/**
 * Everything that was decided about one person, in the order in which it comes about: rule, numbers, and the smallest change
 * that would turn it. What the viewer may not know is left out, as on the journey's page.
 */
export function decisionsOf(question: DecisionQuestion): Decision[] {
  return [
    ...reportDecisions(question),
    ...placementDecisions(question),
    ...clusterDecision(question),
    ...planDecisions(question),
    ...groupDecision(question),
    ...verdictDecision(question),
  ];
}
