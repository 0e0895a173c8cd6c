import { z } from 'zod';
import { participantJourneyEvents } from '#libs/journeys';

/** What each event carries, as JSON Schema: the API's document describes the events from the schemas that check them. */
export function eventPayloads(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(participantJourneyEvents).map(([type, { payload }]) => [
      type,
      z.toJSONSchema(payload, { io: 'input' }),
    ]),
  );
}
