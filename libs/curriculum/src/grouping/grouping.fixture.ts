import fc from 'fast-check';
import { MANAGERIAL, type ManagerialCode } from '#libs/competency';
import type { GroupingMember } from './signature.js';

/** Someone with a high gap of two levels in each of these and none in the others. */
export function member(journeyId: string, ...high: ManagerialCode[]): GroupingMember {
  return {
    journeyId,
    gaps: MANAGERIAL.map((competency) =>
      high.includes(competency)
        ? { competency, severity: 'high', gap: 2 }
        : { competency, severity: 'none', gap: 0 },
    ),
  };
}

const gaps = fc.tuple(
  ...MANAGERIAL.map((competency) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant({ competency, severity: 'none' as const, gap: 0 }) },
      { weight: 1, arbitrary: fc.constant({ competency, severity: 'low' as const, gap: 1 }) },
      { weight: 1, arbitrary: fc.constant({ competency, severity: 'medium' as const, gap: 1 }) },
      { weight: 1, arbitrary: fc.constant({ competency, severity: 'high' as const, gap: 2 }) },
    ),
  ),
);

/** Cohorts in which about a third of the people has the same profile as someone else, as in real ones. */
export function cohorts(least: number, most: number): fc.Arbitrary<GroupingMember[]> {
  const person = fc.record({ own: gaps, like: fc.nat(), copies: fc.nat(2) });
  return fc.array(person, { minLength: least, maxLength: most }).map((people) =>
    people.map(({ own, like, copies }, index) => ({
      journeyId: `journey-${index}`,
      gaps: copies === 0 ? (people[like % people.length]?.own ?? own) : own,
    })),
  );
}
