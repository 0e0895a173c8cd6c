import type { Period } from '#libs/calendar';
import type { Family } from './competency.js';
import type { AssessmentPurpose } from './profile.js';

export interface Fraction {
  num: number;
  den: number;
}

/** When an assessment says that a person meets the standard. Percent of the job-person match, inclusive. */
export type VerdictRule =
  { kind: 'everyManagerial' } | { kind: 'jobPersonMatch'; purpose: AssessmentPurpose; percent: number };

/** Everything about judging an assessment that a regulation or an agency may set otherwise. */
export interface AssessmentPolicy {
  version: string;
  /** Smallest share of the standard for a gap to be called low, or medium; below it is high. */
  severity: { low: Fraction; medium: Fraction };
  /** Lower bounds of the two upper categories, percent, inclusive. */
  categories: {
    mapping: { optimal: number; fairlyOptimal: number };
    selection: { MS: number; MMS: number };
  };
  /** Whether a level above its standard may make up for a gap elsewhere (false) or not (true). */
  capPerCompetency: boolean;
  verdictRule: VerdictRule;
  /** How long a report may be used, from the assessment. */
  reportValidity: Period;
  /** Which family comes first when shares of gap are equal. */
  familyTieOrder: Family[];
  /** Behavioural indicators of one level of one competency. */
  indicatorsPerLevel: number;
}
