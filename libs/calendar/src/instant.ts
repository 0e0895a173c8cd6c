import { Temporal } from 'temporal-polyfill';
import { civilDayOf, formatCivilDay, pad } from './civil-day.js';
import { civilDay, type LocalDate } from './local-date.js';
import type { Period } from './period.js';
import type { Zone } from './zone.js';

/** A point in time, always UTC and always `YYYY-MM-DDTHH:mm:ss.sssZ`. One form only, so that instants sort as text. */
export type Instant = string;

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const MILLISECONDS_OF_DAY = 86_400_000;

// Temporal's own writing takes several times as long as the rest of a deadline.
function canonical({ epochMilliseconds }: { epochMilliseconds: number }): Instant {
  const dayNumber = Math.floor(epochMilliseconds / MILLISECONDS_OF_DAY);
  const milliseconds = epochMilliseconds - dayNumber * MILLISECONDS_OF_DAY;
  const seconds = Math.floor(milliseconds / 1000);
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const time = `${pad(hour, 2)}:${pad(minute, 2)}:${pad(seconds % 60, 2)}.${pad(milliseconds % 1000, 3)}`;
  return `${formatCivilDay(civilDayOf(dayNumber))}T${time}Z`;
}

function atLocalTime(date: LocalDate, zone: Zone, hour: number, minute: number, second: number): Instant {
  const { year, month, day } = civilDay(date);
  return canonical(new Temporal.PlainDateTime(year, month, day, hour, minute, second).toZonedDateTime(zone));
}

function zoned(instant: Instant, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

/** Says whether a text is an instant in the canonical form. */
export function isInstant(text: string): boolean {
  if (!FORM.test(text)) return false;
  try {
    return canonical(Temporal.Instant.from(text)) === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Brings any ISO 8601 instant with an offset into the canonical form. Throws `RangeError` for anything else. */
export function toInstant(text: string): Instant {
  return canonical(Temporal.Instant.from(text));
}

/** The first instant of a day, 00:00:00 local: what *opens* on a date opens here. */
export function opensAt(date: LocalDate, zone: Zone): Instant {
  return atLocalTime(date, zone, 0, 0, 0);
}

/** The last second of a day, 23:59:59 local: what *closes* on a date closes here. */
export function closesAt(date: LocalDate, zone: Zone): Instant {
  return atLocalTime(date, zone, 23, 59, 59);
}

/** The date that people in a zone see on the wall at an instant. */
export function localDateOf(instant: Instant, zone: Zone): LocalDate {
  return zoned(instant, zone).toPlainDate().toString();
}

/** The instant one period later by the zone's own clock and calendar (months clamp to the month's end). */
export function instantAfter(instant: Instant, period: Period, zone: Zone): Instant {
  return canonical(zoned(instant, zone).add(period, { overflow: 'constrain' }));
}

/** The instant with the zone's offset, as the API shows it: `2026-04-06T07:30:00+09:00`. */
export function withOffset(instant: Instant, zone: Zone): string {
  return zoned(instant, zone).toString({ timeZoneName: 'never' });
}

/** The local time of day, `HH:mm`. */
export function localTimeOf(instant: Instant, zone: Zone): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The later of two dates or of two instants (not one of each: both sort as text). */
export function laterOf<T extends LocalDate | Instant>(one: T, other: T): T {
  return one >= other ? one : other;
}

/** The earlier of two dates or of two instants (not one of each: both sort as text). */
export function earlierOf<T extends LocalDate | Instant>(one: T, other: T): T {
  return one <= other ? one : other;
}
