export { costsIn, costsOf } from './costs-of.js';
export {
  decisionView,
  ruleView,
  type Appeal,
  type Decision,
  type DecisionKind,
  type Flip,
  type Rule,
} from './decision.js';
export { type CohortMate, type DecisionQuestion } from './decision-question.js';
export { decisionsOf } from './decisions-of.js';
