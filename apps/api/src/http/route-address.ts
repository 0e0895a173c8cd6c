import type { Request } from 'express';

const BELOW = '/api/v1';

/** The address of a route as it is declared, without what stands before all of them: `/organisations/:id/units`. */
export function routeAddress(request: Request): string {
  const path = (request as { route?: { path?: unknown } }).route?.path;
  return typeof path === 'string' ? path.replace(BELOW, '') : '';
}
