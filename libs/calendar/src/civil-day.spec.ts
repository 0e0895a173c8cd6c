import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { civilDayOf, dayNumberOf, daysInMonth, formatCivilDay, parseCivilDay } from './civil-day.js';
import { addDays, addMonths, daysBetween, weekdayOf } from './local-date.js';
import { addPeriod, subtractPeriod } from './period.js';

const EVERY_DAY_FOR = 366 * 60;

describe('counting days with integers', () => {
  it('agrees with Temporal on every day of sixty years, leap centuries included', () => {
    for (const start of ['1970-01-01', '2075-01-01']) {
      let expected = Temporal.PlainDate.from(start);
      const first = dayNumberOf(parseCivilDay(start)!);
      for (let offset = 0; offset < EVERY_DAY_FOR; offset += 1) {
        const day = civilDayOf(first + offset);
        if (formatCivilDay(day) !== expected.toString() || dayNumberOf(day) !== first + offset) {
          throw new Error(`${formatCivilDay(day)} instead of ${expected.toString()}`);
        }
        expected = expected.add({ days: 1 });
      }
    }
  });

  it('begins on 1970-01-01 and goes back before it', () => {
    expect(civilDayOf(0)).toEqual({ year: 1970, month: 1, day: 1 });
    expect(formatCivilDay(civilDayOf(-1))).toBe('1969-12-31');
    expect(weekdayOf('1969-12-28')).toBe(7);
  });

  it('knows the length of February', () => {
    expect([2023, 2024, 2000, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  });

  it('refuses years that the form cannot hold', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('0000-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addMonths('2026-01-01', Number.NaN)).toThrow(RangeError);
  });
});

describe('date arithmetic beside Temporal, properties', () => {
  const date = fc
    .integer({ min: -200_000, max: 200_000 })
    .map((number) => formatCivilDay(civilDayOf(number)));
  const plain = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

  it('property: days, months and weekdays are the same', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -2000, max: 2000 }), (from, count) => {
        expect(addDays(from, count)).toBe(plain(from).add({ days: count }).toString());
        expect(addMonths(from, count)).toBe(plain(from).add({ months: count }).toString());
        expect(weekdayOf(from)).toBe(plain(from).dayOfWeek);
      }),
    );
  });

  it('property: the days between two dates are the same', () => {
    fc.assert(
      fc.property(date, date, (from, to) => {
        expect(daysBetween(from, to)).toBe(plain(from).until(plain(to), { largestUnit: 'day' }).days);
      }),
    );
  });

  it('property: periods are the same, there and back', () => {
    const count = fc.nat(40);
    fc.assert(
      fc.property(date, count, count, count, count, (from, years, months, weeks, days) => {
        const period = `P${years}Y${months}M${weeks}W${days}D`;
        expect(addPeriod(from, period)).toBe(plain(from).add(period).toString());
        expect(subtractPeriod(from, period)).toBe(plain(from).subtract(period).toString());
      }),
    );
  });
});
