import fc from 'fast-check';
import { jobPersonMatchOf, percentOf, reaches } from './job-person-match.js';

/** Job-person match with k competencies one level below, the others at the standard: by number of competencies and level. */
const ONE_BELOW: [competencies: number, level: number, percents: number[]][] = [
  [8, 2, [93.75, 87.5, 81.25, 75, 68.75, 62.5, 56.25, 50]],
  [8, 3, [95.83, 91.67, 87.5, 83.33, 79.17, 75, 70.83, 66.67]],
  [8, 4, [96.88, 93.75, 90.63, 87.5, 84.38, 81.25, 78.13, 75]],
  [8, 5, [97.5, 95, 92.5, 90, 87.5, 85, 82.5, 80]],
  [9, 2, [94.44, 88.89, 83.33, 77.78, 72.22, 66.67, 61.11, 55.56, 50]],
  [9, 3, [96.3, 92.59, 88.89, 85.19, 81.48, 77.78, 74.07, 70.37, 66.67]],
  [9, 4, [97.22, 94.44, 91.67, 88.89, 86.11, 83.33, 80.56, 77.78, 75]],
  [9, 5, [97.78, 95.56, 93.33, 91.11, 88.89, 86.67, 84.44, 82.22, 80]],
];

const cases = ONE_BELOW.flatMap(([competencies, level, percents]) =>
  percents.map((percent, index) => ({ competencies, level, below: index + 1, percent })),
);

function someBelow(competencies: number, level: number, below: number) {
  return Array.from({ length: competencies }, (_, index) => ({
    attained: index < below ? level - 1 : level,
    standard: level,
  }));
}

describe('the job-person match', () => {
  it.each(cases)(
    'of $competencies competencies at level $level with $below one below is $percent %',
    ({ competencies, level, below, percent }) => {
      expect(jobPersonMatchOf(someBelow(competencies, level, below), false)).toEqual({
        attained: competencies * level - below,
        standard: competencies * level,
        percent,
        basis: competencies,
      });
    },
  );

  it('is not capped at 100: 25 of 18 is 138.89 %', () => {
    expect(percentOf(25, 18)).toBe(138.89);
  });

  it('rounds half up: 1 of 32 is 3.125 %, so 3.13', () => {
    expect(percentOf(1, 32)).toBe(3.13);
    expect(percentOf(29, 32)).toBe(90.63);
    expect(percentOf(1, 3)).toBe(33.33);
    expect(percentOf(2, 3)).toBe(66.67);
  });

  it('lets a surplus pay for a gap, unless each level is capped at its standard', () => {
    const levels = [
      { attained: 5, standard: 3 },
      { attained: 1, standard: 3 },
    ];
    expect(jobPersonMatchOf(levels, false).percent).toBe(100);
    expect(jobPersonMatchOf(levels, true)).toEqual({ attained: 4, standard: 6, percent: 66.67, basis: 2 });
  });

  it('of nothing is 0 and reaches nothing', () => {
    expect(jobPersonMatchOf([], false)).toEqual({ attained: 0, standard: 0, percent: 0, basis: 0 });
    expect(reaches(0, 0, 0)).toBe(false);
  });
});

describe('reaching a percentage', () => {
  it('is exact: 36 of 40 is 90 %, 35 of 39 is not', () => {
    expect(reaches(36, 40, 90)).toBe(true);
    expect(reaches(35, 39, 90)).toBe(false);
  });

  it('is asked of the numbers, not of the rounded percentage', () => {
    expect(percentOf(89_999, 100_000)).toBe(90);
    expect(reaches(89_999, 100_000, 90)).toBe(false);
  });

  it('may be asked of two decimals', () => {
    expect(reaches(701, 1000, 70.01)).toBe(true);
    expect(reaches(700, 1000, 70.01)).toBe(false);
  });

  it('property: agrees with fractions of big integers', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 45 }), fc.nat(150), (part, whole, percent) => {
        expect(reaches(part, whole, percent)).toBe(BigInt(part) * 100n >= BigInt(percent) * BigInt(whole));
      }),
    );
  });

  it('property: the shown percentage is off by half a hundredth at most', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 45 }), (part, whole) => {
        const hundredths = Math.round(percentOf(part, whole) * 100);
        const twiceError = 2 * hundredths * whole - 20_000 * part;
        expect(twiceError > -whole && twiceError <= whole).toBe(true);
      }),
    );
  });
});
