import fc from 'fast-check';
import { policy } from './assessment.fixture.js';
import type { AssessmentPolicy } from './assessment.policy.js';
import type { CompetencyCode } from './competency.js';
import { ladderOf, type LevelChange } from './explain-steps.js';
import type { AssessmentPurpose, Rating } from './profile.js';
import type { Standard } from './standard.js';

export type Levels = Partial<Record<CompetencyCode, number | null>>;

/** Every choice of levels that lies at most so many steps away, the given one included. What was rated stays rated. */
export function* levelsWithin(levels: Levels, steps: number): Generator<Levels> {
  const [first, ...rest] = Object.entries(levels) as [CompetencyCode, number | null][];
  if (first === undefined) {
    yield {};
    return;
  }
  for (const option of ladderOf(...first).options.filter((one) => one.steps <= steps)) {
    for (const others of levelsWithin(Object.fromEntries(rest), steps - option.steps)) {
      yield { [first[0]]: option.to, ...others };
    }
  }
}

export function changed(levels: Levels, changes: readonly LevelChange[]): Levels {
  return { ...levels, ...Object.fromEntries(changes.map(({ competency, to }) => [competency, to])) };
}

export function ratingsFrom(levels: Levels): Rating[] {
  return (Object.entries(levels) as [CompetencyCode, number | null][]).flatMap(([competency, level]) =>
    level === null ? [] : [{ competency, level }],
  );
}

export interface Assessed {
  standard: Standard;
  levels: Levels;
  purpose: AssessmentPurpose;
  policy: AssessmentPolicy;
}

/** A few competencies with a standard and a level or none each, so that every other choice of levels can be tried. */
export function assessed(codes: readonly CompetencyCode[], most: number): fc.Arbitrary<Assessed> {
  return fc
    .record({
      some: fc.subarray([...codes], { minLength: 1, maxLength: most }),
      asked: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: most, maxLength: most }),
      had: fc.array(fc.option(fc.nat(5), { freq: 6 }), { minLength: most, maxLength: most }),
      purpose: fc.constantFrom<AssessmentPurpose>('mapping', 'selection'),
      capPerCompetency: fc.boolean(),
      familyTieOrder: fc.shuffledSubarray(policy.familyTieOrder, { minLength: 3 }),
    })
    .map(({ some, asked, had, purpose, capPerCompetency, familyTieOrder }) => ({
      standard: Object.fromEntries(some.map((code, index) => [code, asked[index] ?? 1])),
      // S1 counts only where it was rated.
      levels: Object.fromEntries(
        some.map((code, index) => [code, code === 'S1' ? (had[index] ?? 0) : (had[index] ?? null)]),
      ),
      purpose,
      policy: { ...policy, capPerCompetency, familyTieOrder },
    }));
}
