import { coachingOf } from './coaching-focus.js';
import { emphasise } from './emphasise.js';
import type { LearningPlan } from './learning-plan.js';
import { classNameOf, planClassOf, type PlanClass } from './plan-class.js';
import { lineAt, notesOf } from './plan-notes.js';
import type { CourseChoice, PlanQuestion } from './plan-question.js';
import { stagePlans } from './stage-plan.js';

/**
 * The learning plan that a pathway proposes for one person, with a reason on every line (seed 002, b of Alternatives I to
 * IV). Choices add optional courses and take them back; a required or mandatory course stays, whoever wishes it away. The
 * same question always gives the same plan. It shows the class of a cluster participant: see `forParticipant`.
 */
export function planFor(question: PlanQuestion): LearningPlan {
  const planClass = planClassOf(question);
  const complete = stagePlans(question);
  const stages = planClass?.emphasis ? emphasise(complete, planClass.emphasis, question) : complete;
  const coaching = coachingOf(question);
  return {
    pathway: question.pathway,
    ...(planClass === null ? {} : classFields(planClass)),
    stages,
    coaching,
    notes: notesOf(question, stages, coaching.focus, planClass),
  };
}

function classFields({
  basis,
  value,
}: PlanClass): Pick<LearningPlan, 'cluster' | 'clusterBy' | 'clusterName'> {
  return { clusterBy: basis, ...(value === null ? {} : { cluster: value, clusterName: classNameOf(value) }) };
}

/** Whether a course can be added in a stage: optional there and not yet chosen. */
export function mayAdd(plan: Pick<LearningPlan, 'stages'>, choice: CourseChoice): boolean {
  const line = lineAt(plan.stages, choice);
  return line?.decision === 'optional' && line.added !== true;
}

/** Whether a course can be dropped from a stage: only what was added by choice. */
export function mayDrop(plan: Pick<LearningPlan, 'stages'>, choice: CourseChoice): boolean {
  return lineAt(plan.stages, choice)?.added === true;
}

/** The courses that a person has to complete in a stage: required, mandatory and chosen ones, in the plan's order. */
export function coursesToTake(plan: Pick<LearningPlan, 'stages'>, stage: CourseChoice['stage']): string[] {
  const lines = plan.stages.find((one) => one.stage === stage)?.courses ?? [];
  return lines
    .filter(({ decision, added }) => decision !== 'optional' || added === true)
    .map(({ course }) => course);
}
