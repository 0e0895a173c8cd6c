import type { Outcome } from '#libs/engine';
import { fittingRoles, isOpenTo, offeredTo } from './open-to.js';

describe('who may send an event', () => {
  it('is told by the roles of the event; there is nobody for one that there is not', () => {
    expect(isOpenTo('sessionLogged', ['mentor'])).toBe(true);
    expect(isOpenTo('sessionLogged', ['institute'])).toBe(false);
    expect(isOpenTo('toString', ['institute'])).toBe(false);
  });

  it.each([
    ['coaching', ['mentor', 'coach'], ['coach']],
    ['mentoring', ['coach', 'mentor'], ['mentor']],
    ['mentoring', ['coach'], ['coach', 'mentor']],
    ['dancing', ['coach'], ['coach', 'mentor']],
  ])('sends a session of %s with the roles %j as one of %j', (kind, roles, expected) => {
    expect(fittingRoles('sessionLogged', { kind }, roles)).toEqual(expected);
  });

  it('is offered what he may send himself, after a yes and after a no', () => {
    const allowedEvents = ['withdrawn', 'sessionLogged', 'courseAdded'];
    const refusal = { code: 'x', kind: 'conflict', detail: { id: '', en: '' }, allowedEvents } as const;
    const no: Outcome = {
      ...{ ok: false, instanceId: 'i', replayed: false },
      refusal: { ...refusal, allowedEvents },
    };
    expect(offeredTo(no, ['coach'])).toMatchObject({ refusal: { allowedEvents: ['sessionLogged'] } });
    const yes: Outcome = {
      ...{ ok: true, instanceId: 'i', seq: 1, revision: 1, state: [], status: 'live' },
      ...{ allowedEvents, fired: [], replayed: false },
    };
    expect(offeredTo(yes, ['institute', 'participant'])).toMatchObject({
      allowedEvents: ['withdrawn', 'courseAdded'],
    });
  });
});
