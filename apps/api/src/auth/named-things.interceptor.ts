import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import {
  type Action,
  type Caller,
  type NamedRow,
  type NamedRows,
  namingsOf,
  permissionOf,
} from '#libs/access';
import { refused, type Refused } from '#libs/platform';
import { absence, prohibition, rowIdentityOf, writtenSerial } from '#libs/training';
import { isUuid } from '../fields/fields.js';
import { routeAddress } from '../http/route-address.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { callerOf } from './current-actor.decorator.js';
import { ROUTE_ACTION } from './route-access.decorator.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Before anything that writes begins, the record itself is asked, under the policies, whether all that the address names
 * is something that the caller may do this to: a use case that forgot to ask changes nothing of anybody else. Whether the
 * first answer may be given again is settled before: somebody may have let go of it by what he did.
 */
@Injectable()
export class NamedThingsInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly rows: NamedRows,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const caller = callerOf(request);
    const action = this.reflector.getAllAndOverride<Action | undefined>(ROUTE_ACTION, [
      context.getHandler(),
      context.getClass(),
    ]);
    // What is read past the policies is asked for beforehand too.
    if (caller && action && (!READS.has(request.method) || permissionOf(action).rows === 'engine'))
      await this.require(caller, action, rowsNamed(request, action));
    return next.handle();
  }

  private async require(caller: Caller, action: Action, rows: readonly NamedRow[]): Promise<void> {
    if (rows.length === 0 || (await this.rows.shows(rowIdentityOf(caller, action), rows))) return;
    accepted(await this.refusal(caller, action, rows));
  }

  /** Of the first that is not the caller's: what keeps him from it. */
  private async refusal(caller: Caller, action: Action, rows: readonly NamedRow[]): Promise<Refused> {
    const found = permissionOf(action).found as Action | undefined;
    for (const row of rows) {
      if (await this.rows.shows(rowIdentityOf(caller, action), [row])) continue;
      const isFound = found !== undefined && (await this.rows.shows(rowIdentityOf(caller, found), [row]));
      return isFound ? prohibition(row.thing) : absence(row.thing);
    }
    return refused('request.not_found');
  }
}

function rowsNamed(request: Request, action: Action): NamedRow[] {
  const given = (param: string) => String(request.params[param] ?? '');
  return namingsOf(routeAddress(request), action).map(({ thing, param, within }) => {
    if (thing === 'certificate') return { thing, id: writtenSerial(given(param)), within: null };
    const ids = [param, ...(within === null ? [] : [within])].map(given);
    if (!ids.every(isUuid)) throw problem('request.not_found');
    return { thing, id: given(param), within: within === null ? null : given(within) };
  });
}
