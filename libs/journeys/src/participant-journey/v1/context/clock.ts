import { localDateOf, type Instant, type LocalDate, type Zone } from '#libs/calendar';
import type { JourneyContext } from './journey-context.js';

// A step asks a dozen times for one and the same instant.
let last: { now: Instant; zone: Zone; date: LocalDate } | null = null;

/** Today in the cohort's zone. */
export function today({ now, zone }: Pick<JourneyContext, 'now' | 'zone'>): LocalDate {
  if (last?.now !== now || last.zone !== zone) last = { now, zone, date: localDateOf(now, zone) };
  return last.date;
}
