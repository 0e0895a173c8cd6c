import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cohortRoute } from '../cohorts/routes.js';
import { kindIn, type ImportKind } from './kinds.js';

export const enrolmentRoutes = [
  createRoute({
    getParentRoute: () => cohortRoute,
    path: '/enrolment',
    validateSearch: (search: Record<string, unknown>): { kind?: ImportKind } => kindIn(search),
    component: lazyRouteComponent(() => import('./enrolment-page.js'), 'EnrolmentPage'),
  }),
  createRoute({
    getParentRoute: () => cohortRoute,
    path: '/enrolment/$import',
    component: lazyRouteComponent(() => import('./import-page.js'), 'ImportPage'),
  }),
] as const;
