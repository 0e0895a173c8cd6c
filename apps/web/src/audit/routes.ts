import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { auditFilterOf } from './audit-filter.js';

export const auditRoute = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditFilterOf,
  component: lazyRouteComponent(() => import('./audit-page.js'), 'AuditPage'),
});
