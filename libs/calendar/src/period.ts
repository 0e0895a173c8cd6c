import { addDays, addMonths, type LocalDate } from './local-date.js';

/** An ISO 8601 period of whole days or longer: `P3M`, `P60D`, `P3Y`, `P1Y6M`, `P2W`. */
export type Period = string;

const FORM = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** Says whether a text is a period of years, months, weeks and days (no time part, no sign). */
export function isPeriod(text: string): boolean {
  return FORM.test(text);
}

/**
 * The date one period later. Years and months come first and clamp to the month's end, then weeks and days; days are
 * calendar days, so 2025-01-01 + P60D is 2025-03-02. Throws `RangeError` for a malformed period.
 */
export function addPeriod(date: LocalDate, period: Period): LocalDate {
  return move(date, period, 1);
}

/** The date one period earlier, clamped in the same way. Throws `RangeError` for a malformed period. */
export function subtractPeriod(date: LocalDate, period: Period): LocalDate {
  return move(date, period, -1);
}

function move(date: LocalDate, period: Period, direction: 1 | -1): LocalDate {
  const parts = FORM.exec(period);
  if (parts === null) throw new RangeError(`not a period such as P3M or P60D: ${period}`);
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return addDays(addMonths(date, direction * (years * 12 + months)), direction * (weeks * 7 + days));
}

/**
 * The last day on which something that began on `assessedOn` is valid: the day before the anniversary (Peraturan BKN
 * 26/2019, article 29(4): three years from the assessment). The anniversary of 29 February is 28 February.
 */
export function validUntil(assessedOn: LocalDate, period: Period): LocalDate {
  return addDays(addPeriod(assessedOn, period), -1);
}
