import fc from 'fast-check';
import type { CompetencyGap } from '#libs/competency';
import { cohorts, member } from './grouping.fixture.js';
import {
  proposeCoachingGroups,
  type CoachingGroup,
  type CoachingQuestion,
} from './propose-coaching-groups.js';
import { signatureOf, type GroupingMember } from './signature.js';

function propose(question: CoachingQuestion): {
  groups: CoachingGroup[];
  spread: number;
  en: string;
  id: string;
} {
  const proposal = proposeCoachingGroups(question);
  if (!proposal.ok) throw new Error(proposal.refusal.detail.en);
  return { ...proposal, ...proposal.reason };
}

const numbered = (count: number, from: number, ...high: Parameters<typeof member>[1][]): GroupingMember[] =>
  Array.from({ length: count }, (_, index) => member(`j${String(from + index).padStart(2, '0')}`, ...high));

describe('coaching groups', () => {
  it('put the same medium and high gaps together, and the rest with the nearest', () => {
    const { groups, spread } = propose({
      members: [
        member('a', 'M1', 'M2'),
        member('b', 'M7', 'M8'),
        member('c', 'M1', 'M2'),
        member('d', 'M7', 'M8'),
        member('e', 'M1', 'M2', 'M3'),
        member('f', 'M8'),
      ],
      size: 3,
    });
    expect(groups.map(({ members }) => members)).toEqual([
      ['a', 'c', 'e'],
      ['b', 'd', 'f'],
    ]);
    expect(groups.map(({ signature }) => signature)).toEqual([
      ['M1', 'M2'],
      ['M7', 'M8'],
    ]);
    expect(groups.map((group) => group.spread)).toEqual([1, 1]);
    expect(spread).toBe(2);
  });

  it('bear numbers in the order of ids, so that no name tells of gaps', () => {
    const { groups } = propose({ members: [...numbered(2, 1, 'M8'), ...numbered(2, 3)], size: 2 });
    expect(groups.map(({ key, name }) => [key, name.id, name.en])).toEqual([
      ['1', 'Kelompok 1', 'Group 1'],
      ['2', 'Kelompok 2', 'Group 2'],
    ]);
  });

  it('say in both languages why', () => {
    const { groups, id, en } = propose({
      members: [...numbered(2, 1, 'M2', 'M5'), ...numbered(1, 3, 'M2')],
      size: 3,
    });
    expect(groups[0]?.reason).toEqual({
      id: '2 orang dengan kesenjangan sedang atau tinggi yang sama: M2, M5; 1 orang lainnya bergabung karena kesenjangannya paling dekat, seluruhnya berbeda pada 1 kompetensi.',
      en: '2 people with the same medium or high gaps: M2, M5; 1 more joined because their gaps are nearest, differing in 1 competency altogether.',
    });
    expect(id).toContain('3 orang dalam 1 kelompok berisi 3, paling banyak 3');
    expect(en).toContain('3 people in 1 group of 3, at most 3');
    expect(propose({ members: [member('a')], size: 2 }).groups[0]?.reason.en).toBe(
      '1 person without a medium or high gap.',
    );
  });

  it('name competencies by the catalogue where it is given', () => {
    const name = { id: 'Integritas', en: 'Integrity' };
    const integrity = { code: 'M1' as const, name, kind: 'managerial' as const, family: 'self' as const };
    const catalogue = { competencies: [{ ...integrity, definition: name, levels: [] }] };
    const { groups } = propose({ members: [member('a', 'M1')], size: 2, catalogue });
    expect(groups[0]?.reason.en).toBe('1 person with medium or high gaps in M1 Integrity.');
  });

  it('divide a signature only when it does not fit, and then evenly', () => {
    const { groups, en } = propose({ members: numbered(12, 1, 'M4'), size: 10 });
    expect(groups.map(({ members }) => members.length)).toEqual([6, 6]);
    const uneven = propose({ members: numbered(22, 1, 'M4'), size: 10 }).groups;
    expect(uneven.map(({ members }) => members.length).sort()).toEqual([7, 7, 8]);
    expect(en).toContain(
      'Too many for one group, so divided: 12 people with the same medium or high gaps: M4.',
    );
  });

  it('rather open one more group than divide a signature, and say so', () => {
    const members = [...numbered(6, 1, 'M1'), ...numbered(6, 7, 'M4'), ...numbered(6, 13, 'M8')];
    const { groups, en } = propose({ members, size: 10 });
    expect(groups.map(({ members: { length } }) => length)).toEqual([6, 6, 6]);
    expect(en).toContain('By number of people 2 would do; the additional groups keep the same gaps');
  });

  it('break a tie of distance by the sum of gap', () => {
    const near = (
      journeyId: string,
      gap: number,
      ...high: Parameters<typeof member>[1][]
    ): GroupingMember => {
      const { gaps } = member(journeyId, ...high);
      return { journeyId, gaps: gaps.map((one) => (one.severity === 'high' ? { ...one, gap } : one)) };
    };
    // e and f differ from M1 in one competency and from M2 in one; only the sum of gap tells where each belongs.
    const members = [
      ...['a', 'b'].map((id) => near(id, 1, 'M1')),
      ...['c', 'd'].map((id) => near(id, 5, 'M2')),
      near('e', 5, 'M1', 'M2'),
      near('f', 0.5, 'M1', 'M2', 'M3'),
    ];
    const { groups } = propose({ members, size: 3 });
    expect(groups.map(({ members: ids }) => ids.join(''))).toEqual(['abf', 'cde']);
  });

  it('look at medium and high gaps of the eight managerial competencies only', () => {
    const gaps: Pick<CompetencyGap, 'competency' | 'severity' | 'gap'>[] = [
      { competency: 'S1', severity: 'high', gap: 3 },
      { competency: 'M6', severity: 'high', gap: 2 },
      { competency: 'M3', severity: 'medium', gap: 1 },
      { competency: 'M2', severity: 'low', gap: 1 },
    ];
    expect(signatureOf(gaps)).toEqual(['M3', 'M6']);
  });

  it('are none without participants', () => {
    expect(propose({ members: [], size: 10 })).toMatchObject({
      groups: [],
      en: 'There are no participants yet.',
    });
  });

  it.each([0, -1, 2.5, Number.NaN])('refuse a size of %p', (size) => {
    expect(proposeCoachingGroups({ members: [], size })).toMatchObject({
      ok: false,
      refusal: { code: 'grouping.size_invalid' },
    });
  });

  it('refuse someone listed twice', () => {
    expect(proposeCoachingGroups({ members: [member('a'), member('a', 'M1')], size: 3 })).toMatchObject({
      ok: false,
      refusal: { code: 'grouping.member_twice' },
    });
  });
});

