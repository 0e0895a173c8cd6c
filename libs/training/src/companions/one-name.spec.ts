import type { CompanionDirectory } from './companion-directory.port.js';
import { underOneName, type JourneyCompanions } from './one-name.js';

const PEOPLE: Record<string, { names: string[]; roles: string[] }> = {
  'person-1': { names: ['coach', 'account-1'], roles: ['coach'] },
  'person-2': { names: ['mentor'], roles: ['mentor'] },
  'person-3': { names: ['197001011995011901'], roles: [] },
};

const bearerOf = (named: string) =>
  Object.keys(PEOPLE).find((id) => id === named || PEOPLE[id]?.names.includes(named)) ?? null;
const companions: CompanionDirectory = {
  personNamed: async (named) => bearerOf(named),
  withRole: async (named, role) => {
    const id = bearerOf(named);
    return id !== null && PEOPLE[id]?.roles.includes(role) ? id : null;
  },
};

const journey: JourneyCompanions = { superiorNip: null, present: { coach: [], mentor: [] } };
const named = (type: string, payload: Record<string, unknown>, more: Partial<JourneyCompanions> = {}) =>
  underOneName(companions, type, payload, async () => ({ ...journey, ...more }));

describe('a companion under any of his names', () => {
  it.each([
    ['coachAssigned', { coach: 'coach', group: 'Satu' }, { coach: 'person-1', group: 'Satu' }],
    ['coachAssigned', { coach: 'account-1' }, { coach: 'person-1' }],
    ['briefingCompleted', { person: ' coach ', role: 'coach' }, { person: 'person-1', role: 'coach' }],
    [
      'remediationPlanned',
      { coach: 'mentor', mentor: 'person-1' },
      { coach: 'person-2', mentor: 'person-1' },
    ],
  ])('is one person in %s', async (type, payload, expected) => {
    expect(await named(type, payload)).toEqual({ payload: expected, faults: [] });
  });

  it('is the superior of the roster as mentor, without the role, and nobody else', async () => {
    const nip = '197001011995011901';
    expect((await named('mentorAssigned', { mentor: nip }, { superiorNip: nip })).payload).toEqual({
      mentor: 'person-3',
    });
    expect((await named('mentorAssigned', { mentor: 'person-3' })).faults).toMatchObject([
      { path: 'payload.mentor', code: 'companion.role_missing' },
    ]);
    expect((await named('coachAssigned', { coach: nip }, { superiorNip: nip })).faults).toMatchObject([
      { path: 'payload.coach', code: 'companion.role_missing' },
    ]);
  });

  it('is briefed in the part that he has in the journey, whatever his role', async () => {
    const briefing = { person: 'mentor', role: 'coach' };
    expect((await named('briefingCompleted', briefing)).faults).toHaveLength(1);
    const present = { coach: ['person-2'], mentor: [] };
    expect((await named('briefingCompleted', briefing, { present })).faults).toEqual([]);
  });
});

describe('a name that nobody bears', () => {
  it('is told by its field, each of them', async () => {
    const { faults } = await named('remediationPlanned', { coach: 'nobody', mentor: 'noone', actions: [] });
    expect(faults).toMatchObject([
      { path: 'payload.coach', code: 'companion.unknown' },
      { path: 'payload.mentor', code: 'companion.unknown' },
    ]);
    expect(faults[0]?.message.en).toContain('"nobody" is not known');
  });

  it.each([
    ['withdrawn', { reason: 'coach' }],
    ['toString', { coach: 'nobody' }],
    ['coachAssigned', { coach: 7 }],
    ['briefingCompleted', { person: 'nobody', role: 'driver' }],
  ])('is none of %s %j', async (type, payload) => {
    expect(await named(type, payload)).toEqual({ payload, faults: [] });
  });
});
