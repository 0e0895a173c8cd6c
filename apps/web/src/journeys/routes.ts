import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { journeySearchOf } from './past-day.js';

export const journeyRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/mine',
    component: lazyRouteComponent(() => import('./mine-page.js'), 'MinePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/journeys/$id',
    validateSearch: journeySearchOf,
    component: lazyRouteComponent(() => import('./journey-page.js'), 'JourneyPage'),
  }),
] as const;
