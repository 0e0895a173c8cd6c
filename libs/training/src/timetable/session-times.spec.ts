import { hoursInWords, instantAt, localTimesOf } from './session-times.js';

describe('the time of a session', () => {
  it.each([
    ['Asia/Jakarta', '2026-05-04T00:30:00.000Z', 'WIB'],
    ['Asia/Makassar', '2026-05-03T23:30:00.000Z', 'WITA'],
    ['Asia/Jayapura', '2026-05-03T22:30:00.000Z', 'WIT'],
  ] as const)('is the one on the wall in %s, and says so', (zone, instant, label) => {
    expect(instantAt('2026-05-04', '07.30', zone)).toBe(instant);
    expect(instantAt('2026-05-04', '07:30', zone)).toBe(instant);
    const held = { startsAt: instant, endsAt: instantAt('2026-05-04', '09:00', zone), zone };
    expect(hoursInWords(held, 'id')).toBe(`07.30–09.00 ${label}`);
    expect(hoursInWords(held, 'en')).toBe(`07:30–09:00 ${label}`);
    expect(localTimesOf(held)).toEqual({ date: '2026-05-04', start: '07:30', end: '09:00' });
  });
});
