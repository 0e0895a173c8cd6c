import type { Caller, CallerMembership } from '#libs/access';
import { appointingOf } from './appointing.js';

const caller = (...memberships: Pick<CallerMembership, 'org' | 'kind' | 'role'>[]): Caller => ({
  ...{ accountId: 'a', personId: null, username: 'a' },
  memberships: memberships.map((one) => ({ ...one, orgCode: one.org })),
});
const organiser = caller({ org: 'LP-01', kind: 'institute', role: 'institute' });
const agency = caller({ org: 'INS-01', kind: 'agency', role: 'agency' });

describe('whom somebody may name', () => {
  it('is for an institute its own coaches and examiners, and mentors of the agencies that it trains', () => {
    const own = { organisations: ['LP-01'], trained: [] };
    expect(appointingOf(organiser, 'coach')).toEqual({ ...own, roles: ['coach'], trainers: [] });
    expect(appointingOf(organiser, 'examiner')).toEqual({ ...own, roles: ['examiner'], trainers: [] });
    expect(appointingOf(organiser, 'mentor')).toEqual({ ...own, roles: ['mentor'], trainers: ['LP-01'] });
  });

  it('is for an agency any coach or mentor, its own or of those who train its people', () => {
    const its = { organisations: ['INS-01'], trained: ['INS-01'], trainers: [], roles: ['coach', 'mentor'] };
    expect(appointingOf(agency, 'coach')).toEqual(its);
    expect(appointingOf(agency, 'mentor')).toEqual(its);
    expect(appointingOf(agency, 'examiner')).toEqual({
      ...{ organisations: [], trained: [], trainers: [], roles: ['examiner'] },
    });
  });

  it('is nobody for whoever merely coaches', () => {
    const coach = caller({ org: 'LP-01', kind: 'institute', role: 'coach' });
    expect(appointingOf(coach, 'coach')).toMatchObject({ organisations: [], trainers: [], trained: [] });
  });
});
