import { Definitions, inlineTaskEffects } from '#libs/engine';
import { certificateV1, participantJourneyV1, TASKS } from '#libs/journeys';
import { type Knowledge, lookupIn } from '#libs/knowledge';

/** The statecharts that this release carries, every version of each, bound to the versioned knowledge. */
export function releasedDefinitions(knowledge: Knowledge): Definitions {
  const lookup = lookupIn(knowledge);
  return new Definitions([participantJourneyV1(lookup), certificateV1(lookup)]);
}

/** Tasks and flags: effects that are rows of their event's own unit. */
export const inlineEffects = inlineTaskEffects(completedBy);

function completedBy(kind: string): readonly string[] {
  return kind in TASKS ? TASKS[kind as keyof typeof TASKS].events : [];
}
