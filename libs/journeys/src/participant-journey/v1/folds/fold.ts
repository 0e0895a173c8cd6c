import type { JourneyContext } from '../context/journey-context.js';
import type { JourneyDues } from '../deadlines/journey-dues.js';
import type { JourneyKnowledge } from '../journey-knowledge.js';
import type { EventOf, EventType } from '../participant-journey.events.js';

/** What folds, guards and refusals reckon with. */
export interface Toolbox {
  knowledge: JourneyKnowledge;
  dues: JourneyDues;
}

/** What an event changes in context; pure, and the same for the live step and for folding the history. */
export type Fold<T extends EventType> = (
  context: JourneyContext,
  event: EventOf<T>,
  toolbox: Toolbox,
) => Partial<JourneyContext>;
