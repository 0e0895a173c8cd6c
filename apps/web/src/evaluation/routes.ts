import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cohortRoute } from '../cohorts/routes.js';

export const PARTS = ['scores', 'decisions', 'remedials'] as const;
export type EvaluationPart = (typeof PARTS)[number];

const isPart = (value: unknown): value is EvaluationPart => PARTS.includes(value as EvaluationPart);

/** Four scores of everybody, and what is decided on them. */
export const evaluationRoute = createRoute({
  getParentRoute: () => cohortRoute,
  path: '/evaluation',
  validateSearch: ({ part }: Record<string, unknown>): { part?: EvaluationPart } =>
    isPart(part) ? { part } : {},
  component: lazyRouteComponent(() => import('./evaluation-page.js'), 'EvaluationPage'),
});
