import type { Caller } from '#libs/access';
import type { Engine } from '#libs/engine';
import { sendEvent } from '../journeys/send-event.js';
import type { SentToMany } from '../cohorts/send-to-cohort.js';
import type { GroupDecision } from './group-book.port.js';

export interface EventForMember {
  journeyId: string;
  type: 'coachAssigned' | 'mentorAssigned' | 'classAssigned';
  payload: Record<string, unknown>;
}

/**
 * Sends each member the event of a decision, one unit each. The message carries the decision's id: whoever repeats a request
 * that broke off half-way finishes it and sends nothing twice.
 */
export async function sendDecision(
  engine: Pick<Engine, 'apply'>,
  caller: Caller,
  { id }: Pick<GroupDecision, 'id'>,
  events: readonly EventForMember[],
): Promise<SentToMany> {
  const answer: SentToMany = { accepted: 0, refused: [] };
  for (const event of [...events].sort((one, other) => (one.journeyId < other.journeyId ? -1 : 1))) {
    const outcome = await sendEvent(engine, () => `group:${id}`, caller, event);
    if (outcome.ok) answer.accepted += 1;
    else {
      const { code, detail } = outcome.refusal;
      answer.refused.push({ journeyId: event.journeyId, code, detail });
    }
  }
  return answer;
}
