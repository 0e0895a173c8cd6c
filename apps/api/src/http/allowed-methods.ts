import { NotFoundException } from '@nestjs/common';
import type { Application, Request } from 'express';

/** What of Express's router is read: a route's methods, and whether its address fits. */
interface Layer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * The methods that an address takes, when a request found nothing there only because of its own; null for everything else.
 * Nest itself answers such a request with 404.
 */
export function methodsInstead(thrown: unknown, request: Request): string[] | null {
  if (!(thrown instanceof NotFoundException)) return null;
  // Whoever answers for unknown addresses is mounted below the prefix.
  const methods = methodsAt(request.app, request.baseUrl + request.path);
  return methods.length > 0 && !methods.includes(request.method) ? methods : null;
}

function methodsAt(app: Application, path: string): string[] {
  const layers = app.router.stack as unknown as Layer[];
  const known = new Set(
    layers
      .filter((layer) => layer.route && !layer.route.methods['_all'] && layer.match(path))
      .flatMap(({ route }) => Object.keys(route?.methods ?? {}))
      .map((method) => method.toUpperCase()),
  );
  if (known.has('GET')) known.add('HEAD');
  return METHODS.filter((method) => known.has(method));
}
