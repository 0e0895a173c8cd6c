import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';

/** What is held on oneself, what others ask about theirs, and what may be kept no longer. */
export const privacyRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/account/data',
    component: lazyRouteComponent(() => import('./my-data-page.js'), 'MyDataPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/data-requests',
    component: lazyRouteComponent(() => import('./requests-page.js'), 'RequestsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/retention',
    component: lazyRouteComponent(() => import('./retention-page.js'), 'RetentionPage'),
  }),
] as const;
