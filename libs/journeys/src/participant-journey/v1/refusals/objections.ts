import type { JourneyContext } from '../context/journey-context.js';
import type { Toolbox } from '../folds/fold.js';
import type { EventOf, EventType } from '../participant-journey.events.js';
import type { RefusalCode } from './refusal-texts.js';

/** For each event the code of what speaks against it, or null. Guards and explanations ask the same. */
export type Objections = {
  [T in EventType]?: (context: JourneyContext, event: EventOf<T>, toolbox: Toolbox) => RefusalCode | null;
};
