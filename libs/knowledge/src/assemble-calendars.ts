import type { Calendar } from '#libs/calendar';
import { applicableOn, byAge } from './edition.js';
import type { LoadedConfig } from './loaded-config.js';
import type { CalendarFile, WorkingTimeFile } from './schema/calendar.schema.js';

/** The decrees in force when this one was: of each year the last one made until then. */
function decreesUntil(file: CalendarFile, all: CalendarFile[]): CalendarFile[] {
  const known = all.filter((other) => byAge(other, file) <= 0);
  const years = [...new Set(known.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) =>
    known
      .filter((other) => other.year === year)
      .sort(byAge)
      .at(-1)!,
  );
}

function calendarOf(file: CalendarFile, all: CalendarFile[], workingTimes: WorkingTimeFile[]): Calendar {
  const decrees = decreesUntil(file, all);
  return {
    version: file.version,
    source: decrees.map(({ source }) => source).join('; '),
    validFrom: file.validFrom,
    workingWeek: applicableOn(workingTimes, file.validFrom)!.workingWeek,
    holidays: decrees.flatMap(({ holidays }) => holidays).sort((a, b) => (a.date < b.date ? -1 : 1)),
    years: decrees.map(({ year }) => year),
  };
}

/**
 * One calendar for each decree, with every year decreed until then. A later decree gives a further calendar and leaves
 * the earlier ones as they were, so that what was reckoned by one of those is reckoned the same again.
 */
export function calendarsOf({ calendars, workingTimes }: LoadedConfig): Map<string, Calendar> {
  const files = calendars.map(({ value }) => value);
  const weeks = workingTimes.map(({ value }) => value);
  return new Map(files.map((file) => [file.version, calendarOf(file, files, weeks)]));
}
