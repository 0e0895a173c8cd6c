import { fileURLToPath } from 'node:url';
import { loadKnowledge, lookupIn } from '#libs/knowledge';
import type { JourneyPolicy } from '#libs/journeys';
import type { Cohort } from '../cohorts/cohort.js';
import { faultOfRow } from './fault-of-row.js';
import { targetPostOf } from './fit.js';
import type { KnownOfRoster } from './known-of-roster.js';
import type { Participation } from './roster-deps.js';
import type { RosterRow } from './roster-row.js';

const lookup = lookupIn(loadKnowledge(fileURLToPath(new URL('../../../../config', import.meta.url))));
const versions = { policy: '2026.1', calendar: '2026.1', catalogue: '2026.1', programmes: '2026.1' };
const COHORT = { kind: 'training', programme: 'PKA', versions } as Cohort;
const ROW = {
  ...{ row: 2, nip: '1', agencyCode: 'INS-01', entry: 'alumnus', postLevel: 'administrator' },
  ...{ targetPostLevel: null, participationCertificate: 'SK-1' },
} as RosterRow;
const PARTICIPATION: Participation = {
  ...{ serial: 'SK-1', journeyId: 'j', personId: 'p', programme: 'PKA', level: 3 },
  ...{ issuedOn: '2027-03-03', revoked: false },
};

function codeOf(
  row: Partial<RosterRow> = {},
  participation: Partial<Participation> = {},
  settings: Partial<JourneyPolicy> = {},
  enteredOn?: string,
): string | undefined {
  const whole = { ...ROW, ...row };
  const known = {
    agencies: new Map([['INS-01', { kind: 'agency' }]]),
    people: new Map([['1', { id: 'p' }]]),
    enrolments: new Map(enteredOn ? [['p', { ...whole, enteredOn }]] : []),
    participations: new Map([['SK-1', { ...PARTICIPATION, ...participation }]]),
  } as unknown as KnownOfRoster;
  const policy = lookup.policy(versions.policy);
  const deps = {
    catalogue: lookup.catalogue,
    programme: () => lookup.programme(versions.programmes, 'PKA'),
    policy: () => ({ ...policy, journey: { ...policy.journey, ...settings } }),
  };
  return faultOfRow(deps, COHORT, whole, known, '2035-01-01')?.code;
}

describe('an alumnus, who goes straight to the assessment (skip rule)', () => {
  it('comes with a certificate of participation of the same programme and level', () => {
    expect(codeOf()).toBeUndefined();
    expect(codeOf({}, { programme: 'PKP' })).toBe('certificate.other_programme');
    expect(codeOf({}, { level: 2 })).toBe('certificate.other_level');
    expect(codeOf({}, { level: 2 }, { skipScope: 'programme' })).toBeUndefined();
  });

  it('comes with his own, not with a revoked or an unknown one', () => {
    expect(codeOf({}, { personId: 'somebody' })).toBe('certificate.unknown');
    expect(codeOf({}, { revoked: true })).toBe('certificate.unknown');
    expect(codeOf({ participationCertificate: 'SK-2' })).toBe('certificate.unknown');
  });

  it('comes as late as he likes, unless the policy says until when; once in, he stays in', () => {
    expect(codeOf({}, {}, { skipExpiry: 'P5Y' })).toBe('certificate.too_old');
    expect(codeOf({}, {}, { skipExpiry: 'P8Y' })).toBeUndefined();
    expect(codeOf({}, {}, { skipExpiry: 'P5Y' }, '2031-01-01')).toBeUndefined();
  });

  it('is measured by the post he was trained for, also before he holds it', () => {
    const successor = { postLevel: 'supervisor', targetPostLevel: 'administrator' } as const;
    expect(codeOf(successor)).toBeUndefined();
    expect(targetPostOf({ ...ROW, ...successor })).toBe('administrator');
    expect(codeOf({ postLevel: 'supervisor' })).toBe('programme.does_not_fit');
  });
});
