import {
  civilDayOf,
  dayNumberOf,
  daysInMonth,
  formatCivilDay,
  parseCivilDay,
  type CivilDay,
} from './civil-day.js';

/** A calendar date without a zone, `YYYY-MM-DD`. Sorts as text. */
export type LocalDate = string;

/** Says whether a text is a real date of the form `YYYY-MM-DD` (so not 2026-02-30). */
export function isLocalDate(text: string): boolean {
  return parseCivilDay(text) !== null;
}

/** Takes a date apart. Throws `RangeError` for anything but a real `YYYY-MM-DD`. */
export function civilDay(date: LocalDate): CivilDay {
  const day = parseCivilDay(date);
  if (day === null) throw new RangeError(`not a date of the form YYYY-MM-DD: ${date}`);
  return day;
}

/** The date `days` calendar days later; earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError(`not a whole number of days: ${days}`);
  return formatCivilDay(civilDayOf(dayNumberOf(civilDay(date)) + days));
}

/**
 * The date `months` calendar months later; earlier when negative. A day that the month lacks is clamped to the
 * month's end, so that "three months after training" never slips into a fourth (seed 002, Alternative I c).
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  if (!Number.isInteger(months)) throw new RangeError(`not a whole number of months: ${months}`);
  const from = civilDay(date);
  const count = from.year * 12 + from.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return formatCivilDay({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
}

/** Calendar days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(civilDay(to)) - dayNumberOf(civilDay(from));
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  // 1970-01-01 was a Thursday, the fourth day.
  return ((((dayNumberOf(civilDay(date)) + 3) % 7) + 7) % 7) + 1;
}
