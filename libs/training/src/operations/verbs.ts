import { participantJourneyEvents } from '#libs/journeys';

/** Events that an operator's action sends, and nobody as an event. */
export const verbs: readonly string[] = Object.entries(participantJourneyEvents)
  .filter(([, event]) => 'verb' in event)
  .map(([type]) => type);
