import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { type Action, permissionOf, unnamedIn } from '#libs/access';
import { PUBLIC_ROUTE, ROUTE_ACTION } from './route-access.decorator.js';

type Handler = (...given: never[]) => unknown;

/**
 * A route that says neither what it does, in the words of the matrix of permissions, nor that it is public, is a mistake
 * that nobody would notice, and so is one that writes, or reads past the policies, where nobody has said what its address names:
 * the API does not start with one.
 *
 * @throws Error that names them all.
 */
export function requireDeclared(app: INestApplication): void {
  const routes = routesOf(app);
  const undeclared = routes.filter(({ isPublic, action }) => !isPublic && action === undefined);
  if (undeclared.length > 0)
    throw new Error(
      `routes without an action of the matrix (@May) that are not @Public: ${namesOf(undeclared)}`,
    );
  const unheld = routes.filter(
    ({ isPublic, method, action }) =>
      !isPublic && action && (method !== RequestMethod.GET || permissionOf(action).rows === 'engine'),
  );
  const unnamed = unheld.filter(({ address }) => unnamedIn(address).length > 0);
  if (unnamed.length > 0)
    throw new Error(`routes of which nobody has said what their addresses name: ${namesOf(unnamed)}`);
}

interface DeclaredRoute {
  /** As `Controller.handler`. */
  name: string;
  address: string;
  method: RequestMethod;
  isPublic: boolean;
  action: Action | undefined;
}

const namesOf = (routes: readonly DeclaredRoute[]) =>
  routes.map(({ name, address }) => `${name} (${address})`).join(', ');

function routesOf(app: INestApplication): DeclaredRoute[] {
  const reflector = app.get(Reflector);
  const controllers = [...app.get(ModulesContainer).values()].flatMap((one) => [...one.controllers.values()]);
  return controllers.flatMap(({ metatype, name }) => {
    if (typeof metatype !== 'function') return [];
    return handlersOf(metatype.prototype as object).map((handler) => {
      const said = <T>(key: string) => reflector.getAllAndOverride<T | undefined>(key, [handler, metatype]);
      const path = (of: object) => `/${String(Reflect.getMetadata(PATH_METADATA, of))}`;
      return {
        name: `${String(name)}.${handler.name}`,
        address: `${path(metatype)}${path(handler)}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, ''),
        method: Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod,
        isPublic: said<boolean>(PUBLIC_ROUTE) === true,
        action: said<Action>(ROUTE_ACTION),
      };
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
