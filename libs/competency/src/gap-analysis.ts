import type { VerdictRule } from './assessment.policy.js';
import type { CompetencyCode, Family } from './competency.js';

/** From best to worst. */
export const SEVERITIES = ['none', 'low', 'medium', 'high'] as const;

export type Severity = (typeof SEVERITIES)[number];

export interface CompetencyGap {
  competency: CompetencyCode;
  standard: number;
  /** Null when the report says nothing about it: then it counts as a gap. */
  attained: number | null;
  /** max(0, standard − attained). */
  gap: number;
  severity: Severity;
}

export interface JobPersonMatch {
  attained: number;
  standard: number;
  /** Not capped, two decimals, half up. */
  percent: number;
  /** How many competencies it sums: those that were rated and have a standard; 8 or 9 for a full report. */
  basis: number;
}

export type Category = 'optimal' | 'fairlyOptimal' | 'lessOptimal' | 'MS' | 'MMS' | 'KMS';
export type Cluster = 'A' | 'B' | 'C';

/** A profile against a standard: the public answer of `POST /gap-analyses`. */
export interface GapAnalysis {
  competencies: CompetencyGap[];
  jobPersonMatch: JobPersonMatch;
  /** Null only when nothing was rated. */
  category: Category | null;
  cluster: Cluster | null;
  /** The family with the largest share of gap in its standards; null without a gap. */
  family: Family | null;
  meetsStandard: boolean;
  rule: VerdictRule;
}
