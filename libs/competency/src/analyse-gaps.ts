import type { AssessmentPolicy } from './assessment.policy.js';
import type { CompetencyCatalogue } from './catalogue.js';
import { categoryOf, clusterOf } from './category.js';
import { COMPETENCIES, isManagerial, type CompetencyCode } from './competency.js';
import { familyInNeed } from './family.js';
import type { CompetencyGap, GapAnalysis } from './gap-analysis.js';
import { jobPersonMatchOf } from './job-person-match.js';
import type { Profile, Rating } from './profile.js';
import { severityOf } from './severity.js';
import type { Standard } from './standard.js';
import { judgeVerdict } from './verdict.js';

export interface GapQuestion {
  standard: Standard;
  /** Null when no assessment is known at all: every managerial competency counts as a gap. */
  profile: Pick<Profile, 'ratings' | 'purpose'> | null;
  catalogue: Pick<CompetencyCatalogue, 'competencies'>;
  policy: AssessmentPolicy;
}

/**
 * Compares a profile with a standard, competency by competency and as a whole (Peraturan BKN 26/2019, report form; seed
 * 001, gap analysis). Lists every managerial competency of the standard, rated or not, and S1 where it was rated; what the
 * standard does not ask for is left out.
 */
export function analyseGaps({ standard, profile, catalogue, policy }: GapQuestion): GapAnalysis {
  const ratings = new Map(profile?.ratings.map((rating) => [rating.competency, rating]));
  const competencies = COMPETENCIES.flatMap((code) => gapOf(code, standard[code], ratings.get(code), policy));
  const jobPersonMatch = jobPersonMatchOf(competencies.flatMap(ratedOnly), policy.capPerCompetency);
  const category = categoryOf(jobPersonMatch, profile?.purpose ?? 'mapping', policy.categories);
  const { meetsStandard, rule } = judgeVerdict({ standard, profile, policy });
  return {
    competencies,
    jobPersonMatch,
    category,
    cluster: category === null ? null : clusterOf(category),
    family: familyInNeed(competencies, catalogue.competencies, policy.familyTieOrder),
    meetsStandard,
    rule,
  };
}

function gapOf(
  competency: CompetencyCode,
  standard: number | undefined,
  rating: Rating | undefined,
  policy: AssessmentPolicy,
): CompetencyGap[] {
  if (standard === undefined) return [];
  // A report on the eight says nothing about S1, which no course and no certificate is about.
  if (rating === undefined && !isManagerial(competency)) return [];
  const attained = rating?.level ?? null;
  const gap = Math.max(0, standard - (attained ?? 0));
  return [{ competency, standard, attained, gap, severity: severityOf(rating, standard, policy) }];
}

function ratedOnly({ attained, standard }: CompetencyGap): { attained: number; standard: number }[] {
  return attained === null ? [] : [{ attained, standard }];
}
