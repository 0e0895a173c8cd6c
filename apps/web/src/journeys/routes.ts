import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';

export const journeyRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/journeys/$id',
    component: lazyRouteComponent(() => import('./journey-page.js'), 'JourneyPage'),
  }),
] as const;
