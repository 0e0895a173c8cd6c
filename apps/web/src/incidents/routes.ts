import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { incidentFilterOf } from './incident-filter.js';

/** What could not go on by itself, and what is done to many people at once. */
export const incidentRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/incidents',
    validateSearch: incidentFilterOf,
    component: lazyRouteComponent(() => import('./incidents-page.js'), 'IncidentsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/operations',
    component: lazyRouteComponent(() => import('./operations-page.js'), 'OperationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/operations/new',
    component: lazyRouteComponent(() => import('./new-operation-page.js'), 'NewOperationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/operations/$operation',
    component: lazyRouteComponent(() => import('./operation-page.js'), 'OperationPage'),
  }),
] as const;
