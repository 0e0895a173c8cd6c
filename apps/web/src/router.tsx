import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Home } from './shell/home.js';
import { NotFound } from './shell/not-found.js';
import { Shell } from './shell/shell.js';
import type { JourneyFilter } from './api/queries.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What stands in the address of a list of journeys: a link that can be sent. */
export function journeyFilterOf(search: Record<string, unknown>): JourneyFilter {
  const { cohort, state, agency, q } = search;
  return {
    ...(text(cohort) !== undefined && { cohort: text(cohort) }),
    ...(text(state) !== undefined && { state: text(state) }),
    ...(text(agency) !== undefined && { agency: text(agency) }),
    ...(text(q) !== undefined && { q: text(q) }),
    ...(search['overdue'] === true && { overdue: true }),
  };
}

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: Home }),
  createRoute({
    getParentRoute: () => root,
    path: '/cohorts',
    component: lazyRouteComponent(() => import('./cohorts/cohorts-page.js'), 'CohortsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cohorts/$id',
    component: lazyRouteComponent(() => import('./cohorts/board-page.js'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/journeys',
    validateSearch: journeyFilterOf,
    component: lazyRouteComponent(() => import('./journeys/journeys-page.js'), 'JourneysPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/journeys/$id',
    component: lazyRouteComponent(() => import('./journeys/journey-page.js'), 'JourneyPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    component: lazyRouteComponent(() => import('./tasks/tasks-page.js'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inbox',
    component: lazyRouteComponent(() => import('./inbox/inbox-page.js'), 'InboxPage'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([...routes]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
