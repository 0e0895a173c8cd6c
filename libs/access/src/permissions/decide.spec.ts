import type { Caller } from '../caller.js';
import type { MembershipRole } from '../membership-role.js';
import { decide, mayAll, mayEver, ownersFor } from './decide.js';
import { ACTIONS, permissionOf, type Action } from './matrix.js';
import type { Relation } from './relations.js';

const as = (...roles: MembershipRole[]): Caller => ({
  ...{ accountId: 'account', personId: 'person', username: 'somebody' },
  memberships: roles.map((role, index) => ({
    org: `org-${String(index)}`,
    orgCode: 'X',
    kind: 'institute',
    role,
  })),
});
const standing =
  (...relations: Relation[]) =>
  () =>
    relations;

describe('the matrix', () => {
  it('gives every row a reason, and finds things by actions that there are', () => {
    for (const action of ACTIONS) {
      const { why, found } = permissionOf(action);
      expect(why).toMatch(/\S.{20,}[.)]$/);
      if (found !== undefined) expect(ACTIONS).toContain(found);
    }
  });

  it.each<[string, Caller, Action, Relation[], string]>([
    ['its organiser', as('institute'), 'cohort.run', ['owner'], 'allowed'],
    ['an organiser of another', as('institute'), 'cohort.run', [], 'absent'],
    ['a coach of the institute', as('coach'), 'cohort.run', ['owner'], 'forbidden'],
    ['an organiser who coaches there', as('institute', 'coach'), 'cohort.run', ['named'], 'forbidden'],
    ['a centre that is party to it', as('centre'), 'journey.run', ['centre'], 'forbidden'],
    ['a coach whom it names', as('coach'), 'journey.read', ['named'], 'allowed'],
    ['a coach where another is named', as('coach'), 'journey.read', ['owner'], 'absent'],
    ['a coach where nobody is', as('coach'), 'journey.read', ['vacant'], 'allowed'],
    ['its participant', as('participant'), 'journey.read', ['own'], 'allowed'],
    ['an administrator', as('admin'), 'journey.read', ['owner', 'all'], 'forbidden'],
    ['whoever runs the installation', as('operator'), 'journey.read', ['all'], 'forbidden'],
    ['whoever runs the installation', as('operator'), 'incident.run', ['all'], 'allowed'],
    ['LAN', as('lan'), 'journey.read', ['all'], 'allowed'],
    ['LAN', as('lan'), 'cohort.run', ['all'], 'forbidden'],
  ])('%#: to %s %3$j', (_who, caller, action, relations, verdict) => {
    expect(decide(caller, action, standing(...relations))).toBe(verdict);
  });

  it('tells owners and those who see everything apart', () => {
    expect(ownersFor(as('coach', 'institute'), 'journey.read')).toEqual(['org-1']);
    expect(mayAll(as('institute', 'lan'), 'journey.read')).toBe(true);
    expect(mayAll(as('institute'), 'journey.read')).toBe(false);
    expect(mayEver(as('participant'), 'cohort.open')).toBe(false);
  });
});
