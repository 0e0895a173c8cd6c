import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  isLocalDate,
  civilDay,
  weekdayOf,
  type LocalDate,
} from './local-date.js';

const date: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 36_524 })
  .map((days) => addDays('2000-01-01', days));

describe('a local date', () => {
  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-4-6',
    '06-04-2026',
    '2026-04-06T00:00',
    ' 2026-04-06',
    '',
  ])('%p is not taken for a date', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => civilDay(text)).toThrow(RangeError);
  });

  it('knows leap days', () => {
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(isLocalDate('2000-02-29')).toBe(true);
    expect(isLocalDate('2100-02-29')).toBe(false);
  });

  it('counts sixty days over the end of February', () => {
    expect(addDays('2025-01-01', 60)).toBe('2025-03-02');
    expect(addDays('2024-01-01', 60)).toBe('2024-03-01');
    expect(daysBetween('2025-01-01', '2025-03-02')).toBe(60);
    expect(daysBetween('2025-03-02', '2025-01-01')).toBe(-60);
  });

  it('clamps months to the end of the month', () => {
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
  });

  it('names weekdays from Monday to Sunday', () => {
    expect(weekdayOf('2026-04-06')).toBe(1);
    expect(weekdayOf('2026-04-12')).toBe(7);
  });

  it('property: days added are days between, and days taken away lead back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
      }),
    );
  });

  it('property: months added land in the month meant, never beyond it', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 240 }), (from, months) => {
        const to = addMonths(from, months);
        const monthsOf = (text: LocalDate): number =>
          Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthsOf(to) - monthsOf(from)).toBe(months);
        expect(to.slice(8) <= from.slice(8)).toBe(true);
      }),
    );
  });

  it('property: a later date never has an earlier date some months on', () => {
    fc.assert(
      fc.property(date, fc.nat(400), fc.nat(36), (from, days, months) => {
        expect(addMonths(addDays(from, days), months) >= addMonths(from, months)).toBe(true);
      }),
    );
  });
});
