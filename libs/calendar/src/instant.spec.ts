import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  closesAt,
  earlierOf,
  instantAfter,
  isInstant,
  laterOf,
  localDateOf,
  localTimeOf,
  opensAt,
  toInstant,
  withOffset,
} from './instant.js';
import { addDays } from './local-date.js';
import { ZONES } from './zone.js';

describe('a day in a zone', () => {
  it.each([
    ['Asia/Jakarta', '2026-04-05T17:00:00.000Z', '2026-04-06T16:59:59.000Z'],
    ['Asia/Makassar', '2026-04-05T16:00:00.000Z', '2026-04-06T15:59:59.000Z'],
    ['Asia/Jayapura', '2026-04-05T15:00:00.000Z', '2026-04-06T14:59:59.000Z'],
  ] as const)('opens at 00:00:00 and closes at 23:59:59 of %s', (zone, opens, closes) => {
    expect(opensAt('2026-04-06', zone)).toBe(opens);
    expect(closesAt('2026-04-06', zone)).toBe(closes);
  });

  it('is another day elsewhere at the same instant', () => {
    const instant = '2026-04-06T15:30:00.000Z';
    expect(localDateOf(instant, 'Asia/Jakarta')).toBe('2026-04-06');
    expect(localDateOf(instant, 'Asia/Makassar')).toBe('2026-04-06');
    expect(localDateOf(instant, 'Asia/Jayapura')).toBe('2026-04-07');
  });

  it('has a last second that still belongs to it and a next one that does not', () => {
    expect(localDateOf('2026-04-06T16:59:59.999Z', 'Asia/Jakarta')).toBe('2026-04-06');
    expect(localDateOf('2026-04-06T17:00:00.000Z', 'Asia/Jakarta')).toBe('2026-04-07');
  });

  it('property: opening and closing lie on the day, 86,399 seconds apart, and the next day opens a second later', () => {
    fc.assert(
      fc.property(fc.nat(36_000), fc.constantFrom(...ZONES), (offset, zone) => {
        const date = addDays('2000-01-01', offset);
        expect(localDateOf(opensAt(date, zone), zone)).toBe(date);
        expect(localDateOf(closesAt(date, zone), zone)).toBe(date);
        expect(instantAfter(closesAt(date, zone), 'PT1S', zone)).toBe(opensAt(addDays(date, 1), zone));
      }),
    );
  });

  it('property: zones further east open earlier', () => {
    fc.assert(
      fc.property(fc.nat(36_000), (offset) => {
        const [west, middle, east] = ZONES.map((zone) => opensAt(addDays('2000-01-01', offset), zone));
        expect([east, middle, west]).toEqual([west, middle, east].sort());
      }),
    );
  });
});

describe('an instant', () => {
  it('has one form only', () => {
    expect(toInstant('2026-04-06T07:30:00+07:00')).toBe('2026-04-06T00:30:00.000Z');
    expect(toInstant('2026-04-06T00:30:00Z')).toBe('2026-04-06T00:30:00.000Z');
    expect(isInstant('2026-04-06T00:30:00.000Z')).toBe(true);
  });

  it.each([
    '2026-04-06T00:30:00Z',
    '2026-04-06',
    '2026-02-30T00:00:00.000Z',
    '2026-04-06T24:00:00.000Z',
    'now',
    '',
  ])('%p is not in that form', (text) => {
    expect(isInstant(text)).toBe(false);
  });

  it('refuses a time without an offset, which could be any zone', () => {
    expect(() => toInstant('2026-04-06T07:30:00')).toThrow(RangeError);
  });

  it('is shown with the offset of the zone', () => {
    expect(withOffset('2026-04-05T22:30:00.000Z', 'Asia/Jayapura')).toBe('2026-04-06T07:30:00+09:00');
    expect(withOffset('2026-04-05T22:30:00.250Z', 'Asia/Jakarta')).toBe('2026-04-06T05:30:00.25+07:00');
    expect(localTimeOf('2026-04-05T22:30:59.000Z', 'Asia/Makassar')).toBe('06:30');
  });

  it('moves by periods of the local calendar', () => {
    expect(instantAfter(closesAt('2026-01-31', 'Asia/Jakarta'), 'P1M', 'Asia/Jakarta')).toBe(
      closesAt('2026-02-28', 'Asia/Jakarta'),
    );
    expect(instantAfter(opensAt('2026-01-31', 'Asia/Jayapura'), 'P7D', 'Asia/Jayapura')).toBe(
      opensAt('2026-02-07', 'Asia/Jayapura'),
    );
  });

  it('property: round trips through any zone', () => {
    const instants = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (at, zone) => {
        const instant = at.toISOString();
        expect(toInstant(withOffset(instant, zone))).toBe(instant);
      }),
    );
  });

  it('property: of two, one is the later and the other the earlier', () => {
    const instants = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const [a, b] = [one.toISOString(), other.toISOString()];
        expect(Date.parse(laterOf(a, b))).toBe(Math.max(one.getTime(), other.getTime()));
        expect([earlierOf(a, b), laterOf(a, b)].sort()).toEqual([a, b].sort());
      }),
    );
  });
});

describe('instants counted with numbers, beside Temporal', () => {
  const instants = fc
    .date({ min: new Date('1960-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString());
  const zone = fc.constantFrom(...ZONES);

  it('property: dates, times and offsets of a zone are the same, before its offset held too', () => {
    fc.assert(
      fc.property(instants, zone, (instant, at) => {
        const expected = Temporal.Instant.from(instant).toZonedDateTimeISO(at);
        expect(withOffset(instant, at)).toBe(expected.toString({ timeZoneName: 'never' }));
        expect(localDateOf(instant, at)).toBe(expected.toPlainDate().toString());
        expect(localTimeOf(instant, at)).toBe(expected.toPlainTime().toString({ smallestUnit: 'minute' }));
        const opens = expected.startOfDay().epochMilliseconds;
        expect(opensAt(localDateOf(instant, at), at)).toBe(new Date(opens).toISOString());
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '1987-12-31T16:59:59.999Z',
    '1987-12-31T17:00:00.000Z',
    '1988-01-01T00:00:00.000Z',
    '1988-01-01T07:00:00.000Z',
  ])('at the turn of 1988, %s', (instant) => {
    for (const at of ZONES) {
      const expected = Temporal.Instant.from(instant).toZonedDateTimeISO(at);
      expect(withOffset(instant, at)).toBe(expected.toString({ timeZoneName: 'never' }));
    }
  });

  it.each([
    '2026-04-06T07:30+07:00',
    '2026-04-06T07:30:00.5-03:30',
    '1969-12-31T23:59:59.999Z',
    '2026-04-06T07:30:60Z',
    '20260406T0730Z',
    '2026-04-06T07:30:00.123456+07:00',
    '2026-04-06T07:30:00+07:00[Asia/Jakarta]',
    '2026-04-06t07:30:00z',
    '2026-04-06T07:30:00-00:00',
  ])('reads %s as Temporal does', (text) => {
    expect(Date.parse(toInstant(text))).toBe(Temporal.Instant.from(text).epochMilliseconds);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-04-06T24:00:00Z',
    '2026-04-06T07:60:00Z',
    '2026-04-06T07:30:00+24:00',
    '2026-04-06T07:30:61Z',
    '2026-04-06T07:30:00',
  ])('refuses %s as Temporal does', (text) => {
    expect(() => Temporal.Instant.from(text)).toThrow(RangeError);
    expect(() => toInstant(text)).toThrow(RangeError);
  });
});
