import fc from 'fast-check';
import { analyseGaps } from './analyse-gaps.js';
import { catalogue, policy } from './assessment.fixture.js';
import { COMPETENCIES, MANAGERIAL, type CompetencyCode } from './competency.js';
import { flipOfGaps } from './explain-gaps.js';
import { graveFlip, isGrave } from './explain-severity.js';
import {
  assessed,
  changed,
  levelsWithin,
  ratingsFrom,
  type Assessed,
  type Levels,
} from './explain.fixture.js';
import type { CompetencyGap } from './gap-analysis.js';
import { severityOf } from './severity.js';
import { judgeVerdict } from './verdict.js';

const gapsOf = ({ standard, levels, purpose }: Assessed): CompetencyGap[] =>
  analyseGaps({ standard, profile: { ratings: ratingsFrom(levels), purpose }, catalogue, policy })
    .competencies;
const lacks = (gaps: readonly CompetencyGap[]): boolean => gaps.some(({ gap }) => gap > 0);

describe('what would close all gaps, or open one', () => {
  const gap = (competency: CompetencyCode, attained: number | null, standard = 3) => ({
    ...{ competency, attained, standard },
    gap: Math.max(0, standard - (attained ?? 0)),
  });

  it('closes each, the unrated one by being rated at its standard', () => {
    expect(flipOfGaps([gap('M1', 3), gap('M2', 1), gap('M3', null)])).toEqual({
      to: 'noGap',
      steps: 6,
      changes: [
        { competency: 'M2', from: 1, to: 3 },
        { competency: 'M3', from: null, to: 3 },
      ],
    });
  });

  it('opens where least is to spare', () => {
    expect(flipOfGaps([gap('M1', 5), gap('M2', 4), gap('M3', 4)])).toEqual({
      to: 'gap',
      steps: 2,
      changes: [{ competency: 'M2', from: 4, to: 2 }],
    });
  });

  it('can do nothing about nothing', () => {
    expect(flipOfGaps([])).toBeNull();
  });

  it('property: it does what it says, and no smaller change of levels does', () => {
    fc.assert(
      fc.property(assessed(COMPETENCIES, 4), (one) => {
        const flip = flipOfGaps(gapsOf(one));
        const before = lacks(gapsOf(one));
        const with_ = (levels: Levels): boolean => lacks(gapsOf({ ...one, levels }));
        expect(flip?.to).toBe(before ? 'noGap' : 'gap');
        expect(with_(changed(one.levels, flip?.changes ?? []))).toBe(!before);
        for (const levels of levelsWithin(one.levels, (flip?.steps ?? 99) - 1))
          expect(with_(levels)).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what would make a gap grave, or no longer', () => {
  const rating = fc.record(
    {
      competency: fc.constant<CompetencyCode>('M1'),
      level: fc.nat(5),
      indicatorsMet: fc.nat(15),
    },
    { requiredKeys: ['competency', 'level'] },
  );

  it('property: the nearest level at which it does, the indicators as reported', () => {
    fc.assert(
      fc.property(fc.option(rating), fc.integer({ min: 1, max: 5 }), (given, standard) => {
        const own = given ?? undefined;
        const severity = severityOf(own, standard, policy);
        const gap = { competency: 'M1' as const, standard, attained: own?.level ?? null, severity };
        const flip = graveFlip(gap, own, policy);
        const graveAt = (level: number): boolean =>
          isGrave({ severity: severityOf({ ...own, competency: 'M1', level }, standard, policy) });
        if (flip !== null) expect(graveAt(flip.to)).toBe(!isGrave(gap));
        for (const { M1 } of levelsWithin({ M1: gap.attained }, (flip?.steps ?? 99) - 1)) {
          if (typeof M1 === 'number') expect(graveAt(M1)).toBe(isGrave(gap));
        }
      }),
    );
  });
});

describe('what would turn a verdict', () => {
  it('property: no smaller change of levels than the stated one does, under either rule', () => {
    const rule = fc.constantFrom(
      { kind: 'everyManagerial' } as const,
      { kind: 'jobPersonMatch', purpose: 'selection', percent: 80 } as const,
      { kind: 'jobPersonMatch', purpose: 'mapping', percent: 90 } as const,
    );
    fc.assert(
      fc.property(assessed(MANAGERIAL, 4), rule, (one, verdictRule) => {
        const met = (levels: Levels) =>
          judgeVerdict({
            standard: one.standard,
            profile: { ratings: ratingsFrom(levels) },
            policy: { ...one.policy, verdictRule },
          });
        const { meetsStandard, basis } = met(one.levels);
        const changes = basis.flip?.changes ?? [];
        expect(met(changed(one.levels, changes)).meetsStandard).toBe(!meetsStandard);
        const steps = changes.reduce(
          (sum, { from, to }) => sum + (from === null ? 1 + to : Math.abs(to - from)),
          0,
        );
        for (const levels of levelsWithin(one.levels, steps - 1)) {
          expect(met(levels).meetsStandard).toBe(meetsStandard);
        }
      }),
      { numRuns: 60 },
    );
  });
});
