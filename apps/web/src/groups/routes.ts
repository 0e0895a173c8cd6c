import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cohortRoute } from '../cohorts/routes.js';
import { viewIn, type View } from './views.js';

export const groupsRoute = createRoute({
  getParentRoute: () => cohortRoute,
  path: '/groups',
  validateSearch: (search: Record<string, unknown>): { view?: View } => viewIn(search),
  component: lazyRouteComponent(() => import('./groups-page.js'), 'GroupsPage'),
});
