import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { memberFilterOf, organisationFilterOf } from './filters.js';

/** Organisations with their units, and who is what in them. */
export const administrationRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/administration',
    validateSearch: organisationFilterOf,
    component: lazyRouteComponent(() => import('./administration-page.js'), 'AdministrationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration/$id',
    validateSearch: memberFilterOf,
    component: lazyRouteComponent(() => import('./organisation-page.js'), 'OrganisationPage'),
  }),
] as const;
