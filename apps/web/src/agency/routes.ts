import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';

interface TalentFilter {
  outcome?: 'met' | 'notMet';
  expired?: true;
}

export function talentFilterOf({ outcome, expired }: Record<string, unknown>): TalentFilter {
  return {
    ...((outcome === 'met' || outcome === 'notMet') && { outcome }),
    ...(expired === true && { expired }),
  };
}

export const agencyRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/agency',
    component: lazyRouteComponent(() => import('./agency-page.js'), 'AgencyPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/agency/talents',
    validateSearch: talentFilterOf,
    component: lazyRouteComponent(() => import('./talents-page.js'), 'TalentsPage'),
  }),
] as const;
