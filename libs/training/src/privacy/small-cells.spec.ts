import { cellShown, SMALL } from './small-cells.js';

describe('a count of people', () => {
  it('is not told between none and the smallest cell', () => {
    expect([0, 1, 4, 5, 60].map((count) => cellShown(count, 5))).toEqual([0, SMALL, SMALL, 5, 60]);
  });
});
