import { asDrafts, groupOf, moved, type DraftGroup } from './draft.js';

const group = (name: string, ...members: string[]): DraftGroup => ({
  ...{ name, members, about: '', coach: null, value: null },
});
const GROUPS = [group('Satu', 'a', 'b'), group('Dua', 'c')];

describe('groups being arranged', () => {
  it('have everybody in one group, wherever he is moved', () => {
    const after = moved(GROUPS, 'b', 'Dua');
    expect(asDrafts(after)).toEqual([
      { name: 'Satu', members: ['a'] },
      { name: 'Dua', members: ['c', 'b'] },
    ]);
    expect([groupOf(after, 'b'), groupOf(after, 'z')]).toEqual(['Dua', null]);
  });

  it('stay as they are for a move to the same group, or to none', () => {
    expect(moved(GROUPS, 'a', 'Satu')).toEqual(GROUPS);
    expect(moved(GROUPS, 'a', 'Tiga')).toEqual(GROUPS);
  });
});
