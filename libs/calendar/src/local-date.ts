import { Temporal } from 'temporal-polyfill';

/** A calendar date without a zone, `YYYY-MM-DD`. Sorts as text. */
export type LocalDate = string;

const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Says whether a text is a real date of the form `YYYY-MM-DD` (so not 2026-02-30). */
export function isLocalDate(text: string): boolean {
  if (!FORM.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Reads a date for arithmetic. Throws `RangeError` for anything but a real `YYYY-MM-DD`. */
export function plainDate(date: LocalDate): Temporal.PlainDate {
  if (!FORM.test(date)) throw new RangeError(`not a date of the form YYYY-MM-DD: ${date}`);
  return Temporal.PlainDate.from(date, { overflow: 'reject' });
}

/** The date `days` calendar days later; earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return plainDate(date).add({ days }).toString();
}

/**
 * The date `months` calendar months later; earlier when negative. A day that the month lacks is clamped to the
 * month's end, so that "three months after training" never slips into a fourth (seed 002, Alternative I c).
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return plainDate(date).add({ months }, { overflow: 'constrain' }).toString();
}

/** Calendar days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return plainDate(from).until(plainDate(to), { largestUnit: 'day' }).days;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return plainDate(date).dayOfWeek;
}
