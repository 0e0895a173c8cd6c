import {
  analyseGaps,
  standardOfLevel,
  type AssessmentPolicy,
  type GapAnalysis,
  type Standard,
} from '#libs/competency';
import {
  coursesToTake,
  planFor,
  type CourseChoice,
  type LearningPlan,
  type PlanQuestion,
} from '#libs/curriculum';
import { profileOf, type CompactProfile } from './context/compact-profile.js';
import { choicesOf, courseKeysOf, type CourseKeys } from './context/course-keys.js';
import type { JourneyContext } from './context/journey-context.js';
import type { JourneyKnowledge } from './journey-knowledge.js';

/** The standard that a profile is held against: the eight managerial competencies, and S1 where it was rated. */
export function standardFor(
  { level }: Pick<JourneyContext, 'level'>,
  profile: CompactProfile | null,
): Standard {
  return standardOfLevel(level, { includeS1: profile?.ratings.S1 !== undefined });
}

/** The profile before training against the standard; without one every managerial competency counts as a gap. */
export function gapsOf(context: JourneyContext, knowledge: JourneyKnowledge): GapAnalysis {
  return analyseGaps({
    standard: standardFor(context, context.baseline),
    profile: context.baseline && profileOf(context.baseline),
    catalogue: knowledge.catalogue(context.versions.catalogue),
    policy: assessmentPolicyOf(context, context.baseline, knowledge),
  });
}

/**
 * The rules that the journey began with, save the thresholds of the categories: a result is named by those in force on the
 * day of the assessment, as its report names it, however long before or after the journey began.
 */
export function assessmentPolicyOf(
  { versions }: Pick<JourneyContext, 'versions'>,
  profile: Pick<CompactProfile, 'on'> | null,
  knowledge: Pick<JourneyKnowledge, 'policy' | 'policyOn'>,
): AssessmentPolicy {
  const begunWith = knowledge.policy(versions.policy).assessment;
  if (profile === null) return begunWith;
  return { ...begunWith, categories: knowledge.policyOn(profile.on).assessment.categories };
}

/** The latest assessment (after training where there is one) against the standard. */
export function latestGapsOf(context: JourneyContext, knowledge: JourneyKnowledge): GapAnalysis {
  return gapsOf({ ...context, baseline: context.assessment?.profile ?? context.baseline }, knowledge);
}

/**
 * What the pathway asks of this person, with reasons. Null for whoever goes straight to the assessment, and as long as
 * nothing is known: no profile, and no placement that does without one.
 */
export function learningPlanOf(context: JourneyContext, knowledge: JourneyKnowledge): LearningPlan | null {
  const question = planQuestionOf(context, knowledge);
  return question && planFor(question);
}

/** What the plan is an answer to, for whoever explains it; null where there is no plan. */
export function planQuestionOf(context: JourneyContext, knowledge: JourneyKnowledge): PlanQuestion | null {
  const { programme, pathway, baseline } = context;
  if (!programme || !pathway || context.windowFrom) return null;
  if (!baseline && !context.placementConfirmedOn) return null;
  return {
    programme: knowledge.programme(context.versions.programmes, programme),
    pathway,
    clusterBy: context.clusterBy,
    analysis: gapsOf(context, knowledge),
    method: baseline?.method ?? null,
    catalogue: knowledge.catalogue(context.versions.catalogue),
    policy: knowledge.policy(context.versions.policy).curriculum,
    added: [
      ...choicesOf(context.addedByInstitute, programme),
      ...choicesOf(context.addedByParticipant, programme),
    ],
    class: context.class,
  };
}

/** The courses to take by stage, as the snapshot keeps them. */
export function plannedCourses(context: JourneyContext, knowledge: JourneyKnowledge): CourseKeys {
  const plan = learningPlanOf(context, knowledge);
  const choices = (plan?.stages ?? []).flatMap(({ stage }) =>
    coursesToTake(plan!, stage).map((course) => ({ course, stage })),
  );
  return courseKeysOf(choices, context.programme);
}

/** Courses that are completed, those carried from another journey included. */
export function coursesDoneOf({
  done,
  programme,
}: Pick<JourneyContext, 'done' | 'programme'>): CourseChoice[] {
  return choicesOf(done, programme);
}
