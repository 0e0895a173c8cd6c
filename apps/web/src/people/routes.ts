import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { journeyFilterOf } from './journey-filter.js';

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/journeys',
    validateSearch: journeyFilterOf,
    component: lazyRouteComponent(() => import('./people-page.js'), 'PeoplePage'),
  }),
] as const;
