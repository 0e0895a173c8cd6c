export type { AssessmentPolicy, Fraction, VerdictRule } from './assessment.policy.js';
export type { CompetencyCatalogue } from './catalogue.js';
export { clusterOf } from './category.js';
export {
  COMPETENCIES,
  FAMILIES,
  isManagerial,
  MANAGERIAL,
  type Competency,
  type CompetencyCode,
  type Family,
  type Level,
  type ManagerialCode,
} from './competency.js';
export { analyseGaps, type GapQuestion } from './analyse-gaps.js';
export {
  SEVERITIES,
  type Category,
  type Cluster,
  type CompetencyGap,
  type GapAnalysis,
  type JobPersonMatch,
  type Severity,
} from './gap-analysis.js';
export { guidanceFor, type Guidance } from './guidance.js';
export { improvementOf, type Improvement } from './improvement.js';
export { KSA_COLUMNS, type KsaCell, type KsaColumn } from './ksa.js';
export { POST_LEVELS, type PostLevel, type PostStandard } from './post.js';
export {
  ASSESSMENT_METHODS,
  ASSESSMENT_PURPOSES,
  type AssessmentMethod,
  type AssessmentPurpose,
  type Profile,
  type Rating,
} from './profile.js';
export {
  judgeReport,
  type ReportJudgement,
  type ReportQuestion,
  type ReportRefusalCode,
} from './report-judgement.js';
export { standardOfLevel, type Standard } from './standard.js';
export { judgeVerdict, type Verdict, type VerdictBasis, type VerdictQuestion } from './verdict.js';
export type { VerdictFlip } from './verdict-flip.js';
export {
  explainCategory,
  wayTo,
  type CategoryExplanation,
  type CategoryQuestion,
} from './explain-category.js';
export { explainFamily, type FamilyExplanation, type FamilyQuestion } from './explain-family.js';
export { flipOfGaps } from './explain-gaps.js';
export {
  earliestAssessmentFor,
  explainReport,
  type ReportChange,
  type ReportCriterion,
  type ReportExplanation,
} from './explain-report.js';
export { graveFlip, isGrave } from './explain-severity.js';
export { changesInWords, type LevelChange, type LevelFlip } from './explain-steps.js';
export type { FamilyShare } from './family.js';
