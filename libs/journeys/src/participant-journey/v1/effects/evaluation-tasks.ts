import type { EvaluationComponent } from '../../../policy.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { Toolbox } from '../folds/fold.js';
import { EVALUATION_COMPONENTS } from '../journey-values.js';
import { task, type OpenTask } from './task-effects.js';

export function scoringTasks({ scores }: JourneyContext): OpenTask[] {
  return EVALUATION_COMPONENTS.filter((component) => scores[component] === undefined).map((component) =>
    task('scoreComponent', 'evaluationDue', { of: component, subject: { component } }),
  );
}

/** Components below the bar; where a deferral has other grounds, the lowest ones. */
export function remedialComponents(context: JourneyContext, { knowledge }: Toolbox): EvaluationComponent[] {
  const { componentBar } = knowledge.policy(context.versions.policy).evaluation;
  const scoreOf = (component: EvaluationComponent) => context.scores[component] ?? 0;
  const below = EVALUATION_COMPONENTS.filter((component) => scoreOf(component) < componentBar);
  if (below.length > 0) return below;
  const lowest = Math.min(...EVALUATION_COMPONENTS.map(scoreOf));
  return EVALUATION_COMPONENTS.filter((component) => scoreOf(component) === lowest);
}

export function remedialTasks({ remedialFor }: JourneyContext): OpenTask[] {
  const work = remedialFor.map((component) =>
    task('remedialWork', 'remedialDue', { of: component, subject: { component } }),
  );
  return [...work, task('completeRemedial', 'remedialDue')];
}
