import type { AssessmentPolicy, Fraction } from './assessment.policy.js';
import type { Severity } from './gap-analysis.js';
import type { Rating } from './profile.js';

type SeverityPolicy = Pick<AssessmentPolicy, 'severity' | 'indicatorsPerLevel'>;

/**
 * How grave a gap is. None when the level reaches the standard. Otherwise by the share of behavioural indicators shown,
 * counted over all levels from 1 to the standard, because with the three of one level "low" could never come out (seed
 * 001, table of gaps); without indicators by attained over standard level with the same fractions. Unrated is high.
 */
export function severityOf(rating: Rating | undefined, standard: number, policy: SeverityPolicy): Severity {
  if (rating !== undefined && rating.level >= standard) return 'none';
  if (rating === undefined) return 'high';
  const [part, whole] = shareShown(rating, standard, policy);
  if (atLeast(part, whole, policy.severity.low)) return 'low';
  return atLeast(part, whole, policy.severity.medium) ? 'medium' : 'high';
}

function shareShown(rating: Rating, standard: number, policy: SeverityPolicy): [number, number] {
  const total = rating.indicatorsTotal ?? policy.indicatorsPerLevel * standard;
  if (rating.indicatorsMet === undefined || total <= 0) return [rating.level, standard];
  return [rating.indicatorsMet, total];
}

function atLeast(part: number, whole: number, fraction: Fraction): boolean {
  return part * fraction.den >= fraction.num * whole;
}
