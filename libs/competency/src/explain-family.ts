import type { AssessmentPolicy } from './assessment.policy.js';
import type { Competency, Family } from './competency.js';
import { cheapest, ladderOf, waysByWorth, type LevelFlip, type Way } from './explain-steps.js';
import { familyInNeed, familyOfShares, sharesOf, type FamilyShare } from './family.js';
import type { CompetencyGap } from './gap-analysis.js';

export interface FamilyQuestion {
  competencies: readonly CompetencyGap[];
  catalogue: { competencies: readonly Competency[] };
  policy: Pick<AssessmentPolicy, 'familyTieOrder'>;
}

export interface FamilyExplanation {
  family: Family | null;
  /** Gap of each family in the sum of its standards, in levels, in the order that decides ties. */
  shares: FamilyShare[];
  /** The cheapest change that proposes another family, or none, or one where there is none. */
  flip: LevelFlip<Family | null> | null;
}

interface Candidate extends Way {
  gap: number;
}

/**
 * What the proposed family stands on and which levels would propose another (seed 002, Alternative II b; the shares and the
 * order of ties are settings). Exact: for each family the cheapest way to every possible sum of gap, then every combination
 * of the three sums.
 */
export function explainFamily({ competencies, catalogue, policy }: FamilyQuestion): FamilyExplanation {
  const order = policy.familyTieOrder;
  const shares = sharesOf(competencies, catalogue.competencies, order);
  const family = familyInNeed(competencies, catalogue.competencies, order);
  const candidates = shares.map((share) => candidatesOf(share.family, { competencies, catalogue }));
  const ways: (Way & { to: Family | null })[] = [];
  for (const choice of combinations(candidates)) {
    const to = familyOfShares(shares.map((share, index) => ({ ...share, gap: choice[index]?.gap ?? 0 })));
    if (to !== family) ways.push({ to, ...joined(choice) });
  }
  return { family, shares, flip: cheapest(ways) };
}

/** The cheapest way to every sum of gap that one family could have. */
function candidatesOf(
  family: Family,
  { competencies, catalogue }: Pick<FamilyQuestion, 'competencies' | 'catalogue'>,
): Candidate[] {
  const members = new Set(
    catalogue.competencies.filter((one) => one.family === family).map(({ code }) => code),
  );
  const own = competencies.filter(({ competency }) => members.has(competency));
  const standards = new Map(own.map(({ competency, standard }) => [competency, standard]));
  const ladders = own.map(({ competency, attained }) => ladderOf(competency, attained));
  const ways = waysByWorth(ladders, ({ competency }, level) =>
    Math.max(0, (standards.get(competency) ?? 0) - (level ?? 0)),
  );
  return [...ways].map(([gap, way]) => ({ gap, ...way }));
}

function combinations(lists: readonly Candidate[][]): Candidate[][] {
  return lists.reduce<Candidate[][]>(
    (chosen, list) => chosen.flatMap((before) => list.map((one) => [...before, one])),
    [[]],
  );
}

function joined(choice: readonly Candidate[]): Way {
  const changes = choice.flatMap((one) => one.changes);
  return { steps: choice.reduce((sum, { steps }) => sum + steps, 0), changes };
}
