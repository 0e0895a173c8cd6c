import fc from 'fast-check';
import { analyseGaps } from './analyse-gaps.js';
import { catalogue, policy, ratingsOf } from './assessment.fixture.js';
import { MANAGERIAL } from './competency.js';
import { explainFamily, type FamilyExplanation } from './explain-family.js';
import {
  assessed,
  changed,
  levelsWithin,
  ratingsFrom,
  type Assessed,
  type Levels,
} from './explain.fixture.js';
import type { GapAnalysis } from './gap-analysis.js';
import type { Rating } from './profile.js';
import { standardOfLevel } from './standard.js';

function analyse({ standard, levels, purpose, policy: settings }: Assessed): GapAnalysis {
  return analyseGaps({
    standard,
    profile: { ratings: ratingsFrom(levels), purpose },
    catalogue,
    policy: settings,
  });
}

function ofEight(ratings: Rating[]): FamilyExplanation {
  const standard = standardOfLevel(3, { includeS1: false });
  const { competencies } = analyseGaps({
    standard,
    profile: { ratings, purpose: 'mapping' },
    catalogue,
    policy,
  });
  return explainFamily({ competencies, catalogue, policy });
}

describe('why a family', () => {
  it('shows every share in the order that decides ties, and the change that proposes another', () => {
    const { family, shares, flip } = ofEight(ratingsOf(MANAGERIAL, 3, { M2: 2, M3: 2, M5: 2 }));
    expect(family).toBe('others');
    expect(shares).toEqual([
      { family: 'organisation', gap: 1, standard: 9 },
      { family: 'others', gap: 2, standard: 9 },
      { family: 'self', gap: 0, standard: 6 },
    ]);
    // Equal shares go to the organisation, so one level is enough.
    expect(flip).toMatchObject({ to: 'organisation', steps: 1 });
  });

  it('a single gap closed leaves no family to propose', () => {
    expect(ofEight(ratingsOf(MANAGERIAL, 3, { M1: 2 })).flip).toEqual({
      to: null,
      steps: 1,
      changes: [{ competency: 'M1', from: 2, to: 3 }],
    });
  });

  it('without a gap the first loss proposes one', () => {
    const { family, flip } = ofEight(ratingsOf(MANAGERIAL, 3));
    expect(family).toBeNull();
    expect(flip).toMatchObject({ steps: 1, changes: [{ from: 3, to: 2 }] });
  });
});

describe('why a family, properties', () => {
  const familyWith = (one: Assessed, levels: Levels) => analyse({ ...one, levels }).family;
  const explain = (one: Assessed): FamilyExplanation =>
    explainFamily({ competencies: analyse(one).competencies, catalogue, policy: one.policy });

  it('property: the stated change proposes what it says, which is another class', () => {
    fc.assert(
      fc.property(assessed(MANAGERIAL, 8), (one) => {
        const { family, flip } = explain(one);
        expect(family).toBe(analyse(one).family);
        expect(flip).not.toBeNull();
        expect(flip?.to).not.toBe(family);
        expect(familyWith(one, changed(one.levels, flip?.changes ?? []))).toBe(flip?.to);
      }),
    );
  });

  it('property: no smaller change of levels, whichever, proposes another class', () => {
    fc.assert(
      fc.property(assessed(MANAGERIAL, 4), (one) => {
        const { family, flip } = explain(one);
        for (const levels of levelsWithin(one.levels, (flip?.steps ?? 99) - 1)) {
          expect(familyWith(one, levels)).toBe(family);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('property: of a full profile of eight no smaller change does either, as far as three steps', () => {
    const full = assessed(MANAGERIAL, 8).filter(({ levels }) => Object.keys(levels).length === 8);
    fc.assert(
      fc.property(full, (one) => {
        const { family, flip } = explain(one);
        for (const levels of levelsWithin(one.levels, Math.min((flip?.steps ?? 99) - 1, 2))) {
          expect(familyWith(one, levels)).toBe(family);
        }
      }),
      { numRuns: 25 },
    );
  });
});
