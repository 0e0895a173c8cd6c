import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { boardSearchOf } from './board-search.js';
import { cohortFilterOf } from './cohort-filter.js';

/** The frame of one cohort: its name, and the ways to its parts; every part's route hangs on it. */
export const cohortRoute = createRoute({
  getParentRoute: () => root,
  path: '/cohorts/$id',
  component: lazyRouteComponent(() => import('./cohort-frame.js'), 'CohortFrame'),
});

export const cohortRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/cohorts',
    validateSearch: cohortFilterOf,
    component: lazyRouteComponent(() => import('./cohorts-page.js'), 'CohortsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cohorts/new',
    component: lazyRouteComponent(() => import('./open-cohort-page.js'), 'OpenCohortPage'),
  }),
] as const;

export const boardRoute = createRoute({
  getParentRoute: () => cohortRoute,
  path: '/',
  validateSearch: boardSearchOf,
  component: lazyRouteComponent(() => import('./board-page.js'), 'BoardPage'),
});
