import fc from 'fast-check';
import { addDays, addMonths } from '#libs/calendar';
import { policy, ratingsOf, reportOf } from './assessment.fixture.js';
import { MANAGERIAL } from './competency.js';
import type { Profile } from './profile.js';
import { judgeReport } from './report-judgement.js';

const judge = (changes: Partial<Profile> = {}, validOn = '2026-04-06') =>
  judgeReport({ report: reportOf(3, changes), targetLevel: 3, validOn, policy });

describe('a report on file', () => {
  it('is reused when valid, accredited, of the right level and complete', () => {
    expect(judge()).toEqual({ reusable: true, validUntil: '2027-05-09' });
  });

  it('is valid on its last day and expired on the next', () => {
    expect(judge({}, '2027-05-09').reusable).toBe(true);
    expect(judge({}, '2027-05-10')).toEqual({
      reusable: false,
      code: 'expired',
      detail: {
        id: 'Laporan berlaku sampai 9 Mei 2027, tetapi dibutuhkan pada 10 Mei 2027.',
        en: 'The report is valid until 9 May 2027, but it is needed on 10 May 2027.',
      },
      validUntil: '2027-05-09',
    });
  });

  it.each<[string, Partial<Profile>]>([
    ['notAccredited', { accredited: false }],
    ['wrongLevel', { standardLevel: 2 }],
    ['wrongLevel', { standardLevel: 4 }],
    ['incomplete', { ratings: ratingsOf(MANAGERIAL, 3, { M4: null, M6: null }) }],
  ])('is kept but not reused: %s', (code, changes) => {
    expect(judge(changes)).toMatchObject({ reusable: false, code, validUntil: '2027-05-09' });
  });

  it('that does not name its level is of the wrong one', () => {
    const { standardLevel: _unnamed, ...report } = reportOf(3);
    const judgement = judgeReport({ report, targetLevel: 3, validOn: '2026-04-06', policy });
    expect(judgement).toMatchObject({ code: 'wrongLevel' });
  });

  it('names the missing competencies', () => {
    const judgement = judge({ ratings: ratingsOf(MANAGERIAL, 3, { M4: null, M6: null }) });
    expect(judgement).toMatchObject({ detail: { en: 'The report has no rating for M4, M6.' } });
  });

  it('may leave out S1, which the certificate does not stand on', () => {
    expect(judge({ ratings: ratingsOf(MANAGERIAL, 1) }).reusable).toBe(true);
  });

  it('with several faults names the first: expired, not accredited, wrong level, incomplete', () => {
    const faults = { accredited: false, standardLevel: 1, ratings: [] };
    expect(judge(faults, '2030-01-01')).toMatchObject({ code: 'expired' });
    expect(judge(faults)).toMatchObject({ code: 'notAccredited' });
    expect(judge({ ...faults, accredited: true })).toMatchObject({ code: 'wrongLevel' });
    expect(judge({ ratings: [] })).toMatchObject({ code: 'incomplete' });
  });

  it('property: is good up to the day before the anniversary and never after', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: -1200, max: 1200 }), (offset, days) => {
        const assessedOn = addDays('2000-01-01', offset);
        const anniversary = addMonths(assessedOn, 36);
        const validOn = addDays(anniversary, days);
        expect(judge({ assessedOn }, validOn).reusable).toBe(validOn < anniversary);
      }),
    );
  });
});
