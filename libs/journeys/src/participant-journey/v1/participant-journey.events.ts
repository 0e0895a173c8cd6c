import type { z } from 'zod';
import type { Actor } from '#libs/statechart';
import { assessmentEvents } from './assessment.events.js';
import { companionEvents } from './companion.events.js';
import { instituteEvents, verbEvents } from './institute.events.js';

/** Every event of the journey: its payload and the roles that may send it. */
export const participantJourneyEvents = {
  ...instituteEvents,
  ...assessmentEvents,
  ...companionEvents,
  ...verbEvents,
} as const;

export type EventType = keyof typeof participantJourneyEvents;

export type PayloadOf<T extends EventType> = z.infer<(typeof participantJourneyEvents)[T]['payload']>;

export type EventOf<T extends EventType> = { type: T; payload: PayloadOf<T>; actor: Actor };

export type ParticipantJourneyEvent = { [T in EventType]: EventOf<T> }[EventType];
