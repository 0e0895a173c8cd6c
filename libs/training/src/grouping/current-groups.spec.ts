import type { JourneyContext } from '#libs/journeys';
import { currentGroups } from './current-groups.js';
import type { GroupDecision, GroupingStanding } from './group-book.port.js';

const group = (name: string, coach: string, ...members: string[]) => ({
  ...{ name, coach, value: null },
  members: members.map((journeyId) => ({ journeyId, cluster: null })),
});

const decision = (over: Partial<GroupDecision>): GroupDecision => ({
  ...{ id: 'd', orgId: 'o', cohortId: 'c', kind: 'coaching', action: 'confirmed', groups: [], mentor: null },
  ...{ reason: null, decidedBy: 'p', decidedAt: '2026-03-01T00:00:00.000Z' },
  ...over,
});

const standing = (
  journeyId: string,
  inGroup: string | null,
  status: GroupingStanding['status'] = 'live',
) => ({
  ...{ journeyId, status, state: [] },
  context: { group: inGroup, class: null } as JourneyContext,
});

describe('the groups as they stand', () => {
  it('are none before a confirmation', () => {
    expect(currentGroups([], [standing('a', null)])).toEqual([]);
  });

  it('are those of the last confirmation, with the changes after it', () => {
    const decisions = [
      decision({ groups: [group('1', 'old', 'a')] }),
      decision({ groups: [group('1', 'x', 'a'), group('2', 'y', 'b')] }),
      decision({ action: 'coachChanged', groups: [group('2', 'z', 'b')], reason: 'Sakit' }),
    ];
    expect(currentGroups(decisions, [standing('a', '1'), standing('b', '2')])).toMatchObject([
      { name: '1', coach: 'x', reason: null },
      { name: '2', coach: 'z', reason: 'Sakit' },
    ]);
  });

  it('name who left since, or was assigned elsewhere, as absent', () => {
    const decisions = [decision({ groups: [group('1', 'x', 'a', 'b', 'c')] })];
    const standings = [standing('a', '1'), standing('b', '1', 'final'), standing('c', '2')];
    expect(currentGroups(decisions, standings)).toMatchObject([
      { members: [{ journeyId: 'a' }], absent: ['b', 'c'] },
    ]);
  });
});
