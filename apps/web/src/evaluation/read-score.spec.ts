import { readScore } from './read-score.js';

describe('a score as people type it', () => {
  it.each([
    ['0', 0],
    ['100', 100],
    [' 82,5 ', 82.5],
    ['82.25', 82.25],
  ])('%s is %s', (text, score) => {
    expect(readScore(text)).toBe(score);
  });

  it.each(['', '101', '-1', '8o', '82,555', '1e2', '8 2'])('%s is none', (text) => {
    expect(readScore(text)).toBeNull();
  });
});
