import type { Request } from 'express';

const BELOW = '/api/v1';

/**
 * The address of a route as it is declared, without what stands before all of them: `/organisations/:id/units`.
 *
 * @throws Error outside of a route: whoever guards by the address must not take that for one that names nothing.
 */
export function routeAddress(request: Request): string {
  const path = (request as { route?: { path?: unknown } }).route?.path;
  if (typeof path !== 'string') throw new Error('this request has come to no route');
  return path.replace(BELOW, '');
}
