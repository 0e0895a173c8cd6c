import fc from 'fast-check';
import { policy } from './assessment.fixture.js';
import { SEVERITIES, type Severity } from './gap-analysis.js';
import { severityOf } from './severity.js';

const level = (standard: number, attained: number): Severity =>
  severityOf({ competency: 'M1', level: attained }, standard, policy);

const indicators = (standard: number, met: number, total?: number): Severity =>
  severityOf(
    {
      competency: 'M1',
      level: standard - 1,
      indicatorsMet: met,
      ...(total === undefined ? {} : { indicatorsTotal: total }),
    },
    standard,
    policy,
  );

/** Number of cumulative indicators by standard, and the severity of every count below all of them. */
const BANDS: [standard: number, total: number, low: number[], medium: number[], high: number[]][] = [
  [2, 6, [5], [3, 4], [0, 1, 2]],
  [3, 9, [7, 8], [5, 6], [0, 1, 2, 3, 4]],
  [4, 12, [9, 10, 11], [6, 7, 8], [0, 1, 2, 3, 4, 5]],
  [5, 15, [12, 13, 14], [8, 9, 10, 11], [0, 1, 2, 3, 4, 5, 6, 7]],
];

const bands = BANDS.flatMap(([standard, total, low, medium, high]) => [
  ...low.map((met) => ({ standard, total, met, severity: 'low' as const })),
  ...medium.map((met) => ({ standard, total, met, severity: 'medium' as const })),
  ...high.map((met) => ({ standard, total, met, severity: 'high' as const })),
]);

describe('severity by indicators, cumulative over the levels up to the standard', () => {
  it('is specified for every count below all', () => {
    expect(bands).toHaveLength(6 + 9 + 12 + 15);
  });

  it.each(bands)('standard $standard: $met of $total is $severity', ({ standard, total, met, severity }) => {
    expect(indicators(standard, met, total)).toBe(severity);
    expect(indicators(standard, met)).toBe(severity);
  });

  it.each(BANDS)('standard %i: all %i shown and the level reached is no gap', (standard, total) => {
    const rating = {
      competency: 'M1' as const,
      level: standard,
      indicatorsMet: total,
      indicatorsTotal: total,
    };
    expect(severityOf(rating, standard, policy)).toBe('none');
  });

  it('the level decides whether there is a gap at all', () => {
    expect(severityOf({ competency: 'M1', level: 3, indicatorsMet: 4 }, 3, policy)).toBe('none');
    expect(indicators(3, 9, 9)).toBe('low');
  });

  it('a total of 0 tells nothing, so levels are used', () => {
    expect(indicators(4, 0, 0)).toBe('low');
  });
});

describe('severity by levels alone', () => {
  it.each([
    ...(
      [
        [4, 5],
        [3, 4],
      ] as const
    ).map(([attained, standard]) => ({ attained, standard, severity: 'low' })),
    ...(
      [
        [2, 3],
        [3, 5],
        [1, 2],
        [2, 4],
      ] as const
    ).map(([attained, standard]) => ({ attained, standard, severity: 'medium' })),
    ...(
      [
        [2, 5],
        [1, 3],
        [1, 4],
        [1, 5],
      ] as const
    ).map(([attained, standard]) => ({ attained, standard, severity: 'high' })),
  ])('$attained of $standard is $severity', ({ attained, standard, severity }) => {
    expect(level(standard, attained)).toBe(severity);
  });

  it('one level below is low from standard 4 on, medium below', () => {
    expect([5, 4, 3, 2].map((standard) => level(standard, standard - 1))).toEqual([
      'low',
      'low',
      'medium',
      'medium',
    ]);
  });

  it('level 0 is high, and so is no rating', () => {
    expect(level(1, 0)).toBe('high');
    expect(severityOf(undefined, 1, policy)).toBe('high');
  });
});

describe('severity, properties', () => {
  const standard = fc.integer({ min: 1, max: 5 });
  const attained = fc.nat(5);

  it('property: none exactly when the level reaches the standard, whatever the indicators say', () => {
    fc.assert(
      fc.property(standard, attained, fc.option(fc.nat(15), { nil: undefined }), (asked, has, met) => {
        const rating = {
          competency: 'M2' as const,
          level: has,
          ...(met === undefined ? {} : { indicatorsMet: met }),
        };
        expect(severityOf(rating, asked, policy) === 'none').toBe(has >= asked);
      }),
    );
  });

  it('property: a higher level is never graver', () => {
    fc.assert(
      fc.property(standard, fc.nat(4), (asked, has) => {
        expect(SEVERITIES.indexOf(level(asked, has + 1))).toBeLessThanOrEqual(
          SEVERITIES.indexOf(level(asked, has)),
        );
      }),
    );
  });
});
