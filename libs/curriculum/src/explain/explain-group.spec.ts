import fc from 'fast-check';
import { analysisOf, assessmentPolicy } from '../pka.fixture.js';
import { explainGroup, type GroupExplanation, type GroupMembership } from './explain-group.js';
import { analysisOfFour, assessed, changed, ratingsOf, within, type Assessed } from './explain.fixture.js';

const member = (journeyId: string, levels: Parameters<typeof analysisOf>[0]) => ({
  journeyId,
  gaps: analysisOf(levels).competencies,
});

describe('why a coaching group', () => {
  const gaps = analysisOf({ M3: 2, M7: 1 }).competencies;
  const own = {
    name: 'Kelompok 1',
    members: [member('me', { M3: 2, M7: 1 }), member('a', { M3: 2, M7: 1 })],
  };
  const far = { name: 'Kelompok 2', members: [member('b', { M1: 1, M2: 1 })] };
  const near = { name: 'Kelompok 3', members: [member('c', { M3: 2 })] };
  const ratings = gaps.map(({ competency, attained }) => ({ competency, level: attained ?? 0 }));
  const ask = (change: Partial<Parameters<typeof explainGroup>[0]> = {}): GroupExplanation =>
    explainGroup({
      ...{ journeyId: 'me', gaps, ratings, own, others: [far, near] },
      policy: assessmentPolicy,
      ...change,
    });

  it('shows the signatures, the distances and the nearest other group', () => {
    expect(ask()).toEqual({
      signature: ['M3', 'M7'],
      own: { name: 'Kelompok 1', size: 2, signature: ['M3', 'M7'], distance: 0 },
      nearestOther: { name: 'Kelompok 3', size: 1, signature: ['M3'], distance: 1 },
      isNearest: true,
      flip: {
        to: 'notNearest',
        group: 'Kelompok 3',
        steps: 2,
        changes: [{ competency: 'M7', from: 1, to: 3 }],
      },
    });
  });

  it('says when another group is nearer, and what would make the own one the nearest', () => {
    const { isNearest, flip } = ask({ own: far, others: [own, near] });
    expect(isNearest).toBe(false);
    expect(flip?.to).toBe('nearest');
    expect(flip?.group).toBe('Kelompok 2');
  });

  it('has nothing to compare for somebody alone, or in the only group', () => {
    const alone = ask({ own: { name: 'Kelompok 1', members: [member('me', {})] } });
    expect(alone).toMatchObject({ own: null, isNearest: null, flip: null });
    expect(ask({ others: [] })).toMatchObject({ nearestOther: null, isNearest: null, flip: null });
  });
});

describe('why a coaching group, properties', () => {
  const cohort = fc.record({
    me: assessed,
    own: fc.array(assessed, { minLength: 1, maxLength: 3 }),
    others: fc.array(fc.array(assessed, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  });
  const group = (name: string, people: Assessed[]): GroupMembership => ({
    name,
    members: people.map((one, index) => ({
      journeyId: `${name}-${String(index)}`,
      gaps: analysisOfFour(one).competencies,
    })),
  });
  type Cohort = { me: Assessed; own: Assessed[]; others: Assessed[][] };
  const explain = ({ me, own, others }: Cohort, changedMe = me): GroupExplanation => {
    const gaps = analysisOfFour(changedMe).competencies;
    const home = group('own', own);
    return explainGroup({
      ...{ journeyId: 'me', gaps, ratings: ratingsOf(changedMe), policy: me.policy },
      own: { ...home, members: [...home.members, { journeyId: 'me', gaps }] },
      others: others.map((people, index) => group(`other ${String(index)}`, people)),
    });
  };

  it('property: the stated change turns whether the own group is the nearest, towards the group that it names', () => {
    fc.assert(
      fc.property(cohort, (given) => {
        const { isNearest, flip } = explain(given);
        if (flip === null) return;
        const after = explain(given, changed(given.me, flip.changes));
        expect(after.isNearest).toBe(!isNearest);
        if (flip.to === 'notNearest')
          expect(after.nearestOther?.distance).toBeLessThan(after.own?.distance ?? 0);
      }),
    );
  });

  it('property: no smaller change of levels, whichever, turns it; without a stated one none does', () => {
    fc.assert(
      fc.property(cohort, (given) => {
        const { isNearest, flip } = explain(given);
        const others = [...within(given.me, (flip?.steps ?? 99) - 1)];
        expect(others.filter((other) => explain(given, other).isNearest !== isNearest)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
