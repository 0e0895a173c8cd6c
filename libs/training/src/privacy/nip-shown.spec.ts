import type { Caller } from '#libs/access';
import { maskedNip, nipShown } from './nip-shown.js';

const NIP = '198101012006011911';
const LINE = { nip: NIP, personId: 'p', orgId: 'lp', agencyCode: 'INS-01' };

const caller = (role: Caller['memberships'][number]['role'], org: string, personId = 'other'): Caller => ({
  accountId: 'a',
  personId,
  username: 'u',
  memberships: [{ org, orgCode: org === 'ins' ? 'INS-01' : org, kind: 'institute', role }],
});

describe('the NIP in a list', () => {
  it.each([
    ['the organiser', caller('institute', 'lp')],
    ['the agency that sends him', caller('agency', 'ins')],
    ['the centre', caller('centre', 'pac')],
    ['himself', caller('participant', 'ins', 'p')],
  ])('is whole for %s', (_, who) => {
    expect(nipShown(who, LINE)).toBe(NIP);
  });

  it.each([
    ['LAN', caller('lan', 'lan')],
    ['a coach', caller('coach', 'lp')],
    ['a mentor', caller('mentor', 'ins')],
    ['another institute', caller('institute', 'lp2')],
    ['another agency', caller('agency', 'ins2')],
  ])('is masked for %s, without the birth date in it', (_, who) => {
    expect(nipShown(who, LINE)).toBe('••••••••••••••1911');
  });

  it('is nothing where there is none', () => {
    expect(nipShown(caller('lan', 'lan'), { ...LINE, nip: null })).toBeNull();
    expect(maskedNip('123')).toBe('123');
  });
});
