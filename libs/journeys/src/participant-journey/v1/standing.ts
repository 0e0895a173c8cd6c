import type { JourneyContext } from './context/journey-context.js';

/** Whether graduation was decided, here or in the journey that this one is carried from. */
export function earnedHere({ passedOn, carried }: Pick<JourneyContext, 'passedOn' | 'carried'>): boolean {
  return passedOn !== null || carried?.passed === true;
}

/** Whether the re-test of the present round is recorded (also while a returned verdict waits for a corrected one). */
export function hasRetest({ assessment, rounds }: Pick<JourneyContext, 'assessment' | 'rounds'>): boolean {
  return rounds > 0 && assessment?.round === rounds;
}
