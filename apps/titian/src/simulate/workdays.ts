import { addDays, weekdayOf, type LocalDate } from '#libs/calendar';

const FRIDAY = 5;

/** That day, or the Monday after it. Holidays are working days here: an assumption less to state. */
export function onWorkday(date: LocalDate): LocalDate {
  const weekday = weekdayOf(date);
  return weekday <= FRIDAY ? date : addDays(date, 8 - weekday);
}

/** So many days, Saturdays and Sundays not counted, after a day. */
export function workdaysAfter(date: LocalDate, count: number): LocalDate {
  let day = onWorkday(date);
  for (let left = count; left > 0; left -= 1) day = onWorkday(addDays(day, 1));
  return day;
}
