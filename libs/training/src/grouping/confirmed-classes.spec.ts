import {
  classesAt,
  classNamesOf,
  confirmedClassOf,
  withClassNames,
  type ConfirmedClass,
} from './confirmed-classes.js';
import type { GroupDecision } from './group-book.port.js';

const CLASSES: ConfirmedClass[] = [
  { name: 'Kelas 1', value: 'self', members: ['a'] },
  { name: 'Kelas 3', value: 'organisation', members: ['b'] },
  { name: 'Kelas 4', value: 'organisation', members: ['c'] },
];
const NOON = '2026-03-01T05:00:00.000Z';
const LATER = '2026-03-02T05:00:00.000Z';

const decision = (id: string, decidedAt: string, groups: [string, string, ...string[]][]): GroupDecision => ({
  ...{ id, orgId: 'o', cohortId: 'c', kind: 'class', action: 'confirmed', mentor: null, reason: null },
  ...{ decidedBy: 'p', decidedAt },
  groups: groups.map(([name, value, ...members]) => ({
    ...{ name, value, coach: null },
    members: members.map((journeyId) => ({ journeyId, cluster: value })),
  })),
});

describe('the class that somebody is in', () => {
  it.each<[string, string, string | null, string | undefined]>([
    ['is the one that he was confirmed in', 'c', 'organisation', 'Kelas 4'],
    ['is the one class of the cluster that he follows now', 'c', 'self', 'Kelas 1'],
    ['is that of a newcomer too', 'z', 'self', 'Kelas 1'],
    ['is none where his cluster has two and he is in neither', 'z', 'organisation', undefined],
    ['is none where his cluster has none', 'a', 'others', undefined],
    ['is none as long as he follows no cluster', 'a', null, undefined],
  ])('%s', (_, journeyId, followed, name) => {
    expect(confirmedClassOf({ journeyId, class: followed }, CLASSES)?.name).toBe(name);
  });

  it('goes by its cluster too, unless another class has that for its name', () => {
    const follower = { journeyId: 'c', class: 'organisation' };
    expect(classNamesOf(follower, CLASSES)).toEqual(['Kelas 4', 'organisation']);
    const taken = [...CLASSES, { name: 'organisation', value: 'self', members: ['d'] }];
    expect(classNamesOf(follower, taken)).toEqual(['Kelas 4']);
    expect(classNamesOf({ ...follower, class: null }, CLASSES)).toEqual([]);
  });

  it('is told as it stood at the time', () => {
    const decisions = [
      decision('1', NOON, [['Satu', 'self', 'a']]),
      decision('2', LATER, [['Dua', 'self', 'a']]),
    ];
    expect([NOON, LATER].map((at) => classesAt(decisions, at)[0]?.name)).toEqual(['Satu', 'Dua']);
  });

  it('has its name in the story, decisions of one instant in their order, repeats that told nobody left out', () => {
    const decisions = [
      decision('1', NOON, [['Satu', 'self', 'a']]),
      decision('2', NOON, [['Satu', 'self', 'a']]),
      decision('3', NOON, [['Dua', 'self', 'a']]),
    ];
    const assigned = (at: string, data: Record<string, unknown> | null) => ({
      type: 'classAssigned',
      at,
      data,
    });
    const log = [
      assigned('2026-02-01T05:00:00.000Z', { class: 'self' }),
      assigned(NOON, { class: 'self' }),
      assigned(NOON, { class: 'self' }),
      assigned(LATER, { class: 'others' }),
      assigned(LATER, null),
    ];
    const names = withClassNames('a', log, decisions).map(({ data }) => data?.['className']);
    expect(names).toEqual([undefined, 'Satu', 'Dua', undefined, undefined]);
  });
});
