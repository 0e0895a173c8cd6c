import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cohortRoute } from '../cohorts/routes.js';
import { root } from '../root-route.js';

export interface TimetableSearch {
  view?: 'week';
  /** A day of the week shown. */
  on?: string;
}

/** A cohort's sessions, and who came to one of them. */
export const timetableRoutes = [
  createRoute({
    getParentRoute: () => cohortRoute,
    path: '/timetable',
    validateSearch: ({ view, on }: Record<string, unknown>): TimetableSearch => ({
      ...(view === 'week' && { view }),
      ...(typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) && { on }),
    }),
    component: lazyRouteComponent(() => import('./timetable-page.js'), 'TimetablePage'),
  }),
  createRoute({
    getParentRoute: () => cohortRoute,
    path: '/timetable/$session',
    component: lazyRouteComponent(() => import('./register-page.js'), 'RegisterPage'),
  }),
] as const;

/** What the reader attends and leads, over all cohorts. */
export const ownTimetableRoute = createRoute({
  getParentRoute: () => root,
  path: '/timetable',
  component: lazyRouteComponent(() => import('./own-page.js'), 'OwnTimetablePage'),
});
