import type { components, paths } from '../api/schema.js';

/** Everything that may be told to a journey, as the API describes it. */
export type JourneyEvent = components['schemas']['JourneyEvent'];
export type EventType = JourneyEvent['type'];
export type PayloadOf<T extends EventType> = Extract<JourneyEvent, { type: T }>['payload'];

/** A journey as its own page gets it. */
export type JourneyView =
  paths['/api/v1/journeys/{id}']['get']['responses'][200]['content']['application/json'];

export type CompetencyCode = components['schemas']['CompetencyCode'];
export type Stage = components['schemas']['Stage'];
export type Profile = PayloadOf<'profileRecorded'>['profile'];

export type PlanLine = NonNullable<JourneyView['plan']>['stages'][number]['courses'][number];

/** What somebody is typing: the payload to be, field by field, with gaps. */
export type Draft = Record<string, unknown>;
