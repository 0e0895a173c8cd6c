import fc from 'fast-check';
import {
  analyseGaps,
  type AssessmentPolicy,
  type AssessmentPurpose,
  type CompetencyCode,
  type GapAnalysis,
  type LevelChange,
  type ManagerialCode,
  type Rating,
} from '#libs/competency';
import { assessmentPolicy, catalogue } from '../pka.fixture.js';

export type Levels = Partial<Record<CompetencyCode, number | null>>;

/** Few enough that every other choice of levels can be tried; of all three families. */
export const FOUR: readonly ManagerialCode[] = ['M1', 'M2', 'M5', 'M7'];

export interface Assessed {
  standard: Partial<Record<CompetencyCode, number>>;
  levels: Levels;
  /** Indicators met by competency, where the report gives them. */
  indicators: Levels;
  purpose: AssessmentPurpose;
  policy: AssessmentPolicy;
}

const four = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Partial<Record<CompetencyCode, T>>> =>
  fc
    .tuple(...FOUR.map(() => value))
    .map((values) => Object.fromEntries(FOUR.map((code, index) => [code, values[index]!])));

/** Somebody with a standard, levels and now and then no rating or a few indicators in the four. */
export const assessed: fc.Arbitrary<Assessed> = fc.record({
  standard: four(fc.integer({ min: 1, max: 4 })),
  levels: four(fc.option(fc.nat(5), { freq: 6 })),
  indicators: four(fc.option(fc.nat(12), { freq: 1 })),
  purpose: fc.constantFrom<AssessmentPurpose>('mapping', 'selection'),
  policy: fc.boolean().map((capPerCompetency) => ({ ...assessmentPolicy, capPerCompetency })),
});

export function ratingsOf({ levels, indicators }: Pick<Assessed, 'levels' | 'indicators'>): Rating[] {
  return (Object.entries(levels) as [CompetencyCode, number | null][]).flatMap(([competency, level]) => {
    if (level === null) return [];
    const indicatorsMet = indicators[competency] ?? undefined;
    return [{ competency, level, ...(indicatorsMet === undefined ? {} : { indicatorsMet }) }];
  });
}

export function analysisOfFour(one: Assessed): GapAnalysis {
  const profile = { ratings: ratingsOf(one), purpose: one.purpose };
  return analyseGaps({ standard: one.standard, profile, catalogue, policy: one.policy });
}

export function changed(one: Assessed, changes: readonly LevelChange[]): Assessed {
  const levels = {
    ...one.levels,
    ...Object.fromEntries(changes.map(({ competency, to }) => [competency, to])),
  };
  return { ...one, levels };
}

/** The same person with every choice of levels at most so many steps away. What was rated stays rated. */
export function* within(one: Assessed, steps: number): Generator<Assessed> {
  for (const levels of levelsWithin(Object.entries(one.levels) as [CompetencyCode, number | null][], steps))
    yield { ...one, levels };
}

function* levelsWithin(from: [CompetencyCode, number | null][], steps: number): Generator<Levels> {
  const [first, ...rest] = from;
  if (first === undefined) {
    yield {};
    return;
  }
  const [code, level] = first;
  const unrated = level === null ? [{ to: null, cost: 0 }] : [];
  const rated = [0, 1, 2, 3, 4, 5].map((to) => ({
    to,
    cost: level === null ? 1 + to : Math.abs(to - level),
  }));
  for (const { to, cost } of [...unrated, ...rated].filter((one) => one.cost <= steps)) {
    for (const others of levelsWithin(rest, steps - cost)) yield { [code]: to, ...others };
  }
}
