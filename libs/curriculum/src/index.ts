export { isWithoutGap } from './course-need.js';
export type { CurriculumPolicy } from './curriculum.policy.js';
export type { Decision, LearningPlan, NoteCode, PlanLine, PlanNote, PlanStage } from './learning-plan.js';
export { forParticipant } from './participant-view.js';
export {
  CLUSTER_BASES,
  COACHED_PATHWAYS,
  isCoached,
  PATHWAYS,
  type ClusterBasis,
  type CoachedPathway,
  type Pathway,
} from './pathway.js';
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
export {
  costOfMove,
  type GroupChange,
  type GroupDraft,
  type MoveCost,
  type MoveQuestion,
} from './grouping/cost-of-move.js';
export type { ClassMerge } from './grouping/class-merge.js';
export { clusterValuesOf } from './grouping/class-sizes.js';
export type { GroupingRefusal, GroupingRefusalCode, GroupingRefused } from './grouping/grouping-refusal.js';
export {
  proposeClasses,
  type ClassMember,
  type ClassProposal,
  type ClassQuestion,
  type ClusterValue,
  type ProposedClass,
  type UndecidedMembers,
} from './grouping/propose-classes.js';
export {
  proposeCoachingGroups,
  type CoachingGroup,
  type CoachingProposal,
  type CoachingQuestion,
} from './grouping/propose-coaching-groups.js';
export { signatureOf, type GroupingMember } from './grouping/signature.js';
export { clashesOf, type Booking, type Clash } from './timetable/clashes.js';
export {
  isExpected,
  SESSION_KINDS,
  type Attendee,
  type Audience,
  type SessionKind,
} from './timetable/expected.js';
export { costLines, type CostLine, type Fee, type ProfileOrigin } from './explain/cost-lines.js';
export { explainClass, type ClassExplanation } from './explain/explain-class.js';
export { classNameOf, clusterNameOf } from './plan-class.js';
export {
  explainGroup,
  type GroupDistance,
  type GroupExplanation,
  type GroupMembership,
} from './explain/explain-group.js';
export { explainLines, type LineExplanation, type LineRule } from './explain/explain-line.js';
