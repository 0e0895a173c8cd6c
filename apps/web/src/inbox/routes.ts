import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';

export const inboxRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/inbox',
    component: lazyRouteComponent(() => import('./inbox-page.js'), 'InboxPage'),
  }),
] as const;
