import fc from 'fast-check';
import { addDays } from './local-date.js';
import { addPeriod, isPeriod, subtractPeriod, validUntil } from './period.js';

describe('the post-training assessment', () => {
  it.each([
    ['2024-11-30', '2025-02-28', '2025-11-30'],
    ['2023-11-30', '2024-02-29', '2024-11-30'],
    ['2024-02-29', '2024-05-29', '2025-02-28'],
    ['2024-08-31', '2024-11-30', '2025-08-31'],
  ])('after training that ended on %s opens on %s and closes on %s', (end, opens, closes) => {
    expect(addPeriod(end, 'P3M')).toBe(opens);
    expect(addPeriod(end, 'P12M')).toBe(closes);
  });
});

describe('remediation', () => {
  it('lasts sixty calendar days: received on 2025-01-01, re-test from 2025-03-02', () => {
    expect(addPeriod('2025-01-01', 'P60D')).toBe('2025-03-02');
  });
});

describe('the validity of an assessment', () => {
  it.each([
    ['2023-04-06', '2026-04-05'],
    ['2024-01-01', '2026-12-31'],
    ['2024-03-01', '2027-02-28'],
    ['2025-03-01', '2028-02-29'],
    ['2021-02-28', '2024-02-27'],
    ['2024-02-29', '2027-02-27'],
  ])('from %s runs through %s, the day before the third anniversary', (assessedOn, lastDay) => {
    expect(validUntil(assessedOn, 'P3Y')).toBe(lastDay);
  });

  it('has its anniversary on 29 February again after four years', () => {
    expect(validUntil('2024-02-29', 'P4Y')).toBe('2028-02-28');
  });
});

describe('a period', () => {
  it('may mix units: months first, then days', () => {
    expect(addPeriod('2024-01-31', 'P1M1D')).toBe('2024-03-01');
    expect(addPeriod('2024-01-31', 'P1Y6M')).toBe('2025-07-31');
    expect(addPeriod('2026-04-06', 'P2W')).toBe('2026-04-20');
  });

  it('is taken away with the same clamp', () => {
    expect(subtractPeriod('2025-05-31', 'P3M')).toBe('2025-02-28');
    expect(subtractPeriod('2025-03-02', 'P60D')).toBe('2025-01-01');
  });

  it.each(['', 'P', '3M', 'PT3H', 'P3', 'P-3M', '-P3M', 'P3M ', 'P1D2M', 'P1.5M', 'p3m'])(
    '%p is refused',
    (text) => {
      expect(isPeriod(text)).toBe(false);
      expect(() => addPeriod('2026-01-01', text)).toThrow(RangeError);
    },
  );

  it('property: of days is as many days', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(1000), (offset, days) => {
        const from = addDays('2000-01-01', offset);
        expect(addPeriod(from, `P${days}D`)).toBe(addDays(from, days));
        expect(subtractPeriod(addPeriod(from, `P${days}D`), `P${days}D`)).toBe(from);
      }),
    );
  });
});
