import { addDays, addPeriod, daysBetween, subtractPeriod, type LocalDate, type Period } from '#libs/calendar';
import { MANAGERIAL, type ManagerialCode } from './competency.js';
import { judgeReport, type ReportJudgement, type ReportQuestion } from './report-judgement.js';

/** One of the four conditions, in the order in which they are judged, with the numbers it stands on. */
export type ReportCriterion =
  | {
      criterion: 'valid';
      met: boolean;
      assessedOn: LocalDate;
      validity: Period;
      validUntil: LocalDate;
      neededOn: LocalDate;
      /** Days left on the needed day; negative when it had expired by then. */
      daysLeft: number;
    }
  | { criterion: 'accredited'; met: boolean; accredited: boolean }
  | { criterion: 'level'; met: boolean; measured: number | null; asked: number }
  | { criterion: 'complete'; met: boolean; rated: number; asked: number; missing: ManagerialCode[] };

/** One thing that would have to be different. */
export type ReportChange =
  | { criterion: 'valid'; field: 'assessedOn' | 'neededOn'; from: LocalDate; to: LocalDate; days: number }
  | { criterion: 'accredited'; from: false; to: true }
  | { criterion: 'level'; from: number | null; to: number }
  | { criterion: 'complete'; add: ManagerialCode[] };

export interface ReportExplanation {
  judgement: ReportJudgement;
  criteria: ReportCriterion[];
  /** All of these together, and none of them without the others. */
  flip: { to: 'reused' | 'refused'; changes: ReportChange[] };
}

/**
 * Why a report was reused or not (seed 002, Alternative I a; Peraturan BKN 26/2019, article 29(4)), and the least that would
 * turn it. Refused: every unmet condition mended, an expired report by the earliest assessment that would still be valid.
 * Reused: the training start moved to the day after its last valid one, the only one of its facts that can still move.
 */
export function explainReport(question: ReportQuestion): ReportExplanation {
  const judgement = judgeReport(question);
  const criteria = criteriaOf(question, judgement.validUntil);
  const unmet = criteria.filter(({ met }) => !met);
  const flip: ReportExplanation['flip'] = judgement.reusable
    ? { to: 'refused', changes: [laterStart(question, judgement.validUntil)] }
    : { to: 'reused', changes: unmet.map((criterion) => mended(criterion)) };
  return { judgement, criteria, flip };
}

/**
 * The earliest assessment whose result is valid on a day, the anniversary of a 29 February clamped as in `validUntil`.
 */
export function earliestAssessmentFor(neededOn: LocalDate, validity: Period): LocalDate {
  let day = subtractPeriod(neededOn, validity);
  while (addPeriod(day, validity) <= neededOn) day = addDays(day, 1);
  while (addPeriod(addDays(day, -1), validity) > neededOn) day = addDays(day, -1);
  return day;
}

function criteriaOf(
  { report, targetLevel, validOn, policy }: ReportQuestion,
  validUntil: LocalDate,
): ReportCriterion[] {
  const rated = new Set(report.ratings.map(({ competency }) => competency));
  const missing = MANAGERIAL.filter((code) => !rated.has(code));
  const measured = report.standardLevel ?? null;
  return [
    {
      criterion: 'valid',
      met: validOn <= validUntil,
      ...{ assessedOn: report.assessedOn, validity: policy.reportValidity, validUntil, neededOn: validOn },
      daysLeft: daysBetween(validOn, validUntil),
    },
    { criterion: 'accredited', met: report.accredited, accredited: report.accredited },
    { criterion: 'level', met: measured === targetLevel, measured, asked: targetLevel },
    {
      criterion: 'complete',
      met: missing.length === 0,
      ...{ rated: MANAGERIAL.length - missing.length, asked: MANAGERIAL.length, missing },
    },
  ];
}

function mended(criterion: ReportCriterion): ReportChange {
  switch (criterion.criterion) {
    case 'valid': {
      const to = earliestAssessmentFor(criterion.neededOn, criterion.validity);
      const from = criterion.assessedOn;
      return { criterion: 'valid', field: 'assessedOn', from, to, days: daysBetween(from, to) };
    }
    case 'accredited':
      return { criterion: 'accredited', from: false, to: true };
    case 'level':
      return { criterion: 'level', from: criterion.measured, to: criterion.asked };
    case 'complete':
      return { criterion: 'complete', add: criterion.missing };
  }
}

function laterStart({ validOn }: ReportQuestion, validUntil: LocalDate): ReportChange {
  const to = addDays(validUntil, 1);
  return { criterion: 'valid', field: 'neededOn', from: validOn, to, days: daysBetween(validOn, to) };
}
