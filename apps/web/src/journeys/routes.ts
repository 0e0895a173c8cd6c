import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { journeyFilterOf } from './journey-filter.js';

export const journeyRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/journeys',
    validateSearch: journeyFilterOf,
    component: lazyRouteComponent(() => import('./journeys-page.js'), 'JourneysPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/journeys/$id',
    component: lazyRouteComponent(() => import('./journey-page.js'), 'JourneyPage'),
  }),
] as const;
