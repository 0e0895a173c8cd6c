import { improvementOf, judgeVerdict, type Improvement, type Profile, type Verdict } from '#libs/competency';
import type { LocalDate } from '#libs/calendar';
import type { CourseChoice } from '#libs/curriculum';
import type { Qualification } from '../../policy.js';
import { profileOf, ratingsOf } from './context/compact-profile.js';
import type { JourneyContext } from './context/journey-context.js';
import type { JourneyKnowledge } from './journey-knowledge.js';
import { EVALUATION_COMPONENTS } from './journey-values.js';
import { coursesDoneOf, standardFor } from './learning-plan-of.js';
import { earnedHere } from './standing.js';

export interface VerdictView {
  meetsStandard: boolean;
  rule: Verdict['rule'];
  /** With what would turn it, when the rules are at hand. */
  basis: Omit<Verdict['basis'], 'flip'> & Partial<Pick<Verdict['basis'], 'flip'>>;
  assessedOn: LocalDate;
  confirmedOn?: LocalDate;
}

/** The latest verdict, proposed or confirmed; null before there is one and while it is returned. */
export function verdictOf(context: JourneyContext, knowledge?: JourneyKnowledge): VerdictView | null {
  const { verdict, assessment, confirmedOn } = context;
  if (!verdict || !assessment) return null;
  const { meetsStandard, rule, ...basis } = verdict;
  return {
    meetsStandard,
    rule,
    basis: knowledge ? { ...basis, flip: flipOf(context, knowledge) } : basis,
    assessedOn: assessment.profile.on,
    ...(confirmedOn ? { confirmedOn } : {}),
  };
}

function flipOf(context: JourneyContext, knowledge: JourneyKnowledge) {
  const profile = context.assessment!.profile;
  return judgeVerdict({
    standard: standardFor(context, profile),
    profile: { ratings: ratingsOf(profile.ratings) },
    policy: knowledge.policy(context.versions.policy).assessment,
  }).basis.flip;
}

/** What changed from the profile before training to the latest assessment; null without both. */
export function improvementFrom({ baseline, assessment }: JourneyContext): Improvement | null {
  return baseline && assessment && improvementOf(profileOf(baseline), profileOf(assessment.profile));
}

/** What a journey in another cohort carries from this one (input `carriedFrom`, without the journey's id). */
export interface CarryOver {
  profile: Profile | null;
  done: CourseChoice[];
  passed: boolean;
  completionIssued: boolean;
  participationIssued: boolean;
}

export function carryOverOf(context: JourneyContext): CarryOver {
  return {
    profile: context.baseline && profileOf(context.baseline),
    done: coursesDoneOf(context),
    passed: earnedHere(context),
    completionIssued: context.issued.completion,
    participationIssued: context.issued.participation,
  };
}

export interface EvaluationView {
  /** 0 to 100, two decimals, half up. */
  weighted: number;
  qualification: Qualification | null;
  suggestion: 'passed' | 'deferred';
}

/** Weighted score, qualification and suggestion for whoever decides; null until all four components are scored. */
export function evaluationOf(context: JourneyContext, knowledge: JourneyKnowledge): EvaluationView | null {
  const { weights, passMark, qualifications } = knowledge.policy(context.versions.policy).evaluation;
  if (EVALUATION_COMPONENTS.some((component) => context.scores[component] === undefined)) return null;
  const sum = EVALUATION_COMPONENTS.reduce(
    (total, one) => total + weights[one] * (context.scores[one] ?? 0),
    0,
  );
  const weighted = Math.round(sum) / 100;
  return {
    weighted,
    qualification: qualifications.find(({ from }) => weighted >= from) ?? null,
    suggestion: weighted >= passMark ? 'passed' : 'deferred',
  };
}
