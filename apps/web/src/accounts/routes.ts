import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { accountFilterOf } from './account-filter.js';

/** Accounts, found among all that the reader keeps. */
export const accountsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/administration/accounts',
    validateSearch: accountFilterOf,
    component: lazyRouteComponent(() => import('./accounts-page.js'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration/accounts/$account',
    component: lazyRouteComponent(() => import('./account-page.js'), 'AccountPage'),
  }),
] as const;