describe('any proposal of coaching groups', () => {
  const question = fc.record({ members: cohorts(0, 30), size: fc.integer({ min: 1, max: 12 }) });

  it('has everybody in exactly one group, and no group empty or over its size', () => {
    fc.assert(
      fc.property(question, ({ members, size }) => {
        const { groups } = propose({ members, size });
        expect(groups.flatMap((group) => group.members).sort()).toEqual(
          members.map(({ journeyId }) => journeyId).sort(),
        );
        for (const group of groups) {
          expect(group.members.length).toBeGreaterThan(0);
          expect(group.members.length).toBeLessThanOrEqual(size);
        }
      }),
    );
  });

  it('keeps people of one signature together where they fit', () => {
    fc.assert(
      fc.property(question, ({ members, size }) => {
        const { groups } = propose({ members, size });
        const groupOf = new Map(groups.flatMap(({ key, members: ids }) => ids.map((id) => [id, key])));
        const found = new Map<string, string[]>();
        for (const { journeyId, gaps } of members) {
          const signature = signatureOf(gaps).join();
          found.set(signature, [...(found.get(signature) ?? []), groupOf.get(journeyId) ?? '']);
        }
        for (const keys of found.values()) if (keys.length <= size) expect(new Set(keys).size).toBe(1);
      }),
    );
  });

  it('is the same in whatever order people and gaps are listed', () => {
    const shuffled = question.chain(({ members, size }) =>
      fc.record({
        members: fc.constant(members),
        mixed: fc.shuffledSubarray(members, { minLength: members.length }),
        size: fc.constant(size),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ members, mixed, size }) => {
        const reversed = mixed.map((one) => ({ ...one, gaps: one.gaps.toReversed() }));
        expect(propose({ members: reversed, size })).toEqual(propose({ members, size }));
      }),
    );
  });

  it('adds up: the spread of the whole is that of its groups, and zero means one signature each', () => {
    fc.assert(
      fc.property(question, ({ members, size }) => {
        const { groups, spread } = propose({ members, size });
        const gapsOf = new Map(members.map((one) => [one.journeyId, signatureOf(one.gaps).join()]));
        expect(groups.reduce((sum, group) => sum + group.spread, 0)).toBe(spread);
        for (const group of groups) {
          const signatures = new Set(group.members.map((id) => gapsOf.get(id)));
          expect(group.spread === 0).toBe(signatures.size === 1);
        }
      }),
    );
  });
});
