export {
  componentsOf,
  evaluationLine,
  evaluationRule,
  type EvaluationLine,
  type EvaluationPhase,
} from './cohort-evaluation.js';
export {
  hasOpenVerdict,
  verdictLine,
  type UnmetCompetency,
  type VerdictLine,
  type VerdictPhase,
} from './cohort-verdicts.js';
export { byReadability } from './unreadable.js';
