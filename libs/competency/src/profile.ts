import type { LocalDate } from '#libs/calendar';
import type { CompetencyCode } from './competency.js';

export interface Rating {
  competency: CompetencyCode;
  /** 0 to 5. */
  level: number;
  /** Behavioural indicators shown, cumulative over the levels from 1 to the standard. */
  indicatorsMet?: number;
  /** Indicators of those levels; the policy's number a level where not given. */
  indicatorsTotal?: number;
}

export const ASSESSMENT_METHODS = ['sjt', 'rapid', 'online', 'assessmentCentre', 'dialogue'] as const;
export const ASSESSMENT_PURPOSES = ['mapping', 'selection'] as const;

export type AssessmentMethod = (typeof ASSESSMENT_METHODS)[number];
export type AssessmentPurpose = (typeof ASSESSMENT_PURPOSES)[number];

/** The outcome of one assessment of one person. */
export interface Profile {
  ratings: Rating[];
  assessedOn: LocalDate;
  method: AssessmentMethod;
  centre?: string;
  accredited: boolean;
  /** The level of the standard it was measured against. */
  standardLevel?: number;
  purpose: AssessmentPurpose;
}
