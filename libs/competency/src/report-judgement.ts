import { dateInWords, validUntil, type Bilingual, type LocalDate } from '#libs/calendar';
import type { AssessmentPolicy } from './assessment.policy.js';
import { MANAGERIAL } from './competency.js';
import type { Profile } from './profile.js';

export type ReportRefusalCode = 'expired' | 'notAccredited' | 'wrongLevel' | 'incomplete';

export type ReportJudgement =
  | { reusable: true; validUntil: LocalDate }
  | { reusable: false; code: ReportRefusalCode; detail: Bilingual; validUntil: LocalDate };

export interface ReportQuestion {
  report: Profile;
  /** Level of the standard of the target post. */
  targetLevel: number;
  /** The day on which the report must be valid: the start of training. */
  validOn: LocalDate;
  policy: Pick<AssessmentPolicy, 'reportValidity'>;
}

interface Refusal {
  code: ReportRefusalCode;
  detail: Bilingual;
}

/**
 * Whether an existing report can stand in for a new assessment: valid on the day, by an accredited unit, against the
 * standard of the target post's level, all eight managerial competencies rated (seed 002, Alternative I a; Peraturan BKN
 * 26/2019, article 29(4)). The first reason in that order is given; a report that doesn't name its level counts as wrong.
 */
export function judgeReport({ report, targetLevel, validOn, policy }: ReportQuestion): ReportJudgement {
  const lastDay = validUntil(report.assessedOn, policy.reportValidity);
  const refusal =
    expiry(lastDay, validOn) ??
    accreditation(report) ??
    levelMismatch(report, targetLevel) ??
    missingRatings(report);
  if (refusal !== null) return { reusable: false, ...refusal, validUntil: lastDay };
  return { reusable: true, validUntil: lastDay };
}

function expiry(lastDay: LocalDate, validOn: LocalDate): Refusal | null {
  if (validOn <= lastDay) return null;
  return {
    code: 'expired',
    detail: {
      id: `Laporan berlaku sampai ${dateInWords(lastDay, 'id')}, tetapi dibutuhkan pada ${dateInWords(validOn, 'id')}.`,
      en: `The report is valid until ${dateInWords(lastDay, 'en')}, but it is needed on ${dateInWords(validOn, 'en')}.`,
    },
  };
}

function accreditation(report: Profile): Refusal | null {
  if (report.accredited) return null;
  return {
    code: 'notAccredited',
    detail: {
      id: 'Laporan tidak berasal dari unit penilaian yang terakreditasi pada hari asesmennya.',
      en: 'The report does not come from an assessment unit that was accredited on the day of the assessment.',
    },
  };
}

function levelMismatch(report: Profile, targetLevel: number): Refusal | null {
  if (report.standardLevel === targetLevel) return null;
  const measured: Bilingual =
    report.standardLevel === undefined
      ? {
          id: 'Laporan tidak menyebut level standarnya',
          en: 'The report does not name the level of its standard',
        }
      : {
          id: `Laporan diukur terhadap standar level ${report.standardLevel}`,
          en: `The report was measured against the standard of level ${report.standardLevel}`,
        };
  return {
    code: 'wrongLevel',
    detail: {
      id: `${measured.id}; jabatan sasaran meminta level ${targetLevel}.`,
      en: `${measured.en}; the target post asks for level ${targetLevel}.`,
    },
  };
}

function missingRatings(report: Profile): Refusal | null {
  const rated = new Set(report.ratings.map(({ competency }) => competency));
  const missing = MANAGERIAL.filter((code) => !rated.has(code));
  if (missing.length === 0) return null;
  return {
    code: 'incomplete',
    detail: {
      id: `Laporan tidak memuat nilai untuk ${missing.join(', ')}.`,
      en: `The report has no rating for ${missing.join(', ')}.`,
    },
  };
}
