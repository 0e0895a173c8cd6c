import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from '#libs/access';
import type { Locale } from '#libs/platform';
import { localeOf } from '../http/locale-of.js';

/** The caller of this request, with the language in which to answer. */
export interface CurrentCaller extends Caller {
  locale: Locale;
}

const callers = new WeakMap<Request, Caller>();

export function rememberCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

export function callerOf(request: Request): CurrentCaller | null {
  const caller = callers.get(request);
  return caller ? { ...caller, locale: localeOf(request) } : null;
}

/** `@CurrentActor() actor: CurrentCaller`. Never null behind the session guard. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<Request>()),
);

/** `@CurrentLocale() locale: Locale`, also on public routes. */
export const CurrentLocale = createParamDecorator((_: unknown, context: ExecutionContext) =>
  localeOf(context.switchToHttp().getRequest<Request>()),
);
