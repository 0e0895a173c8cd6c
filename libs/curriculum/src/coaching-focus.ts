import { guidanceFor, isManagerial, type ManagerialCode } from '#libs/competency';
import type { LearningPlan } from './learning-plan.js';
import type { PlanQuestion } from './plan-question.js';

/**
 * What coach and mentor work on: the managerial competencies with a medium or high gap, in the catalogue's order, and the
 * matrix for the levels up to the standard (seed 002, Alternatives III b and IV b). Given for every pathway: the seed
 * leaves coaching open in Alternative I and to each class in II, and a coach needs the same facts there.
 */
export function coachingOf({ analysis, catalogue }: PlanQuestion): LearningPlan['coaching'] {
  const gaps = analysis.competencies.filter(
    ({ competency, severity }) => isManagerial(competency) && (severity === 'medium' || severity === 'high'),
  );
  const focus = gaps
    .map(({ competency }) => competency)
    .filter((code): code is ManagerialCode => isManagerial(code));
  return { focus, guidance: guidanceFor(catalogue, gaps) };
}
