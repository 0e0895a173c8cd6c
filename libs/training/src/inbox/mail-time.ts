import { addDays, localDateOf, localTimeOf, type Instant, type Zone } from '#libs/calendar';
import type { MailMode, QuietHours } from '#libs/knowledge';
import { instantAt } from '../timetable/session-times.js';

export interface MailHabits {
  mode: MailMode;
  /** Local time of day, `HH:mm`. */
  digestAt: string;
  quietHours: QuietHours | null;
  zone: Zone;
}

/**
 * When something may be mailed that is told at an instant; null for never. A digest waits for its hour, and quiet hours
 * put off what would fall into them to their end: nothing is dropped.
 */
export function mailTime({ mode, digestAt, quietHours, zone }: MailHabits, toldAt: Instant): Instant | null {
  if (mode === 'none') return null;
  const due = mode === 'digest' ? nextAt(digestAt, zone, toldAt) : toldAt;
  return quietHours && isQuiet(quietHours, zone, due) ? nextAt(quietHours.until, zone, due) : due;
}

/** From `from` on and before `until`, by the local clock; over midnight where `until` is the earlier. */
function isQuiet({ from, until }: QuietHours, zone: Zone, at: Instant): boolean {
  const time = localTimeOf(at, zone);
  return from <= until ? time >= from && time < until : time >= from || time < until;
}

/** The first moment not before an instant at which the local clock shows a time. */
function nextAt(time: string, zone: Zone, from: Instant): Instant {
  const today = localDateOf(from, zone);
  const moment = instantAt(today, time, zone);
  return moment >= from ? moment : instantAt(addDays(today, 1), time, zone);
}
