import fc from 'fast-check';
import { bilingual } from './bilingual.js';
import type { Calendar } from './calendar.js';
import { addDays } from './local-date.js';
import { addWorkingDays, holidayOn, isWorkingDay, yearsNotLoaded } from './working-day.js';

const leave = (date: string) => ({
  date,
  name: bilingual('Cuti bersama Idul Fitri', 'Collective leave, Eid al-Fitr'),
  kind: 'collectiveLeave' as const,
});
const eid = (date: string) => ({
  date,
  name: bilingual('Idul Fitri 1447 H', 'Eid al-Fitr 1447 H'),
  kind: 'national' as const,
});
const nyepi = { date: '2026-03-19', name: bilingual('Nyepi', 'Day of Silence'), kind: 'national' as const };

const calendar: Calendar = {
  version: 'spec',
  source: 'made up for this specification after the days of Eid al-Fitr in March 2026',
  validFrom: '2026-01-01',
  workingWeek: [1, 2, 3, 4, 5],
  holidays: [
    leave('2026-03-18'),
    nyepi,
    leave('2026-03-20'),
    eid('2026-03-21'),
    eid('2026-03-22'),
    leave('2026-03-23'),
    leave('2026-03-24'),
  ],
  years: [2026],
};

describe('working days around Eid al-Fitr 2026', () => {
  it('neither holidays nor collective leave nor weekends are worked', () => {
    const closed = [
      '2026-03-14',
      '2026-03-15',
      '2026-03-18',
      '2026-03-19',
      '2026-03-20',
      '2026-03-21',
      '2026-03-24',
    ];
    expect(closed.filter((date) => isWorkingDay(calendar, date))).toEqual([]);
    expect(['2026-03-16', '2026-03-17', '2026-03-25'].every((date) => isWorkingDay(calendar, date))).toBe(
      true,
    );
  });

  it('five working days after Friday the 13th end two weeks and three days later', () => {
    expect(addWorkingDays(calendar, '2026-03-13', 5)).toBe('2026-03-27');
    expect(addWorkingDays(calendar, '2026-03-13', 6)).toBe('2026-03-30');
  });

  it('ten working days before 6 April lie before the holidays', () => {
    expect(addWorkingDays(calendar, '2026-04-06', -10)).toBe('2026-03-16');
    expect(addWorkingDays(calendar, '2026-04-06', -3)).toBe('2026-04-01');
  });

  it('a count that starts on a holiday starts with the next working day', () => {
    expect(addWorkingDays(calendar, '2026-03-21', 1)).toBe('2026-03-25');
    expect(addWorkingDays(calendar, '2026-03-21', -1)).toBe('2026-03-17');
    expect(addWorkingDays(calendar, '2026-03-21', 0)).toBe('2026-03-21');
  });

  it('names the holiday', () => {
    expect(holidayOn(calendar, '2026-03-19')?.name.id).toBe('Nyepi');
    expect(holidayOn(calendar, '2026-03-17')).toBeUndefined();
  });

  it('tells which years have no decree loaded', () => {
    expect(yearsNotLoaded(calendar, '2026-01-05', '2026-12-31')).toEqual([]);
    expect(yearsNotLoaded(calendar, '2027-02-01', '2025-12-01')).toEqual([2025, 2027]);
  });

  it('a calendar without a working week is a fault, not an endless search', () => {
    expect(() => addWorkingDays({ ...calendar, workingWeek: [] }, '2026-01-01', 1)).toThrow(/no working day/);
    expect(() => addWorkingDays(calendar, '2026-01-01', 1.5)).toThrow(RangeError);
  });
});

describe('working days, properties', () => {
  const date = fc.nat(800).map((days) => addDays('2025-06-01', days));

  it('property: the result is a working day, and as many of them lie on the way as were asked for', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const to = addWorkingDays(calendar, from, days);
        expect(isWorkingDay(calendar, to)).toBe(true);
        let worked = 0;
        for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
          worked += Number(isWorkingDay(calendar, day));
        expect(worked).toBe(days);
      }),
    );
  });

  it('property: from a working day there and back leads home', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -30, max: 30 }), (from, days) => {
        fc.pre(isWorkingDay(calendar, from));
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, days), -days)).toBe(from);
      }),
    );
  });

  it('property: a holiday more never brings a day forward', () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: 0, max: 20 }), (from, holiday, days) => {
        const more = { ...calendar, holidays: [...calendar.holidays, { ...nyepi, date: holiday }] };
        expect(addWorkingDays(more, from, days) >= addWorkingDays(calendar, from, days)).toBe(true);
      }),
    );
  });
});
