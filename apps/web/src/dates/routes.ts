import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cohortRoute } from '../cohorts/routes.js';

/** Moving a cohort's dates, with everything that hangs on them. */
export const datesRoute = createRoute({
  getParentRoute: () => cohortRoute,
  path: '/dates',
  component: lazyRouteComponent(() => import('./dates-page.js'), 'DatesPage'),
});
