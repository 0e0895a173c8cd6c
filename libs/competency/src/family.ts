import type { Competency, Family } from './competency.js';
import type { CompetencyGap } from './gap-analysis.js';
import { sum } from './job-person-match.js';

/** What a family lacks of what its standards ask, in levels. */
export interface FamilyShare {
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
  return familyOfShares(sharesOf(gaps, competencies, tieOrder));
}

/** The share of every family, in the order that decides ties. */
export function sharesOf(
  gaps: readonly CompetencyGap[],
  competencies: readonly Competency[],
  tieOrder: readonly Family[],
): FamilyShare[] {
  const familyOf = new Map(competencies.map((competency) => [competency.code, competency.family]));
  return tieOrder.map((family) =>
    shareOf(
      family,
      gaps.filter((gap) => familyOf.get(gap.competency) === family),
    ),
  );
}

/** The one with the largest share, the first of equal ones; null when none lacks anything. */
export function familyOfShares(shares: readonly FamilyShare[]): Family | null {
  const inNeed = shares.filter((share) => share.gap > 0);
  if (inNeed.length === 0) return null;
  return inNeed.reduce((most, share) =>
    share.gap * most.standard > most.gap * share.standard ? share : most,
  ).family;
}

function shareOf(family: Family, gaps: readonly CompetencyGap[]): FamilyShare {
  return {
    family,
    gap: sum(gaps.map(({ gap }) => gap)),
    standard: sum(gaps.map(({ standard }) => standard)),
  };
}
