import type { LearningPlan, PlanLine } from './learning-plan.js';

/**
 * The plan as the participant, and any export, may see it. For a cluster participant the class, its basis, the marks, all
 * hours and the notes about the class are gone: the seed warns of the stigma of "A is better than B" (seed 002,
 * Alternative II, challenges), and shifted hours alone would give the class away.
 */
export function forParticipant(plan: LearningPlan): LearningPlan {
  const notes = plan.notes.filter(({ audience }) => audience !== 'organiser');
  if (plan.pathway !== 'cluster') return { ...plan, notes };
  const { pathway, stages, coaching } = plan;
  return {
    pathway,
    stages: stages.map(({ stage, courses }) => ({ stage, courses: courses.map(neutral) })),
    coaching,
    notes,
  };
}

function neutral({ course, decision, added, reason }: PlanLine): PlanLine {
  return { course, decision, ...(added ? { added } : {}), reason };
}
