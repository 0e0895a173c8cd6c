import type { CostLine, LearningPlan, PlanLine, Programme } from '#libs/curriculum';
import type { Locale } from '#libs/platform';
import { costsIn } from '#libs/training';
import type { LearningPlanView, PlanLineView } from './plan-previews.dto.js';

/** A plan in the caller's language. What a participant may not see is taken away before: `forParticipant`. */
export function learningPlanView(
  { clusterName, stages, notes, ...plan }: LearningPlan,
  programme: Pick<Programme, 'courses'>,
  costs: readonly CostLine[],
  locale: Locale,
): LearningPlanView {
  const names = new Map(programme.courses.map(({ code, name }) => [code, name[locale]]));
  return {
    ...plan,
    ...(clusterName && { clusterName: clusterName[locale] }),
    stages: stages.map(({ stage, courses }) => ({
      stage,
      courses: courses.map((line) => lineView(line, names.get(line.course) ?? line.course, locale)),
    })),
    notes: notes.map((note) => note[locale]),
    costs: costsIn(locale, costs),
  };
}

function lineView({ reason, emphasisReason, ...line }: PlanLine, name: string, locale: Locale): PlanLineView {
  return {
    ...line,
    name,
    reason: reason[locale],
    ...(emphasisReason && { emphasisReason: emphasisReason[locale] }),
  };
}
