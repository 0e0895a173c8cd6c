import fc from 'fast-check';
import { analyseGaps } from './analyse-gaps.js';
import { catalogue, policy, ratingsOf } from './assessment.fixture.js';
import { COMPETENCIES, MANAGERIAL } from './competency.js';
import { explainCategory, type CategoryExplanation } from './explain-category.js';
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

const MOST = 4;
const RANK = ['optimal', 'MS', 'fairlyOptimal', 'MMS', 'lessOptimal', 'KMS', null];

function analyse({ standard, levels, purpose, policy: settings }: Assessed): GapAnalysis {
  const profile = { ratings: ratingsFrom(levels), purpose };
  return analyseGaps({ standard, profile, catalogue, policy: settings });
}

function explain(person: Assessed): CategoryExplanation {
  const { competencies } = analyse(person);
  return explainCategory({ competencies, purpose: person.purpose, policy: person.policy });
}

const ofEight = (
  ratings: Rating[],
  level: 3 | 5 = 3,
  change: Partial<typeof policy> = {},
): CategoryExplanation => {
  const settings = { ...policy, ...change };
  const profile = { ratings, purpose: 'mapping' as const };
  const standard = standardOfLevel(level, { includeS1: false });
  const { competencies } = analyseGaps({ standard, profile, catalogue, policy: settings });
  return explainCategory({ competencies, purpose: 'mapping', policy: settings });
};

describe('why a category', () => {
  it('36 of 40 is optimal by nothing to spare: one level less anywhere is the next category', () => {
    const { category, jobPersonMatch, down, up } = ofEight(
      ratingsOf(MANAGERIAL, 5, { M1: 4, M2: 4, M3: 4, M4: 4 }),
      5,
    );
    expect({ category, percent: jobPersonMatch.percent, up }).toEqual({
      category: 'optimal',
      percent: 90,
      up: null,
    });
    expect(down).toMatchObject({ to: 'fairlyOptimal', steps: 1 });
  });

  it('21 of 24 needs one level for the next category up and three for the next one down', () => {
    const { category, up, down } = ofEight(ratingsOf(MANAGERIAL, 3, { M1: 2, M2: 2, M3: 2 }));
    expect(category).toBe('fairlyOptimal');
    expect(up).toMatchObject({ to: 'optimal', steps: 1 });
    expect(down).toMatchObject({ to: 'lessOptimal', steps: 3 });
  });

  it('with the cap a surplus pays for no gap, so the levels must come where they are missing', () => {
    const ratings = ratingsOf(MANAGERIAL, 3, { M1: 2, M2: 2, M3: 2, M4: 5 });
    expect(ofEight(ratings, 3).category).toBe('optimal');
    const { category, up } = ofEight(ratings, 3, { capPerCompetency: true });
    expect(category).toBe('fairlyOptimal');
    expect(up?.changes).toEqual([{ competency: 'M1', from: 2, to: 3 }]);
  });

  it('without any rating there is no category, and one rating gives one', () => {
    const { category, up, down } = ofEight([]);
    expect({ category, down }).toEqual({ category: null, down: null });
    expect(up).toEqual({ to: 'lessOptimal', steps: 1, changes: [{ competency: 'M1', from: null, to: 0 }] });
  });

  it('names the scale of its purpose with its bounds', () => {
    expect(ofEight([]).scale).toEqual([
      { category: 'optimal', from: 90 },
      { category: 'fairlyOptimal', from: 78 },
      { category: 'lessOptimal', from: 0 },
    ]);
  });
});

describe('why a category, properties', () => {
  const person = assessed(COMPETENCIES, MOST);
  const categoryWith = (one: Assessed, levels: Levels) => analyse({ ...one, levels }).category;

  it('property: the stated change leads where it says, up to a better and down to a worse category', () => {
    fc.assert(
      fc.property(person, (one) => {
        const { category, up, down } = explain(one);
        const rank = (value: typeof category): number => RANK.indexOf(value);
        for (const flip of [up, down]) {
          if (flip !== null) expect(categoryWith(one, changed(one.levels, flip.changes))).toBe(flip.to);
        }
        if (up !== null) expect(rank(up.to)).toBeLessThan(rank(category));
        if (down !== null) expect(rank(down.to)).toBeGreaterThan(rank(category));
      }),
    );
  });

  it('property: no smaller change of levels, whichever, leads to a better or to a worse one', () => {
    fc.assert(
      fc.property(person, (one) => {
        const { category, up, down } = explain(one);
        const rank = (value: typeof category): number => RANK.indexOf(value);
        for (const levels of levelsWithin(one.levels, Math.max(up?.steps ?? 99, down?.steps ?? 99) - 1)) {
          const other = rank(categoryWith(one, levels)) - rank(category);
          const steps = stepsTo(one.levels, levels);
          if (other < 0) expect(steps).toBeGreaterThanOrEqual(up?.steps ?? Infinity);
          if (other > 0) expect(steps).toBeGreaterThanOrEqual(down?.steps ?? Infinity);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('property: of a full profile of nine no smaller change does either, as far as three steps', () => {
    const full = assessed(COMPETENCIES, COMPETENCIES.length).filter(
      ({ levels }) => Object.keys(levels).length >= 8,
    );
    fc.assert(
      fc.property(full, (one) => {
        const { category, up, down } = explain(one);
        const least = Math.min(up?.steps ?? 99, down?.steps ?? 99);
        for (const levels of levelsWithin(one.levels, Math.min(least - 1, 2))) {
          expect(categoryWith(one, levels)).toBe(category);
        }
      }),
      { numRuns: 25 },
    );
  });
});

function stepsTo(from: Levels, to: Levels): number {
  return (Object.keys(from) as (keyof Levels)[]).reduce((sum, code) => {
    const [before, after] = [from[code] ?? null, to[code] ?? null];
    if (before === after || after === null) return sum;
    return sum + (before === null ? 1 + after : Math.abs(after - before));
  }, 0);
}
