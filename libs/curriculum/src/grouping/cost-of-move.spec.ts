import fc from 'fast-check';
import { costOfMove, type MoveQuestion } from './cost-of-move.js';
import { cohorts, member } from './grouping.fixture.js';
import { proposeCoachingGroups } from './propose-coaching-groups.js';
import { standingsOf } from './signature.js';
import { spreadOf } from './spread.js';

const draft = (key: string, ...members: string[]): MoveQuestion['groups'][number] => ({
  key,
  name: { id: `Kelompok ${key}`, en: `Group ${key}` },
  members,
});

const question: MoveQuestion = {
  groups: [draft('1', 'a', 'b', 'c'), draft('2', 'd', 'e'), draft('3', 'f')],
  members: [
    member('a', 'M1', 'M2'),
    member('b', 'M1', 'M2'),
    member('c', 'M1', 'M2'),
    member('d', 'M8'),
    member('e', 'M8'),
    member('f', 'M1', 'M2'),
  ],
  journeyId: 'c',
  toGroup: '2',
  size: 3,
};

describe('the cost of a move', () => {
  it('is what sizes and spread become', () => {
    expect(costOfMove(question)).toMatchObject({
      ok: true,
      from: { key: '1', size: { before: 3, after: 2 }, spread: { before: 0, after: 0 } },
      to: { key: '2', size: { before: 2, after: 3 }, spread: { before: 0, after: 3 } },
      spread: { before: 0, after: 3 },
      sameSignature: { leaves: 2, joins: 0 },
    });
  });

  it('is told in both languages', () => {
    expect(costOfMove(question)).toMatchObject({
      reason: {
        id: 'Perbedaan dalam kedua kelompok bertambah 3 kompetensi, dari 0 menjadi 3 kompetensi. Kelompok 1 dari 3 menjadi 2 orang; Kelompok 2 dari 2 menjadi 3 orang. 2 orang dengan kesenjangan yang sama tetap di Kelompok 1.',
        en: 'The differences within both groups grow by 3 competencies, from 0 to 3 competencies. Group 1 from 3 to 2 people; Group 2 from 2 to 3 people. 2 people with the same gaps stay in Group 1.',
      },
    });
  });

  it('says that a group becomes empty, and who is met with the same gaps', () => {
    const groups = [draft('1', 'a', 'b'), draft('3', 'f')];
    expect(costOfMove({ ...question, groups, journeyId: 'f', toGroup: '1' })).toMatchObject({
      sameSignature: { leaves: 0, joins: 2 },
      reason: {
        en: 'The differences within both groups stay at 0 competencies. Group 3 from 1 to 0 people; Group 1 from 2 to 3 people. 2 people with the same gaps are already in Group 1. Group 3 becomes empty and can be dropped.',
      },
    });
  });

  it.each<[string, string, Partial<MoveQuestion>]>([
    ['someone in no group', 'grouping.member_unknown', { journeyId: 'x' }],
    ['someone without gaps given', 'grouping.member_unknown', { members: question.members.slice(0, 2) }],
    ['a group that is not there', 'grouping.group_unknown', { toGroup: '9' }],
    ['the group already in', 'grouping.already_there', { toGroup: '1' }],
    ['a group without room', 'grouping.over_size', { size: 2 }],
    ['someone in two groups', 'grouping.member_twice', { groups: [draft('1', 'c'), draft('2', 'c')] }],
    ['someone with gaps twice', 'grouping.member_twice', { members: [...question.members, member('c')] }],
  ])('refuses %s', (_, code, change) => {
    const answer = costOfMove({ ...question, ...change });
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
  });

  it('equals the difference of the two drafts reckoned anew, and a proposal leaves no free gain behind', () => {
    const moves = fc.record({
      members: cohorts(2, 16),
      size: fc.integer({ min: 2, max: 6 }),
      pick: fc.nat(),
      to: fc.nat(),
    });
    fc.assert(
      fc.property(moves, ({ members, size, pick, to }) => {
        const proposal = proposeCoachingGroups({ members, size });
        if (!proposal.ok) throw new Error(proposal.refusal.detail.en);
        const { groups } = proposal;
        const journeyId = members[pick % members.length]?.journeyId ?? '';
        const target = groups[to % groups.length];
        const cost = costOfMove({ groups, members, journeyId, toGroup: target?.key ?? '', size });
        fc.pre(cost.ok);
        const standings = standingsOf(members);
        const after = groups.map((group) => {
          const stay = group.members.filter((id) => id !== journeyId);
          const ids = group === target ? [...stay, journeyId] : stay;
          return spreadOf(standings.filter((one) => ids.includes(one.journeyId))).competencies;
        });
        const total = after.reduce((sum, spread) => sum + spread, 0);
        expect(cost.spread.after - cost.spread.before).toBe(total - proposal.spread);
        const fullest = Math.max(...groups.map((group) => group.members.length));
        const alone = cost.sameSignature.leaves === 0 && cost.from.size.after > 0;
        if (alone && cost.to.size.after <= fullest)
          expect(cost.spread.after).toBeGreaterThanOrEqual(cost.spread.before);
      }),
    );
  });
});
