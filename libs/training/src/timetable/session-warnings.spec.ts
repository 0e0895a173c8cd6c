import type { Calendar } from '#libs/calendar';
import type { WorkingTime } from '#libs/knowledge';
import { instantAt } from './session-times.js';
import { warningsOfSession } from './session-warnings.js';

const calendar: Calendar = {
  version: 't',
  source: 't',
  validFrom: '2026-01-01',
  workingWeek: [1, 2, 3, 4, 5],
  holidays: [
    { date: '2026-06-01', name: { id: 'Hari Lahir Pancasila', en: 'Pancasila Day' }, kind: 'national' },
  ],
  years: [2026],
};
const working: WorkingTime = {
  ...{ version: 't', source: 't', validFrom: '2023-04-12', workingWeek: [1, 2, 3, 4, 5], zones: [] },
  hours: {
    regular: { start: '07:30', minutesPerWeek: 2250 },
    ramadan: { start: '08:00', minutesPerWeek: 1950 },
  },
  rest: { friday: 90, otherDays: 60 },
};

const later: WorkingTime = { ...working, validFrom: '2026-05-11', rest: { friday: 60, otherDays: 30 } };

function warned(
  date: string,
  start: string,
  end: string,
  capacity: number | null = null,
  expected = 20,
  workingTimes = [working],
): string[] {
  const zone = 'Asia/Jayapura';
  const session = { startsAt: instantAt(date, start, zone), endsAt: instantAt(date, end, zone), capacity };
  const question = { session, zone, calendar, workingTimes, expected } as const;
  return warningsOfSession(question).map(({ code }) => code.replace('timetable.', ''));
}

describe('a session is worth a second look', () => {
  it.each([
    ['never on a working day in office hours', '2026-05-04', '07:30', '16:00', []],
    ['before offices open', '2026-05-04', '07:29', '09:00', ['outside_office_hours']],
    ['after they close', '2026-05-04', '15:00', '16:01', ['outside_office_hours']],
    ['not yet half past four on a Friday, whose rest is longer', '2026-05-08', '15:00', '16:30', []],
    ['on a Saturday, at whatever hour', '2026-05-09', '05:00', '06:00', ['not_working_day']],
    ['on a holiday', '2026-06-01', '08:00', '09:00', ['holiday']],
    ['in a year whose holidays nobody has decreed', '2027-05-03', '08:00', '09:00', ['year_not_loaded']],
  ])('%s', (_, date, start, end, expected) => {
    expect(warned(date, start, end)).toEqual(expected);
  });

  it('by the rest of the version in force on its day', () => {
    const ends = (date: string, end: string) => warned(date, '15:00', end, null, 20, [later, working]);
    expect(ends('2026-05-04', '16:00')).toEqual([]);
    expect(ends('2026-05-11', '15:30')).toEqual([]);
    expect(ends('2026-05-11', '16:00')).toEqual(['outside_office_hours']);
    expect(ends('2026-05-15', '16:00')).toEqual([]);
    expect(ends('2026-05-15', '16:30')).toEqual(['outside_office_hours']);
  });

  it('when more have to come than there is room for, or nobody', () => {
    expect(warned('2026-05-04', '08:00', '09:00', 20, 20)).toEqual([]);
    expect(warned('2026-05-04', '08:00', '09:00', 20, 21)).toEqual(['over_capacity']);
    expect(warned('2026-05-04', '08:00', '09:00', null, 0)).toEqual(['nobody']);
  });
});
