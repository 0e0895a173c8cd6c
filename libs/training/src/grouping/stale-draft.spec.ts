import { staleDraft } from './stale-draft.js';
import type { GroupingStanding } from './group-book.port.js';

const here = (...ids: string[]) => ({
  members: ids.map((journeyId) => ({ journeyId }) as GroupingStanding),
  waiting: [],
});
const errorsOf = (refused: ReturnType<typeof staleDraft>) =>
  (refused?.refusal.errors ?? []).map(({ path, code }) => [path, code]);

describe('a draft of groups', () => {
  it('that covers everybody once is fresh', () => {
    expect(
      staleDraft([{ members: ['a', 'b'] }, { members: ['c'] }], here('a', 'b', 'c'), ['a', 'b', 'c']),
    ).toBeNull();
  });

  it('with somebody who left says where he stands in it', () => {
    const refused = staleDraft([{ members: ['a'] }, { members: ['b', 'gone'] }], here('a', 'b'), ['a', 'b']);
    expect(refused?.refusal).toMatchObject({ code: 'grouping.stale', kind: 'conflict' });
    expect(errorsOf(refused)).toEqual([['groups[1].members[1]', 'grouping.member_gone']]);
  });

  it('without somebody who was added says who', () => {
    const refused = staleDraft([{ members: ['a'] }], here('a', 'new'), ['a', 'new']);
    expect(errorsOf(refused)).toEqual([['groups', 'grouping.member_missing']]);
    expect(JSON.stringify(refused)).toContain('new');
  });

  it('may leave out whoever needs no place', () => {
    expect(staleDraft([{ members: ['a'] }], here('a', 'b'), ['a'])).toBeNull();
  });

  it('that lists somebody twice is a fault of the request, not of time', () => {
    const refused = staleDraft([{ members: ['a'] }, { members: ['a'] }], here('a'), ['a']);
    expect(refused?.refusal).toMatchObject({ code: 'grouping.member_twice', kind: 'invalid' });
  });
});
