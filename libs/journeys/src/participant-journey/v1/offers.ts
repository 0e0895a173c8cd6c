import { choicesOf } from './context/course-keys.js';
import type { JourneyContext } from './context/journey-context.js';
import type { Toolbox } from './folds/fold.js';
import { isUnplaced, mayObject } from './guards/placement.predicates.js';
import type { EventType } from './participant-journey.events.js';
import { hasRetest } from './standing.js';

type Offer = (context: JourneyContext, state: string[], toolbox: Toolbox) => boolean;

const hasSessions: Offer = ({ sessions }) => sessions.recent.length > 0;

/** What has to be true, whatever the payload, for an event to make sense now. */
const OFFERS: Partial<Record<EventType, Offer>> = {
  placementConfirmed: (context, state) => !state.includes('preAssessment.assessing') || isUnplaced(context),
  placementObjected: (context, _state, toolbox) => mayObject(context, toolbox),
  placementRevised: ({ objectedOn }) => objectedOn !== null,
  classAssigned: ({ pathway }) => pathway === 'cluster',
  // Where the pathway leaves a choice: with the others every course is in the plan already.
  courseAdded: ({ pathway }) => pathway === 'flexible' || pathway === 'a-la-carte',
  courseDropped: ({ addedByParticipant, programme }) => choicesOf(addedByParticipant, programme).length > 0,
  courseReopened: ({ done, programme }) => choicesOf(done, programme).length > 0,
  sessionVoided: hasSessions,
  sessionConfirmed: hasSessions,
  verdictConfirmed: ({ recommended }) => recommended,
  postProfileRecorded: (context, state) => !state.includes('verdict.returned') || !hasRetest(context),
  retestRecorded: (context, state) => !state.includes('verdict.returned') || hasRetest(context),
};

/** Whether an event may be offered to somebody now. */
export function offers(context: JourneyContext, type: string, state: string[], toolbox: Toolbox): boolean {
  return OFFERS[type as EventType]?.(context, state, toolbox) ?? true;
}
