export type {
  EvaluationComponent,
  EvaluationPolicy,
  JourneyPolicy,
  Policy,
  Qualification,
} from './policy.js';
export { ROLES, type Role } from './role.js';
export { faultOfSkip, type SkipFault, type SkipQuestion } from './skip-rule.js';
export { profileOf } from './participant-journey/v1/context/compact-profile.js';
export type { JourneyContext } from './participant-journey/v1/context/journey-context.js';
export { DUE_NAMES, type DueName } from './participant-journey/v1/deadlines/due-names.js';
export type { JourneyKnowledge } from './participant-journey/v1/journey-knowledge.js';
export {
  carryOverOf,
  evaluationOf,
  improvementFrom,
  verdictOf,
  type CarryOver,
  type EvaluationView,
  type VerdictView,
} from './participant-journey/v1/journey-views.js';
export {
  ENTRIES,
  EVALUATION_COMPONENTS,
  profile,
  stageDates,
  type Entry,
  type StageDates,
} from './participant-journey/v1/journey-values.js';
export {
  assessmentPolicyOf,
  coursesDoneOf,
  gapsOf,
  latestGapsOf,
  learningPlanOf,
  planQuestionOf,
} from './participant-journey/v1/learning-plan-of.js';
export type { ActionCode } from './participant-journey/v1/next-action.js';
export {
  participantJourneyV1,
  type ParticipantJourney,
} from './participant-journey/v1/participant-journey.definition.js';
export {
  participantJourneyEffects,
  type EffectType,
  type ParamsOf,
} from './participant-journey/v1/participant-journey.effects.js';
export {
  participantJourneyEvents,
  type EventOf,
  type EventType,
  type ParticipantJourneyEvent,
  type PayloadOf,
} from './participant-journey/v1/participant-journey.events.js';
export {
  participantJourneyInput,
  type ParticipantJourneyInput,
} from './participant-journey/v1/participant-journey.input.js';
export { shiftedByResuming } from './participant-journey/v1/folds/verb.folds.js';
export { faultOfDuties } from './participant-journey/v1/refusals/duties.js';
export { isSamePerson } from './participant-journey/v1/guards/assessment.predicates.js';
export {
  isOwnCompanion,
  SESSION_ROLES,
  unbriefed,
} from './participant-journey/v1/guards/training.predicates.js';
export { REFUSALS, type RefusalCode } from './participant-journey/v1/refusals/refusal-texts.js';
export { faultOfDates, type CohortDates } from './participant-journey/v1/stage-dates.js';
export { TASKS, type TaskKind, type TaskName } from './participant-journey/v1/tasks.js';
export { certificateV1, type CertificateContext } from './certificate/v1/certificate.definition.js';
export {
  certificateEvents,
  certificateInput,
  type CertificateInput,
} from './certificate/v1/certificate.events.js';
