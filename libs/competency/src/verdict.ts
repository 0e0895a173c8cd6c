import type { AssessmentPolicy, VerdictRule } from './assessment.policy.js';
import { MANAGERIAL, type ManagerialCode } from './competency.js';
import { jobPersonMatchOf, percentOf, reaches } from './job-person-match.js';
import type { Profile } from './profile.js';
import type { Standard } from './standard.js';
import { flipDownwards, flipOfEvery, flipUpwards, type Judged, type VerdictFlip } from './verdict-flip.js';

/** The numbers that a verdict stands on: the eight managerial competencies, never S1. */
export interface VerdictBasis {
  attained: number;
  /** Of all managerial competencies of the standard, rated or not. */
  standard: number;
  /** Two decimals, half up. */
  percent: number;
  /** How many of them were rated. */
  rated: number;
  /** Those below their standard or without a rating, whatever the rule. */
  unmet: ManagerialCode[];
  /** Null when no change of levels could turn it. */
  flip: VerdictFlip | null;
}

export interface Verdict {
  meetsStandard: boolean;
  rule: VerdictRule;
  basis: VerdictBasis;
}

export interface VerdictQuestion {
  standard: Standard;
  profile: Pick<Profile, 'ratings'> | null;
  policy: Pick<AssessmentPolicy, 'verdictRule' | 'capPerCompetency'>;
}

/**
 * Whether a result meets the standard (*memenuhi SKJ*), by the policy's rule, with what it stands on. Levels alone decide,
 * indicators never. A managerial competency without a rating is never met, under either rule, and a standard without
 * managerial competencies is met by nobody. The seed gives no number for "meets" (seed 002, Alternative I c), and the
 * job-person match alone lets one level too little everywhere pass at 80 %: so the rule is a setting.
 */
export function judgeVerdict({ standard, profile, policy }: VerdictQuestion): Verdict {
  const judged = judgedOf(standard, profile);
  const unmet = judged.filter((one) => one.attained === null || one.attained < one.standard);
  const meetsStandard = meets(judged, unmet.length, policy);
  const totals = totalsOf(judged, policy.capPerCompetency);
  return {
    meetsStandard,
    rule: policy.verdictRule,
    basis: {
      ...totals,
      percent: percentOf(totals.attained, totals.standard),
      rated: judged.filter((one) => one.attained !== null).length,
      unmet: unmet.map(({ competency }) => competency),
      flip: flipOf(judged, meetsStandard, policy),
    },
  };
}

function judgedOf(standard: Standard, profile: VerdictQuestion['profile']): Judged[] {
  const levels = new Map(profile?.ratings.map((rating) => [rating.competency, rating.level]));
  return MANAGERIAL.flatMap((competency) => {
    const asked = standard[competency];
    return asked === undefined
      ? []
      : [{ competency, attained: levels.get(competency) ?? null, standard: asked }];
  });
}

function totalsOf(judged: readonly Judged[], cap: boolean): { attained: number; standard: number } {
  const { attained, standard } = jobPersonMatchOf(
    judged.map((one) => ({ ...one, attained: one.attained ?? 0 })),
    cap,
  );
  return { attained, standard };
}

function meets(judged: readonly Judged[], unmet: number, policy: VerdictQuestion['policy']): boolean {
  if (judged.length === 0) return false;
  if (policy.verdictRule.kind === 'everyManagerial') return unmet === 0;
  const { attained, standard } = totalsOf(judged, policy.capPerCompetency);
  const complete = judged.every((one) => one.attained !== null);
  return complete && reaches(attained, standard, policy.verdictRule.percent);
}

function flipOf(
  judged: readonly Judged[],
  met: boolean,
  policy: VerdictQuestion['policy'],
): VerdictFlip | null {
  if (judged.length === 0) return null;
  if (policy.verdictRule.kind === 'everyManagerial') return flipOfEvery(judged);
  const { attained, standard } = totalsOf(judged, policy.capPerCompetency);
  const needed = Math.ceil((Math.round(policy.verdictRule.percent * 100) * standard) / 10_000);
  return met
    ? flipDownwards(judged, attained - needed + 1, policy.capPerCompetency)
    : flipUpwards(judged, needed - attained, policy.capPerCompetency);
}
