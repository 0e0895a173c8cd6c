import { cheapest, stepsOf, type LevelChange, type LevelFlip, type Way } from './explain-steps.js';
import type { CompetencyGap } from './gap-analysis.js';

/**
 * The cheapest change after which a gap among these competencies is closed everywhere, or opens where there was none: what
 * makes a course optional or required and the training dispensable or not (seed 002, Alternative I b). Null where levels
 * can't do it: nothing listed, or a standard of 0 that can't be missed.
 */
export function flipOfGaps(
  competencies: readonly Pick<CompetencyGap, 'competency' | 'attained' | 'standard' | 'gap'>[],
): LevelFlip<'gap' | 'noGap'> | null {
  const lacking = competencies.filter(({ gap }) => gap > 0);
  if (lacking.length > 0) {
    const changes = lacking.map((one) => ({
      competency: one.competency,
      from: one.attained,
      to: one.standard,
    }));
    return { to: 'noGap', ...wayOf(changes) };
  }
  const losses = competencies
    .filter(({ standard }) => standard > 0)
    .map((one) => wayOf([{ competency: one.competency, from: one.attained, to: one.standard - 1 }]));
  const least = cheapest(losses);
  return least && { to: 'gap', ...least };
}

function wayOf(changes: LevelChange[]): Way {
  return { steps: changes.reduce((sum, change) => sum + stepsOf(change), 0), changes };
}
