import { underOneName } from './one-name.js';

const companions = {
  personNamed: async (named: string) => (named === 'coach' || named === 'person-1' ? 'person-1' : null),
  withRole: async () => null,
};

describe('a companion under any of his names', () => {
  it.each([
    ['coachAssigned', { coach: 'coach', group: 'Satu' }, { coach: 'person-1', group: 'Satu' }],
    ['briefingCompleted', { person: ' coach ', role: 'coach' }, { person: 'person-1', role: 'coach' }],
    ['remediationPlanned', { coach: 'coach', mentor: 'person-1' }, { coach: 'person-1', mentor: 'person-1' }],
  ])('is one person in %s', async (type, payload, expected) => {
    expect(await underOneName(companions, type, payload)).toEqual(expected);
  });

  it('stays as written when nobody bears the name, or the event names no companion', async () => {
    expect(await underOneName(companions, 'mentorAssigned', { mentor: 'x' })).toEqual({ mentor: 'x' });
    expect(await underOneName(companions, 'withdrawn', { reason: 'coach' })).toEqual({ reason: 'coach' });
    expect(await underOneName(companions, 'toString', { coach: 'coach' })).toEqual({ coach: 'coach' });
    expect(await underOneName(companions, 'coachAssigned', { coach: 7 })).toEqual({ coach: 7 });
  });
});
