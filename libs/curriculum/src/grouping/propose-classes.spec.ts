import fc from 'fast-check';
import {
  proposeClasses,
  type ClassMember,
  type ClassProposal,
  type ClassQuestion,
  type ClusterValue,
} from './propose-classes.js';

type Proposed = Extract<ClassProposal, { ok: true }>;

function propose(question: ClassQuestion): Proposed {
  const proposal = proposeClasses(question);
  if (!proposal.ok) throw new Error(proposal.refusal.detail.en);
  return proposal;
}

const people = (value: ClusterValue | null, from: number, count: number): ClassMember[] =>
  Array.from({ length: count }, (_, index) => ({
    journeyId: `j${String(from + index).padStart(2, '0')}`,
    value,
  }));

const bounds = { minimum: 3, maximum: 6 };

describe('classes', () => {
  it('follow the clusters under names that rank nobody', () => {
    const members = [...people('C', 1, 4), ...people('A', 5, 5)];
    const { groups, undecided } = propose({ members, basis: 'category', ...bounds });
    expect(groups.map(({ name, value, members: { length } }) => [name.en, value, length])).toEqual([
      ['Class 1', 'C', 4],
      ['Class 2', 'A', 5],
    ]);
    expect(groups.every(({ tooSmall, merge, spread }) => !tooSmall && merge === null && spread === 0)).toBe(
      true,
    );
    expect(undecided).toBeNull();
  });

  it('split a large cluster evenly', () => {
    const { groups } = propose({ members: people('others', 1, 13), basis: 'family', ...bounds });
    expect(groups.map(({ members }) => members.length)).toEqual([5, 4, 4]);
    expect(groups[0]?.reason.en).toContain('more than 6 people and was split evenly into 3 classes');
  });

  it('flag a small one, with a merge that a person decides and that keeps the cluster of record', () => {
    const members = [...people('self', 1, 2), ...people('others', 3, 6), ...people('organisation', 9, 4)];
    const { groups, reason } = propose({ members, basis: 'family', ...bounds });
    expect(groups[0]).toMatchObject({ value: 'self', members: ['j01', 'j02'], tooSmall: true });
    expect(groups[0]?.merge).toEqual({
      from: 'self',
      into: 'organisation',
      sizes: [6],
      enough: true,
      needsReason: true,
      clusterOfRecord: 'kept',
      reason: {
        id: '2 orang dari Kelas 1 dapat mengikuti Kelas 3, menjadi 6 orang. Perlu keputusan lembaga pelatihan beserta alasannya; klaster asal tetap tercatat.',
        en: '2 people of Class 1 could follow Class 3, making 6 people. It needs a decision of the institute with its reason; the cluster of record is kept.',
      },
    });
    expect(reason.en).toContain('Too small, to be decided: Class 1.');
  });

  it('merge a category with its neighbour, even where another would be smaller', () => {
    const members = [...people('A', 1, 2), ...people('B', 3, 6), ...people('C', 9, 4)];
    const { groups } = propose({ members, basis: 'category', ...bounds });
    expect(groups[0]?.merge).toMatchObject({ from: 'A', into: 'B', sizes: [4, 4] });
  });

  it('prefer a merge that reaches the minimum to a smaller one that does not', () => {
    const members = [...people('self', 1, 1), ...people('others', 2, 1), ...people('organisation', 3, 4)];
    const { groups } = propose({ members, basis: 'family', ...bounds });
    expect(groups[0]?.merge).toMatchObject({ from: 'self', into: 'organisation', sizes: [5], enough: true });
  });

  it('say when even a merge is too small, and when there is nothing to merge with', () => {
    const two = propose({
      members: [...people('A', 1, 1), ...people('C', 2, 1)],
      basis: 'category',
      ...bounds,
    });
    expect(two.groups[0]?.merge).toMatchObject({ sizes: [2], enough: false });
    expect(two.groups.map(({ merge }) => merge?.from)).toEqual(['C', 'C']);
    const [alone] = propose({ members: people('A', 1, 2), basis: 'category', ...bounds }).groups;
    expect(alone).toMatchObject({ tooSmall: true, merge: null });
    expect(alone?.reason.en).toContain('There is no other class to merge with');
  });

  it('flag the halves of a cluster that the bounds can not divide', () => {
    const { groups } = propose({ members: people('A', 1, 7), basis: 'category', minimum: 5, maximum: 6 });
    expect(groups.map(({ members, tooSmall }) => [members.length, tooSmall])).toEqual([
      [4, true],
      [3, true],
    ]);
  });

  it('leave the choice to the institute for people without a gap, and show where there is room', () => {
    const members = [...people('self', 1, 4), ...people('others', 5, 6), ...people(null, 11, 2)];
    const { groups, undecided } = propose({ members, basis: 'family', ...bounds });
    expect(groups.flatMap((group) => group.members)).toHaveLength(10);
    expect(undecided).toMatchObject({ members: ['j11', 'j12'], room: [{ key: '1', places: 2 }] });
    expect(undecided?.reason.en).toContain('there is room in Class 1');
  });

  it('are none without participants', () => {
    expect(propose({ members: [], basis: 'family', ...bounds })).toMatchObject({
      groups: [],
      undecided: null,
    });
  });

  it.each<[string, string, Partial<ClassQuestion>]>([
    ['a minimum above the maximum', 'grouping.size_invalid', { minimum: 7 }],
    ['a minimum of zero', 'grouping.size_invalid', { minimum: 0 }],
    ['half people', 'grouping.size_invalid', { maximum: 6.5 }],
    ['a value of the other basis', 'grouping.value_unknown', { members: people('A', 1, 1) }],
    [
      'someone twice',
      'grouping.member_twice',
      { members: [...people('self', 1, 1), ...people('others', 1, 1)] },
    ],
  ])('refuse %s', (_, code, change) => {
    const answer = proposeClasses({ members: [], basis: 'family', ...bounds, ...change });
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('any proposal of classes', () => {
  const question = fc
    .record({
      values: fc.array(fc.constantFrom('self', 'others', 'organisation', null), { maxLength: 40 }),
      minimum: fc.integer({ min: 1, max: 10 }),
      more: fc.nat(10),
    })
    .map(({ values, minimum, more }) => ({
      members: values.map((value, index): ClassMember => ({ journeyId: `j${index}`, value })),
      basis: 'family' as const,
      minimum,
      maximum: minimum + more,
    }));

  it('has everybody exactly once, no class over the maximum, one cluster a class, and flags just those too small', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { groups, undecided } = propose(asked);
        const valueOf = new Map(asked.members.map(({ journeyId, value }) => [journeyId, value]));
        const everyone = [...groups.flatMap(({ members }) => members), ...(undecided?.members ?? [])];
        expect(everyone.sort()).toEqual([...valueOf.keys()].sort());
        for (const { members, value, tooSmall } of groups) {
          expect(members.length).toBeLessThanOrEqual(asked.maximum);
          expect(tooSmall).toBe(members.length < asked.minimum);
          expect(members.every((id) => valueOf.get(id) === value)).toBe(true);
        }
      }),
    );
  });

  it('is the same in whatever order people are listed', () => {
    const shuffled = question.chain((asked) =>
      fc.tuple(fc.constant(asked), fc.shuffledSubarray(asked.members, { minLength: asked.members.length })),
    );
    fc.assert(
      fc.property(shuffled, ([asked, members]) => {
        expect(propose({ ...asked, members })).toEqual(propose(asked));
      }),
    );
  });
});
