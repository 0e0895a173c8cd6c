import type { INestApplication } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { PUBLIC_ROUTE, ROUTE_ACTION, ROUTE_ROLES } from './route-access.decorator.js';

type Handler = (...given: never[]) => unknown;

/**
 * A route that says neither what it does, in the words of the matrix of permissions, nor that it is public, is a mistake
 * that nobody would notice: the API does not start with one.
 *
 * @throws Error that names them all.
 */
export function requireDeclared(app: INestApplication): void {
  const undeclared = undeclaredRoutes(app);
  if (undeclared.length > 0)
    throw new Error(
      `routes without an action of the matrix (@May) that are not @Public: ${undeclared.join(', ')}`,
    );
}

/** As `Controller.handler`. */
function undeclaredRoutes(app: INestApplication): string[] {
  const reflector = app.get(Reflector);
  const controllers = [...app.get(ModulesContainer).values()].flatMap((one) => [...one.controllers.values()]);
  return controllers.flatMap(({ metatype, name }) => {
    if (typeof metatype !== 'function') return [];
    return handlersOf(metatype.prototype as object).flatMap((handler) => {
      const declared = [PUBLIC_ROUTE, ROUTE_ACTION, ROUTE_ROLES].some(
        (key) => reflector.getAllAndOverride<unknown>(key, [handler, metatype]) !== undefined,
      );
      return declared ? [] : [`${String(name)}.${handler.name}`];
    });
  });
}

function handlersOf(prototype: object): Handler[] {
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    const isRoute =
      typeof handler === 'function' && Reflect.getMetadata(METHOD_METADATA, handler) !== undefined;
    return isRoute ? [handler as Handler] : [];
  });
}
