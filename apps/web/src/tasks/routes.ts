import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';

export const taskRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    component: lazyRouteComponent(() => import('./tasks-page.js'), 'TasksPage'),
  }),
] as const;
