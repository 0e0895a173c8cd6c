import { Temporal } from 'temporal-polyfill';
import { civilDayOf, dayNumberOf, formatCivilDay, pad, parseCivilDay } from './civil-day.js';
import { civilDay, type LocalDate } from './local-date.js';
import type { Period } from './period.js';
import { OFFSET_HOURS, OFFSETS_HOLD_SINCE, type Zone } from './zone.js';

/** A point in time, always UTC and always `YYYY-MM-DDTHH:mm:ss.sssZ`. One form only, so that instants sort as text. */
export type Instant = string;

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const MILLISECONDS_OF_HOUR = 3_600_000;
const MILLISECONDS_OF_DAY = 86_400_000;
const HELD_SINCE = Date.parse(OFFSETS_HOLD_SINCE);

// Instants are read and written for every deadline, reminder and answer. Where a zone's offset is known they are counted
// with numbers, as days are; Temporal takes ten times as long, and the specification holds the numbers against it.

function canonical(epochMilliseconds: number): Instant {
  const dayNumber = Math.floor(epochMilliseconds / MILLISECONDS_OF_DAY);
  const milliseconds = epochMilliseconds - dayNumber * MILLISECONDS_OF_DAY;
  return `${formatCivilDay(civilDayOf(dayNumber))}T${timeOf(milliseconds)}.${pad(milliseconds % 1000, 3)}Z`;
}

/** `HH:mm:ss` of so many milliseconds of a day. */
function timeOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(seconds % 60, 2)}`;
}

const COMMON =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Any ISO 8601 instant with an offset. Throws `RangeError` for anything else. */
function epochOf(text: string): number {
  return epochOfCommon(text) ?? Temporal.Instant.from(text).epochMilliseconds;
}

/** The forms that people and programs write; null for any other and for times that there are not. */
function epochOfCommon(text: string): number | null {
  const [whole, date = '', ...rest] = COMMON.exec(text) ?? [];
  const day = whole === undefined ? null : parseCivilDay(date);
  if (day === null) return null;
  const [hour, minute, second = '0', fraction = '', sign = '+', hours = '0', minutes = '0'] = rest;
  const [h, m, s, oh, om] = [Number(hour), Number(minute), Number(second), Number(hours), Number(minutes)];
  if (h > 23 || m > 59 || s > 59 || oh > 23 || om > 59) return null;
  const local = dayNumberOf(day) * MILLISECONDS_OF_DAY + ((h * 60 + m) * 60 + s) * 1000;
  const offset = (oh * 60 + om) * 60_000;
  return local + Number(fraction.padEnd(3, '0')) - (sign === '-' ? -offset : offset);
}

/** What the clocks of a zone show, in milliseconds since 1970; null before its offset held. */
function localEpochOf(instant: Instant, zone: Zone): number | null {
  const epoch = epochOf(instant);
  return epoch < HELD_SINCE ? null : epoch + OFFSET_HOURS[zone] * MILLISECONDS_OF_HOUR;
}

function atLocalTime(date: LocalDate, zone: Zone, hour: number, minute: number, second: number): Instant {
  const day = civilDay(date);
  const local = dayNumberOf(day) * MILLISECONDS_OF_DAY + ((hour * 60 + minute) * 60 + second) * 1000;
  const epoch = local - OFFSET_HOURS[zone] * MILLISECONDS_OF_HOUR;
  if (epoch >= HELD_SINCE) return canonical(epoch);
  const time = new Temporal.PlainDateTime(day.year, day.month, day.day, hour, minute, second);
  return canonical(time.toZonedDateTime(zone).epochMilliseconds);
}

function zoned(instant: Instant, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

/** Says whether a text is an instant in the canonical form. */
export function isInstant(text: string): boolean {
  if (!FORM.test(text)) return false;
  try {
    return canonical(epochOf(text)) === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Brings any ISO 8601 instant with an offset into the canonical form. Throws `RangeError` for anything else. */
export function toInstant(text: string): Instant {
  return canonical(epochOf(text));
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
  const local = localEpochOf(instant, zone);
  if (local === null) return zoned(instant, zone).toPlainDate().toString();
  return formatCivilDay(civilDayOf(Math.floor(local / MILLISECONDS_OF_DAY)));
}

/** The instant one period later by the zone's own clock and calendar (months clamp to the month's end). */
export function instantAfter(instant: Instant, period: Period, zone: Zone): Instant {
  return canonical(zoned(instant, zone).add(period, { overflow: 'constrain' }).epochMilliseconds);
}

/** The instant with the zone's offset, as the API shows it: `2026-04-06T07:30:00+09:00`. */
export function withOffset(instant: Instant, zone: Zone): string {
  const local = localEpochOf(instant, zone);
  if (local === null) return zoned(instant, zone).toString({ timeZoneName: 'never' });
  const [date, fraction] = canonical(local).slice(0, -1).split('.');
  const shown = fraction === '000' ? '' : `.${(fraction ?? '').replace(/0+$/, '')}`;
  return `${date}${shown}+${pad(OFFSET_HOURS[zone], 2)}:00`;
}

/** The local time of day, `HH:mm`. */
export function localTimeOf(instant: Instant, zone: Zone): string {
  const local = localEpochOf(instant, zone);
  if (local === null) return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
  return timeOf(local - Math.floor(local / MILLISECONDS_OF_DAY) * MILLISECONDS_OF_DAY).slice(
    0,
    'HH:mm'.length,
  );
}

/** The later of two dates or of two instants (not one of each: both sort as text). */
export function laterOf<T extends LocalDate | Instant>(one: T, other: T): T {
  return one >= other ? one : other;
}

/** The earlier of two dates or of two instants (not one of each: both sort as text). */
export function earlierOf<T extends LocalDate | Instant>(one: T, other: T): T {
  return one <= other ? one : other;
}
