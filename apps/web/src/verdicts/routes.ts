import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cohortRoute } from '../cohorts/routes.js';

/** What the rule proposes about people, for another person to confirm. */
export const verdictsRoute = createRoute({
  getParentRoute: () => cohortRoute,
  path: '/verdicts',
  component: lazyRouteComponent(() => import('./verdicts-page.js'), 'VerdictsPage'),
});
