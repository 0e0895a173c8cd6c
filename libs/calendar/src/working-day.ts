import type { Calendar, Holiday } from './calendar.js';
import { addDays, weekdayOf, type LocalDate } from './local-date.js';

/** Longest run of closed days that can be meant; beyond it the calendar itself must be wrong. */
const LONGEST_CLOSURE = 366;

// A calendar is immutable once loaded, so its index can be kept as long as the calendar lives.
const indexes = new WeakMap<Calendar, Map<LocalDate, Holiday>>();

function indexOf(calendar: Calendar): Map<LocalDate, Holiday> {
  const known = indexes.get(calendar);
  if (known) return known;
  const index = new Map(calendar.holidays.map((holiday) => [holiday.date, holiday]));
  indexes.set(calendar, index);
  return index;
}

/** The national holiday or collective leave on a date, if there is one. */
export function holidayOn(calendar: Calendar, date: LocalDate): Holiday | undefined {
  return indexOf(calendar).get(date);
}

/** Says whether offices work on a date: a day of the working week that is neither holiday nor collective leave. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return calendar.workingWeek.includes(weekdayOf(date)) && !indexOf(calendar).has(date);
}

function nextWorkingDay(calendar: Calendar, from: LocalDate, direction: 1 | -1): LocalDate {
  let date = from;
  for (let tried = 0; tried < LONGEST_CLOSURE; tried += 1) {
    date = addDays(date, direction);
    if (isWorkingDay(calendar, date)) return date;
  }
  throw new RangeError(`calendar ${calendar.version} has no working day within a year of ${from}`);
}

/**
 * The n-th working day after a date, or before it when negative; the date itself is not counted, and 0 gives it back
 * even if it is no working day. Throws `RangeError` for a calendar that never works.
 */
export function addWorkingDays(calendar: Calendar, date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError(`not a whole number of working days: ${days}`);
  const direction = days < 0 ? -1 : 1;
  let result = date;
  for (let left = Math.abs(days); left > 0; left -= 1) result = nextWorkingDay(calendar, result, direction);
  return result;
}

/** The years between two dates (both included, in either order) whose holiday decree is not loaded, in order. */
export function yearsNotLoaded(calendar: Calendar, from: LocalDate, to: LocalDate): number[] {
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4))).sort((a, b) => a - b) as [
    number,
    number,
  ];
  const years = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  return years.filter((year) => !calendar.years.includes(year));
}
