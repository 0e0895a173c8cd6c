import type { AssessmentPolicy } from './assessment.policy.js';
import { ladderOf, type LevelChange } from './explain-steps.js';
import type { CompetencyGap } from './gap-analysis.js';
import type { Rating } from './profile.js';
import { severityOf } from './severity.js';

/** Whether a gap is grave enough for coaching: medium or high (seed 002, Alternatives III b and IV b). */
export function isGrave({ severity }: Pick<CompetencyGap, 'severity'>): boolean {
  return severity === 'medium' || severity === 'high';
}

/**
 * The nearest level at which a gap would become grave, or would no longer be, the indicators staying as reported; null when
 * no level does it: the indicators may hold a gap low whatever the level.
 */
export function graveFlip(
  gap: Pick<CompetencyGap, 'competency' | 'standard' | 'attained' | 'severity'>,
  rating: Rating | undefined,
  policy: Pick<AssessmentPolicy, 'severity' | 'indicatorsPerLevel'>,
): (LevelChange & { steps: number }) | null {
  const { competency, standard, attained } = gap;
  const graveAt = (level: number): boolean =>
    isGrave({ severity: severityOf({ ...rating, competency, level }, standard, policy) });
  for (const { to, steps } of ladderOf(competency, attained).options) {
    if (to !== null && steps > 0 && graveAt(to) !== isGrave(gap))
      return { competency, from: attained, to, steps };
  }
  return null;
}
