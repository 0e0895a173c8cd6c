import fc from 'fast-check';
import { addDays, addMonths, validUntil } from '#libs/calendar';
import { policy, ratingsOf, reportOf } from './assessment.fixture.js';
import { MANAGERIAL } from './competency.js';
import { earliestAssessmentFor, explainReport, type ReportChange } from './explain-report.js';
import type { Profile } from './profile.js';
import { judgeReport, type ReportQuestion } from './report-judgement.js';

const question = (changes: Partial<Profile> = {}, validOn = '2026-04-06'): ReportQuestion => ({
  report: reportOf(3, changes),
  targetLevel: 3,
  validOn,
  policy,
});

function applied(given: ReportQuestion, changes: readonly ReportChange[]): ReportQuestion {
  return changes.reduce<ReportQuestion>((before, change) => {
    const { report } = before;
    switch (change.criterion) {
      case 'valid':
        return change.field === 'neededOn'
          ? { ...before, validOn: change.to }
          : { ...before, report: { ...report, assessedOn: change.to } };
      case 'accredited':
        return { ...before, report: { ...report, accredited: change.to } };
      case 'level':
        return { ...before, report: { ...report, standardLevel: change.to } };
      case 'complete':
        return {
          ...before,
          report: {
            ...report,
            ratings: [...report.ratings, ...change.add.map((competency) => ({ competency, level: 0 }))],
          },
        };
    }
  }, given);
}

describe('why a report was reused or not', () => {
  it('shows all four conditions with their numbers', () => {
    const { judgement, criteria, flip } = explainReport(question());
    expect(judgement).toEqual({ reusable: true, validUntil: '2027-05-09' });
    expect(criteria).toEqual([
      {
        criterion: 'valid',
        met: true,
        assessedOn: '2024-05-10',
        validity: 'P3Y',
        validUntil: '2027-05-09',
        neededOn: '2026-04-06',
        daysLeft: 398,
      },
      { criterion: 'accredited', met: true, accredited: true },
      { criterion: 'level', met: true, measured: 3, asked: 3 },
      { criterion: 'complete', met: true, rated: 8, asked: 8, missing: [] },
    ]);
    expect(flip).toEqual({
      to: 'refused',
      changes: [{ criterion: 'valid', field: 'neededOn', from: '2026-04-06', to: '2027-05-10', days: 399 }],
    });
  });

  it('says how late the assessment would have had to be', () => {
    expect(explainReport(question({}, '2027-05-10')).flip).toEqual({
      to: 'reused',
      changes: [{ criterion: 'valid', field: 'assessedOn', from: '2024-05-10', to: '2024-05-11', days: 1 }],
    });
  });

  it.each([
    ['2027-02-28', '2024-03-01'],
    ['2027-03-01', '2024-03-02'],
    ['2028-02-28', '2025-03-01'],
    ['2028-02-29', '2025-03-01'],
  ])('needed on %s, it had to be assessed on %s or later', (neededOn, earliest) => {
    const day = earliestAssessmentFor(neededOn, 'P3Y');
    expect(validUntil(day, 'P3Y') >= neededOn && validUntil(addDays(day, -1), 'P3Y') < neededOn).toBe(true);
    expect(day).toBe(earliest);
  });
});

describe('why a report was reused or not, properties', () => {
  const some = fc
    .record({
      days: fc.integer({ min: -1500, max: 1500 }),
      accredited: fc.boolean(),
      standardLevel: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      rated: fc.subarray([...MANAGERIAL], { minLength: 4 }),
      offset: fc.nat(3000),
    })
    .map(({ days, accredited, standardLevel, rated, offset }) => {
      const assessedOn = addDays('2016-01-01', offset);
      const { standardLevel: _asked, ...report } = reportOf(3, {
        assessedOn,
        accredited,
        ratings: ratingsOf(rated, 2),
      });
      return {
        ...question({}, addDays(addMonths(assessedOn, 36), days)),
        report: standardLevel === undefined ? report : { ...report, standardLevel },
      };
    });

  it('property: the stated changes together turn it', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { judgement, flip } = explainReport(given);
        expect(judgement).toEqual(judgeReport(given));
        expect(judgeReport(applied(given, flip.changes)).reusable).toBe(!judgement.reusable);
        expect(flip.to).toBe(judgement.reusable ? 'refused' : 'reused');
      }),
    );
  });

  it('property: without any one of them it stays, and a date one day nearer does not do', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { judgement, flip } = explainReport(given);
        for (const left of flip.changes) {
          const rest = flip.changes.filter((one) => one !== left);
          expect(judgeReport(applied(given, rest)).reusable).toBe(judgement.reusable);
          if (left.criterion !== 'valid') continue;
          const nearer = { ...left, to: addDays(left.to, -1) };
          expect(judgeReport(applied(given, [...rest, nearer])).reusable).toBe(judgement.reusable);
        }
      }),
    );
  });
});
