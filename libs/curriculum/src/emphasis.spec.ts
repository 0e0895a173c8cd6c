import fc from 'fast-check';
import { shiftHours, type HoursSlot } from './emphasis.js';

const slot = (course: string, hours: number | null, role: HoursSlot['role']): HoursSlot => ({
  course,
  hours,
  role,
});

describe('shifting hours', () => {
  it('gives by the share, rounded down, and takes by own hours, largest remainder first', () => {
    const slots = [
      slot('a', 9, 'gives'),
      slot('b', 14, 'gives'),
      slot('c', 4, 'takes'),
      slot('d', 6, 'takes'),
    ];
    // a gives 1, b gives 2; of 3 hours c is due 1.2 and d 1.8
    expect(Object.fromEntries(shiftHours(slots, 0.2))).toEqual({ a: 8, b: 12, c: 5, d: 8 });
  });

  it('breaks a tie of remainders in the order of the programme', () => {
    const slots = [slot('a', 5, 'gives'), slot('b', 3, 'takes'), slot('c', 3, 'takes')];
    expect(Object.fromEntries(shiftHours(slots, 0.2))).toEqual({ a: 4, b: 4 });
  });

  it('leaves everyone at least one hour', () => {
    const slots = [slot('a', 1, 'gives'), slot('b', 4, 'gives'), slot('c', 2, 'takes')];
    expect(Object.fromEntries(shiftHours(slots, 1))).toEqual({ b: 1, c: 5 });
  });

  it('moves nothing without somebody to give, somebody to take, or a whole hour', () => {
    expect(shiftHours([slot('a', 9, 'gives'), slot('b', 9, 'keeps')], 0.5).size).toBe(0);
    expect(shiftHours([slot('a', 9, 'takes'), slot('b', 9, 'keeps')], 0.5).size).toBe(0);
    expect(shiftHours([slot('a', 4, 'gives'), slot('b', 9, 'takes')], 0.2).size).toBe(0);
    expect(shiftHours([slot('a', null, 'gives'), slot('b', null, 'takes')], 0.5).size).toBe(0);
  });

  it('reads the share to three decimals, so that 0.29 of 100 is 29 and not 28', () => {
    expect(shiftHours([slot('a', 100, 'gives'), slot('b', 10, 'takes')], 0.29).get('a')).toBe(71);
  });

  it('property: the total is kept, givers only lose, takers only gain, keepers keep', () => {
    const slots = fc
      .array(
        fc.record({
          hours: fc.option(fc.integer({ min: 1, max: 60 })),
          role: fc.constantFrom<HoursSlot['role']>('gives', 'takes', 'keeps'),
        }),
        { maxLength: 20 },
      )
      .map((list) => list.map((one, index) => ({ course: String(index), ...one })));
    fc.assert(
      fc.property(slots, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const shifted = shiftHours(given, share);
        const after = (one: HoursSlot): number => shifted.get(one.course) ?? one.hours ?? 0;
        expect(given.reduce((sum, one) => sum + after(one), 0)).toBe(
          given.reduce((sum, one) => sum + (one.hours ?? 0), 0),
        );
        for (const one of given) {
          const change = after(one) - (one.hours ?? 0);
          expect(Number.isInteger(change)).toBe(true);
          if (one.role === 'gives') expect(change <= 0 && (one.hours === null || after(one) >= 1)).toBe(true);
          if (one.role === 'takes') expect(change).toBeGreaterThanOrEqual(0);
          if (one.role === 'keeps' || one.hours === null) expect(change).toBe(0);
        }
      }),
    );
  });
});
