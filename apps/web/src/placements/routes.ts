import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cohortRoute } from '../cohorts/routes.js';
import { standingIn, type Standing } from './standings.js';

export const placementsRoute = createRoute({
  getParentRoute: () => cohortRoute,
  path: '/placements',
  validateSearch: (search: Record<string, unknown>): { standing?: Standing } => standingIn(search),
  component: lazyRouteComponent(() => import('./placements-page.js'), 'PlacementsPage'),
});
