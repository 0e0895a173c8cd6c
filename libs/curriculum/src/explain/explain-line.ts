import { flipOfGaps, type GapAnalysis, type LevelFlip, type ManagerialCode } from '#libs/competency';
import type { LearningPlan, PlanLine } from '../learning-plan.js';
import type { PlanQuestion } from '../plan-question.js';
import type { Course, Stage } from '../programme.js';
import { goesByGaps } from '../stage-plan.js';

/** What a line goes by: actualisation for everyone, a pathway that asks it of everyone, or the person's own gaps. */
export type LineRule = 'plan.mandatory' | 'plan.pathwayAsksAll' | 'plan.gapOfTargets';

export interface LineTarget {
  competency: ManagerialCode;
  /** Null where the standard does not ask for it: nothing is known, so it counts as a gap. */
  standard: number | null;
  attained: number | null;
  gap: number | null;
}

export interface LineExplanation {
  stage: Stage;
  line: PlanLine;
  rule: LineRule;
  targets: LineTarget[];
  /** Null where no level changes the line. */
  flip: LevelFlip<'required' | 'optional'> | null;
}

/**
 * Why each line of a plan is as it is, and which levels of its target competencies would make it another (seed 002,
 * Alternatives I b and III b). A mandatory course never changes, nor one that the pathway asks of everyone. Takes the plan
 * as its reader may see it, so that nothing comes back that was taken away.
 */
export function explainLines(
  { programme, analysis }: Pick<PlanQuestion, 'programme' | 'analysis'>,
  plan: Pick<LearningPlan, 'pathway' | 'stages'>,
): LineExplanation[] {
  const courses = new Map(programme.courses.map((course) => [course.code, course]));
  return plan.stages.flatMap(({ stage, courses: lines }) =>
    lines.flatMap((line) => {
      const course = courses.get(line.course);
      return course ? [explained({ stage, line, course }, plan, analysis)] : [];
    }),
  );
}

interface PlacedLine {
  stage: Stage;
  line: PlanLine;
  course: Course;
}

function explained(
  { stage, line, course }: PlacedLine,
  { pathway }: Pick<LearningPlan, 'pathway'>,
  analysis: GapAnalysis,
): LineExplanation {
  const targets = course.targets.map((competency) => targetOf(competency, analysis));
  const rule = course.mandatory
    ? 'plan.mandatory'
    : goesByGaps(pathway, stage)
      ? 'plan.gapOfTargets'
      : 'plan.pathwayAsksAll';
  return { stage, line, rule, targets, flip: rule === 'plan.gapOfTargets' ? flipOf(course, analysis) : null };
}

function targetOf(competency: ManagerialCode, { competencies }: GapAnalysis): LineTarget {
  const found = competencies.find((one) => one.competency === competency);
  return {
    competency,
    standard: found?.standard ?? null,
    attained: found?.attained ?? null,
    gap: found?.gap ?? null,
  };
}

/** A target that the standard does not name is a need that no level meets. */
function flipOf({ targets }: Course, { competencies }: GapAnalysis): LineExplanation['flip'] {
  const known = competencies.filter(({ competency }) => targets.some((target) => target === competency));
  if (known.length < targets.length) return null;
  const flip = flipOfGaps(known);
  return flip && { ...flip, to: flip.to === 'gap' ? 'required' : 'optional' };
}
