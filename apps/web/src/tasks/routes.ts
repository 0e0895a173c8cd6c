import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { taskFilterOf } from './task-filter.js';

export const taskRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    validateSearch: taskFilterOf,
    component: lazyRouteComponent(() => import('./tasks-page.js'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks/$id',
    component: lazyRouteComponent(() => import('./task-page.js'), 'TaskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sessions/$id',
    component: lazyRouteComponent(() => import('./session-page.js'), 'SessionPage'),
  }),
] as const;
