import { clockTarget } from './clock-target.js';

const NOW = '2026-01-31T01:00:00.000Z';
const target = (body: unknown) => {
  const result = clockTarget(body, NOW);
  return result.ok ? result.value : result.refusal.code;
};

describe('where a move of the clock leads', () => {
  it.each([
    [{ advance: 'P1D' }, '2026-02-01T01:00:00.000Z'],
    [{ advance: 'P60D' }, '2026-04-01T01:00:00.000Z'],
    // Months clamp to the month's end.
    [{ advance: 'P1M' }, '2026-02-28T01:00:00.000Z'],
    [{ advance: 'PT90M' }, '2026-01-31T02:30:00.000Z'],
    [{ advance: 'P1DT1H' }, '2026-02-01T02:00:00.000Z'],
    // A date is its first moment in Jakarta.
    [{ to: '2026-03-02' }, '2026-03-01T17:00:00.000Z'],
    [{ to: '2026-03-02T08:00:00+09:00' }, '2026-03-01T23:00:00.000Z'],
    [{ to: NOW }, NOW],
  ])('%j is %s', (body, expected) => {
    expect(target(body)).toBe(expected);
  });

  it.each([
    [{ to: '2026-01-31' }, 'clock.backwards'],
    [{ to: '2026-01-31T00:59:59Z' }, 'clock.backwards'],
    [{ advance: 'P21Y' }, 'clock.too_far'],
    [{ advance: 'P9999Y' }, 'clock.too_far'],
    [{ advance: 'P99999999999D' }, 'clock.too_far'],
    [{ advance: '60' }, 'clock.move_unclear'],
    [{ advance: 'PT' }, 'clock.move_unclear'],
    [{ to: '2026-02-30' }, 'clock.move_unclear'],
    [{}, 'clock.move_unclear'],
    [null, 'clock.move_unclear'],
  ])('%j is refused as %s', (body, code) => {
    expect(target(body)).toBe(code);
  });
});
