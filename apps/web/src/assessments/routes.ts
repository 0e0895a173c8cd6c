import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { assessmentFilterOf } from './assessment-filter.js';

export const assessmentRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/assessments',
    validateSearch: assessmentFilterOf,
    component: lazyRouteComponent(() => import('./assessments-page.js'), 'AssessmentsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/assessments/$cohort',
    component: lazyRouteComponent(() => import('./batch-page.js'), 'BatchPage'),
  }),
] as const;
