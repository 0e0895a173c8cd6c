export { isWithoutGap } from './course-need.js';
export type { CurriculumPolicy } from './curriculum.policy.js';
export type { Decision, LearningPlan, NoteCode, PlanLine, PlanNote, PlanStage } from './learning-plan.js';
export { forParticipant } from './participant-view.js';
export { CLUSTER_BASES, PATHWAYS, type ClusterBasis, type Pathway } from './pathway.js';
export { coursesToTake, mayAdd, mayDrop, planFor } from './plan-for.js';
export { lineAt } from './plan-notes.js';
export type { CourseChoice, PlanQuestion } from './plan-question.js';
export {
  PROGRAMMES,
  STAGES,
  type Course,
  type CourseStage,
  type Programme,
  type ProgrammeCode,
  type Stage,
} from './programme.js';
