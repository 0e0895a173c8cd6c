import { z } from 'zod';
import { ZONES } from '#libs/calendar';
import { report, reportMissing, unique } from './list.rules.js';
import { bilingual, head, localDate, setting } from './parts.schema.js';

const holiday = z.strictObject({
  date: localDate,
  kind: z.enum(['national', 'collectiveLeave']),
  name: bilingual,
});

/** The holidays of one year, from one joint decree. */
export const calendarFile = z
  .strictObject({
    ...head,
    year: z.int().min(1945).max(2200),
    holidays: unique(holiday, 'date').min(1, 'a decree has holidays'),
  })
  .superRefine(({ year, holidays }, context) => {
    holidays.forEach(({ date }, index) => {
      if (!date.startsWith(`${year}-`))
        report(context, ['holidays', index, 'date'], `${date} is not in ${year}`);
    });
  });

export type CalendarFile = z.output<typeof calendarFile>;

const officeHours = z.strictObject({
  start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of the form HH:mm'),
  minutesPerWeek: z.int().positive(),
});

/** Minutes of one day. */
const restMinutes = z.int().min(0).max(240);

export const workingTimeFile = z
  .strictObject({
    ...head,
    workingWeek: unique(z.int().min(1).max(7)).min(1, 'a week has a working day'),
    hours: z.strictObject({ regular: setting(officeHours), ramadan: setting(officeHours) }),
    rest: z.strictObject({ friday: setting(restMinutes), otherDays: setting(restMinutes) }),
    zones: unique(
      z.strictObject({ zone: z.enum(ZONES), label: z.enum(['WIB', 'WITA', 'WIT']), name: bilingual }),
      'zone',
    ),
  })
  .superRefine(({ zones }, context) => {
    reportMissing(
      context,
      ['zones'],
      ZONES,
      zones.map(({ zone }) => zone),
    );
  });

export type WorkingTimeFile = z.output<typeof workingTimeFile>;
