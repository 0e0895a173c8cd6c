import type { Actor } from '#libs/statechart';
import type { JourneyContext } from '../context/journey-context.js';
import { isSamePerson } from '../guards/assessment.predicates.js';
import { isOwnCompanion } from '../guards/training.predicates.js';
import type { RefusalCode } from './refusal-texts.js';

type Duty = (context: JourneyContext, actor: Pick<Actor, 'id' | 'actingFor'>) => RefusalCode | null;

/** A deputy may not for somebody what that one may not himself. */
export const faultOfAssessor: Duty = (context, { id, actingFor }) => {
  if (isOwnCompanion(context, id)) return 'assessor.own_companion';
  const isForCompanion = actingFor !== undefined && isOwnCompanion(context, actingFor);
  return isForCompanion ? 'assessor.deputy_of_companion' : null;
};

export const faultOfJudge: Duty = (context, { id, actingFor }) => {
  if (isSamePerson(context, id)) return 'verdict.same_person';
  const isForRater = actingFor !== undefined && isSamePerson(context, actingFor);
  return isForRater ? 'verdict.deputy_of_same_person' : null;
};

/** Events that one person does not send of the same participant after another duty with him. */
const DUTIES: Partial<Record<string, Duty>> = {
  componentScored: faultOfAssessor,
  postProfileRecorded: faultOfAssessor,
  retestRecorded: faultOfAssessor,
  verdictConfirmed: faultOfJudge,
};

/** Why duties that are kept apart bar somebody from sending one of these events; null where they don't. */
export function faultOfDuties(
  context: JourneyContext,
  events: readonly string[],
  actor: Pick<Actor, 'id' | 'actingFor'>,
): RefusalCode | null {
  for (const type of events) {
    const fault = DUTIES[type]?.(context, actor) ?? null;
    if (fault !== null) return fault;
  }
  return null;
}
