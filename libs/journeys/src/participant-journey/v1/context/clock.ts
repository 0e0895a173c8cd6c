import { localDateOf, type LocalDate } from '#libs/calendar';
import type { JourneyContext } from './journey-context.js';

/** Today in the cohort's zone. */
export function today({ now, zone }: Pick<JourneyContext, 'now' | 'zone'>): LocalDate {
  return localDateOf(now, zone);
}
