import type { Competency, Family } from './competency.js';
import type { CompetencyGap } from './gap-analysis.js';
import { sum } from './job-person-match.js';

interface Share {
  family: Family;
  gap: number;
  standard: number;
}

/**
 * The family (*rumpun*) with the largest share of gap in the sum of its standards, null without a gap. Shares are compared
 * by cross-multiplication; equal ones go by the policy's order (seed 002, Alternative II b, names families, not a rule).
 */
export function familyInNeed(
  gaps: readonly CompetencyGap[],
  competencies: readonly Competency[],
  tieOrder: readonly Family[],
): Family | null {
  const familyOf = new Map(competencies.map((competency) => [competency.code, competency.family]));
  const shares = tieOrder.map((family) =>
    shareOf(
      family,
      gaps.filter((gap) => familyOf.get(gap.competency) === family),
    ),
  );
  const inNeed = shares.filter((share) => share.gap > 0);
  if (inNeed.length === 0) return null;
  return inNeed.reduce((most, share) =>
    share.gap * most.standard > most.gap * share.standard ? share : most,
  ).family;
}

function shareOf(family: Family, gaps: readonly CompetencyGap[]): Share {
  return {
    family,
    gap: sum(gaps.map(({ gap }) => gap)),
    standard: sum(gaps.map(({ standard }) => standard)),
  };
}
