import fc from 'fast-check';
import { exactGrouping } from './exact-grouping.fixture.js';
import { cohorts } from './grouping.fixture.js';
import { proposeCoachingGroups } from './propose-coaching-groups.js';
import { standingsOf } from './signature.js';

// Measured: the best in 598 of these 600, at worst 8 for 7, 0.05 % over the best in total. With nine other seeds (5,400 cohorts)
// the best in 5,381 and at worst 4 for 3; number of groups and fullest group always the best. The bounds leave room for another
// version of fast-check drawing other cohorts from the seed.
const SEED = 20260406;
const COHORTS = 600;

interface Compared {
  groups: [number, number];
  fullest: [number, number];
  spread: [number, number];
}

function compared(): Compared[] {
  const cases = fc.sample(fc.record({ members: cohorts(2, 9), size: fc.integer({ min: 3, max: 5 }) }), {
    seed: SEED,
    numRuns: COHORTS,
  });
  return cases.map(({ members, size }) => {
    const proposal = proposeCoachingGroups({ members, size });
    if (!proposal.ok) throw new Error(proposal.refusal.detail.en);
    const best = exactGrouping(standingsOf(members), size);
    const fullest = Math.max(...proposal.groups.map((group) => group.members.length));
    return {
      groups: [proposal.groups.length, best.groups],
      fullest: [fullest, best.fullest],
      spread: [proposal.spread, best.competencies],
    };
  });
}

describe('a proposal of coaching groups against the best there is, for up to nine people', () => {
  const results = compared();

  it('needs no more groups, and no fuller ones', () => {
    for (const { groups, fullest } of results) {
      expect(groups[0]).toBe(groups[1]);
      expect(fullest[0]).toBe(fullest[1]);
    }
  });

  it('is at most 1.35 times as spread, and uniform where it can be', () => {
    for (const { spread } of results) expect(spread[0]).toBeLessThanOrEqual(1.35 * spread[1]);
  });

  it('is the best in 98 of 100 cohorts, and within half a percent over all of them', () => {
    const best = results.filter(({ spread }) => spread[0] === spread[1]).length;
    const [found, least] = [0, 1].map((side) =>
      results.reduce((sum, { spread }) => sum + (spread[side] ?? 0), 0),
    );
    expect(best / COHORTS).toBeGreaterThanOrEqual(0.98);
    expect(found).toBeLessThanOrEqual(1.005 * (least ?? 0));
  });

  it('is never better than the best, or the search would not be exhaustive', () => {
    for (const { spread } of results) expect(spread[0]).toBeGreaterThanOrEqual(spread[1]);
  });
});
