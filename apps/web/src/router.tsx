import { createRoute, createRouter } from '@tanstack/react-router';
import { accountRoutes } from './account/routes.js';
import { accountsRoutes } from './accounts/routes.js';
import { administrationRoutes } from './administration/routes.js';
import { agencyRoutes } from './agency/routes.js';
import { assessmentRoutes } from './assessments/routes.js';
import { auditRoute } from './audit/routes.js';
import { boardRoute, cohortRoute, cohortRoutes } from './cohorts/routes.js';
import { certificatesRoute } from './certificates/routes.js';
import { datesRoute } from './dates/routes.js';
import { evaluationRoute } from './evaluation/routes.js';
import { enrolmentRoutes } from './enrolment/routes.js';
import { groupsRoute } from './groups/routes.js';
import { incidentRoutes } from './incidents/routes.js';
import { inboxRoutes } from './inbox/routes.js';
import { journeyRoutes } from './journeys/routes.js';
import { Failure } from './parts/answer.js';
import { peopleRoutes } from './people/routes.js';
import { placementsRoute } from './placements/routes.js';
import { privacyRoutes } from './privacy/routes.js';
import { root } from './root-route.js';
import { Home } from './shell/home.js';
import { verdictsRoute } from './verdicts/routes.js';
import { taskRoutes } from './tasks/routes.js';
import { ownTimetableRoute, timetableRoutes } from './timetable/routes.js';

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const routeTree = root.addChildren([
  home,
  ...cohortRoutes,
  cohortRoute.addChildren([
    boardRoute,
    ...enrolmentRoutes,
    placementsRoute,
    groupsRoute,
    evaluationRoute,
    verdictsRoute,
    certificatesRoute,
    datesRoute,
    ...timetableRoutes,
  ]),
  ...journeyRoutes,
  ...peopleRoutes,
  ...taskRoutes,
  ...assessmentRoutes,
  ...agencyRoutes,
  ...accountRoutes,
  ...administrationRoutes,
  ...inboxRoutes,
  ownTimetableRoute,
  ...incidentRoutes,
  ...accountsRoutes,
  ...privacyRoutes,
  auditRoute,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  // What a page could not draw is told like every other failure, in the reader's language.
  defaultErrorComponent: ({ error, reset }) => (
    <Failure error={error instanceof Error ? error : new Error(String(error))} again={reset} />
  ),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
