import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Action, hasRole, mayEver, type MembershipRole, Sessions } from '#libs/access';
import { problem } from '../problems/problem.exception.js';
import { rememberCaller } from './current-actor.decorator.js';
import { PUBLIC_ROUTE, ROUTE_ACTION, ROUTE_ROLES } from './route-access.decorator.js';
import { tokenOf } from './session-token.js';

/** Every route asks for a session unless it says that it is public. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, places)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const token = tokenOf(request);
    if (token === null) throw problem('access.unauthenticated');
    const caller = await this.sessions.callerOf(token);
    if (!caller) throw problem('access.session_expired');
    const action = this.reflector.getAllAndOverride<Action | undefined>(ROUTE_ACTION, places);
    if (action && !mayEver(caller, action)) throw problem('access.forbidden');
    const roles = this.reflector.getAllAndOverride<MembershipRole[]>(ROUTE_ROLES, places);
    if (roles && !hasRole(caller, ...roles)) throw problem('access.forbidden');
    rememberCaller(request, caller);
    return true;
  }
}
