import { needsOf } from './course-need.js';
import type { PlanLine, PlanStage } from './learning-plan.js';
import { everyoneReason, gapReason, MANDATORY_REASON, optionalReason } from './line-reason.js';
import type { Pathway } from './pathway.js';
import type { CourseChoice, PlanQuestion } from './plan-question.js';
import { STAGES, type Course, type Stage } from './programme.js';

/**
 * The courses of every stage and what the pathway decides on each (seed 002, b of each Alternative): *flexible* goes by
 * the person's gaps in every stage, *a-la-carte* in self-learning only, *cluster* and *generic-plus* ask everything of
 * everyone. Actualisation is mandatory everywhere.
 */
export function stagePlans(question: PlanQuestion): PlanStage[] {
  return STAGES.map((stage) => ({
    stage,
    courses: question.programme.courses.flatMap((course) => lineOf(question, course, stage)),
  }));
}

function lineOf(question: PlanQuestion, course: Course, stage: Stage): PlanLine[] {
  const slot = course.stages.find((one) => one.stage === stage);
  if (slot === undefined) return [];
  return [
    {
      course: course.code,
      ...decide(question, course, stage),
      ...(slot.hours === null ? {} : { hours: slot.hours }),
    },
  ];
}

function decide(
  question: PlanQuestion,
  course: Course,
  stage: Stage,
): Pick<PlanLine, 'decision' | 'added' | 'reason'> {
  const { pathway, analysis, catalogue } = question;
  if (course.mandatory) return { decision: 'mandatory', reason: MANDATORY_REASON };
  if (pathway !== 'flexible' && !goesByGaps(pathway, stage)) {
    return { decision: 'required', reason: everyoneReason(pathway, stage) };
  }
  const needs = needsOf(course, analysis);
  if (needs.length > 0) return { decision: 'required', reason: gapReason(needs, catalogue) };
  const chosen = isChosen(question, { course: course.code, stage });
  return {
    decision: 'optional',
    ...(chosen ? { added: true } : {}),
    reason: optionalReason(course, catalogue, chosen),
  };
}

/** Whether a pathway asks in a stage only for what closes a gap, and not for everything of everyone. */
export function goesByGaps(pathway: Pathway, stage: Stage): boolean {
  return pathway === 'flexible' || (pathway === 'a-la-carte' && stage === 'selfLearning');
}

function isChosen({ added = [], removed = [] }: PlanQuestion, choice: CourseChoice): boolean {
  return includes(added, choice) && !includes(removed, choice);
}

function includes(choices: readonly CourseChoice[], choice: CourseChoice): boolean {
  return choices.some(({ course, stage }) => course === choice.course && stage === choice.stage);
}
