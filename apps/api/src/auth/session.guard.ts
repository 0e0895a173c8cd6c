import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import {
  type Action,
  type ApiTokens,
  type Caller,
  isApiToken,
  mayEver,
  permissionOf,
  type Sessions,
  type TokenScope,
} from '#libs/access';
import { currentRequest } from '#libs/platform';
import { rowIdentityOf } from '#libs/training';
import type { RequestLimit } from '../http/request-limits.js';
import { problem } from '../problems/problem.exception.js';
import { rememberCaller } from './current-actor.decorator.js';
import { comesFromOwnPage } from './own-origin.js';
import { PUBLIC_ROUTE, ROUTE_ACTION, TOKEN_SCOPE, WITHOUT_SECOND_FACTOR } from './route-access.decorator.js';
import { comesWithCookie, tokenOf } from './session-token.js';

export interface GuardParts {
  /** Told of rows that were found for somebody whom the record does not show them: a check was forgotten. */
  onHidden: (what: string, ids: string[]) => void;
  reflector: Reflector;
  sessions: Sessions;
  tokens: ApiTokens;
  publicUrl: string | null;
  /** Of one account, whatever its sessions and tokens. */
  limit: RequestLimit;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every route asks for a session, or the token of a program, unless it says that it is public. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly parts: GuardParts) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const isPublic = this.said<boolean>(context, PUBLIC_ROUTE) === true;
    this.refuseForeign(request, isPublic);
    if (isPublic) return true;
    const token = tokenOf(request);
    if (token === null) throw problem('access.unauthenticated');
    const caller = isApiToken(token)
      ? await this.byToken(context, request, token)
      : await this.bySession(context, token);
    const tooMany = await this.parts.limit.refusal(caller.accountId);
    if (tooMany) throw tooMany;
    const action = this.said<Action>(context, ROUTE_ACTION);
    if (action && !mayEver(caller, action)) throw problem('access.forbidden');
    rememberCaller(request, caller);
    if (READS.has(request.method) && action) this.readAs(caller, action);
    return true;
  }

  /**
   * From here on the request's questions are this caller's: the record shows him his own rows. Where they look past those
   * first, what they find is his as far as the record shows it to him afterwards.
   */
  private readAs(caller: Caller, action: Action): void {
    const request = currentRequest();
    const { rows } = permissionOf(action);
    if (!request || rows === 'engine') return;
    if (rows === undefined) request.rows = rowIdentityOf(caller);
    else request.heldTo = { rows: rowIdentityOf(caller), onHidden: this.parts.onHidden };
  }

  /** A change that comes with the cookie must come from a page of ours: SameSite alone trusts every neighbour's site. */
  private refuseForeign(request: Request, isPublic: boolean): void {
    if (READS.has(request.method)) return;
    const isOwn = comesFromOwnPage(request, this.parts.publicUrl);
    const isRefused = isPublic ? isOwn === false : comesWithCookie(request) && isOwn !== true;
    if (isRefused) throw problem('access.foreign_request');
  }

  private async bySession(context: ExecutionContext, token: string): Promise<Caller> {
    const caller = await this.parts.sessions.callerOf(token);
    if (!caller) throw problem('access.session_expired');
    if (this.said<boolean>(context, WITHOUT_SECOND_FACTOR) !== true) {
      if (await this.parts.sessions.owesSecondFactor(token)) throw problem('access.second_factor_owed');
    }
    return caller;
  }

  private async byToken(context: ExecutionContext, request: Request, token: string): Promise<Caller> {
    const found = await this.parts.tokens.callerOf(token);
    if (!found) throw problem('access.session_expired');
    // A program may no more than its owner may.
    if (found.owesSecondFactor) throw problem('access.second_factor_owed');
    const action = this.said<Action>(context, ROUTE_ACTION);
    // A token that leaked must not make others, nor keep its owner out.
    if (action === 'account.security') throw problem('access.token_barred');
    const scope = this.said<TokenScope>(context, TOKEN_SCOPE) ?? (READS.has(request.method) ? 'read' : null);
    if (scope === null) throw problem('access.token_barred');
    if (!found.scopes.includes(scope)) throw problem('access.token_scope', { params: { scope } });
    return found.caller;
  }

  private said<T>(context: ExecutionContext, what: string): T | undefined {
    return this.parts.reflector.getAllAndOverride<T | undefined>(what, [
      context.getHandler(),
      context.getClass(),
    ]);
  }
}
