import { median, quantile, spread } from './statistics.js';

describe('what rounds come to', () => {
  it('is the middle one, or between the two middle ones', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('sorts by number, not by text', () => {
    expect(spread([100, 9, 20])).toEqual({ median: 20, min: 9, max: 100 });
  });

  it('takes a share of the way from the least to the greatest', () => {
    expect(quantile([0, 10, 20, 30, 40], 0.25)).toBe(10);
    expect(quantile([0, 10], 0.99)).toBeCloseTo(9.9);
  });

  it('is nothing for no rounds', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
