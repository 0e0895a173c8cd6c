import { mondayOf, plusDays, weekFrom } from './week.js';

describe('a week', () => {
  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-08', '2026-03-02'],
    ['2026-03-01', '2026-02-23'],
    ['2026-01-01', '2025-12-29'],
  ])('of %s begins on Monday %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('has seven days, over the end of a month too', () => {
    expect(weekFrom('2026-02-23')).toHaveLength(7);
    expect(weekFrom('2026-02-23').at(-1)).toBe('2026-03-01');
    expect(plusDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});
