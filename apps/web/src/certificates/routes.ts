import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cohortRoute } from '../cohorts/routes.js';
import { certificateFilterOf } from './certificate-filter.js';

/** What was issued to the people of a cohort. */
export const certificatesRoute = createRoute({
  getParentRoute: () => cohortRoute,
  path: '/certificates',
  validateSearch: certificateFilterOf,
  component: lazyRouteComponent(() => import('./certificates-page.js'), 'CertificatesPage'),
});
