export type {
  EvaluationComponent,
  EvaluationPolicy,
  JourneyPolicy,
  Policy,
  Qualification,
} from './policy.js';
export { ROLES, type Role } from './role.js';
export {
  participantJourneyEvents,
  type EventOf,
  type EventType,
  type ParticipantJourneyEvent,
  type PayloadOf,
} from './participant-journey/v1/participant-journey.events.js';
export {
  participantJourneyEffects,
  type EffectType,
  type ParamsOf,
} from './participant-journey/v1/participant-journey.effects.js';
export { participantJourneyInput, type ParticipantJourneyInput } from './participant-journey/v1/participant-journey.input.js';
export { ENTRIES, EVALUATION_COMPONENTS, profile, stageDates, type Entry, type StageDates } from './participant-journey/v1/journey-values.js';
export { faultOfDates, type CohortDates } from './participant-journey/v1/stage-dates.js';
