import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { concatMap, type Observable, tap } from 'rxjs';
import { type AuditAct, type AuditTrail, type Caller, matterOf } from '#libs/access';
import { callerOf } from '../auth/current-actor.decorator.js';
import { routeAddress } from '../http/route-address.js';
import { AUDITED_ROUTES } from './audited-routes.js';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Longer bodies are named by their length. */
const MOST_LETTERS = 8_000;

/**
 * Puts on record what a request did, before it is answered, and whose data it showed, behind the answer. What an use case
 * has put on record itself is not written again; a repeated write was on record the first time.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(private readonly trail: AuditTrail) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const caller = callerOf(request);
    if (!caller) return next.handle();
    const address = addressOf(request);
    if (WRITES.has(request.method))
      return next.handle().pipe(
        concatMap(async (answer: unknown) => {
          await this.acted(caller, address, request, answer);
          return answer;
        }),
      );
    const route = AUDITED_ROUTES[address];
    if (!route || !('reading' in route)) return next.handle();
    const { reading, also } = route;
    return next.handle().pipe(
      tap(() => {
        // Its own failures are told by the trail; a reader is never refused for them.
        void this.trail.read(caller, readingsOf(reading)).catch(() => undefined);
        if (!also) return;
        const { query, params } = request;
        const object = { kind: also.kind, id: params['id'] === undefined ? reading : String(params['id']) };
        const after = { filter: query, people: matterOf()?.people.size ?? 0 };
        void this.trail
          .audit(caller, { action: also.act, object, org: matterOf()?.org ?? null, after })
          .catch(() => undefined);
      }),
    );
  }

  private async acted(caller: Caller, address: string, request: Request, answer: unknown): Promise<void> {
    const matter = matterOf();
    if (matter?.isAudited) return;
    const route = AUDITED_ROUTES[address] ?? { act: generalName(address), kind: 'request' };
    if (!('act' in route)) return;
    const { params, query, body } = request as { params: Record<string, string> } & Pick<Request, 'query'> & {
        body: unknown;
      };
    if ('unless' in route && route.unless?.(query, body)) return;
    const answered = 'id' in route && route.id !== undefined ? fieldOf(answer, route.id) : undefined;
    const id = answered ?? params['id'] ?? params['serial'] ?? caller.accountId;
    await this.trail.audit(caller, {
      action: route.act,
      object: { kind: route.kind, id },
      org: matter?.org ?? null,
      subject: onlyOne(matter?.people),
      reason: fieldOf(body, 'reason') ?? null,
      before: matter?.change?.before ?? null,
      // A route that nobody has looked at may take secrets: its body is left out.
      after:
        matter?.change?.after ?? (address in AUDITED_ROUTES ? asTold(body, params) : asTold(null, params)),
    });
  }
}

function addressOf(request: Request): string {
  return `${request.method} ${routeAddress(request)}`;
}

/** `POST /organisations/:id/units` is `organisations.units.post`. */
function generalName(address: string): string {
  const [method = '', path = ''] = address.split(' ');
  const parts = path.split('/').filter((part) => part !== '' && !part.startsWith(':'));
  return [...parts, method.toLowerCase()].join('.');
}

function readingsOf(action: string): AuditAct[] {
  return [...(matterOf()?.people ?? [])].map(([subject, { org, kind, id }]) => ({
    action,
    object: { kind, id },
    subject,
    org,
  }));
}

function onlyOne(people: ReadonlyMap<string, unknown> | undefined): string | null {
  return people?.size === 1 ? ([...people.keys()][0] ?? null) : null;
}

function fieldOf(value: unknown, name: string): string | undefined {
  const field = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof field === 'string' ? field : undefined;
}

/** What the caller asked for, without his reason, which has a place of its own. */
function asTold(body: unknown, { id: _id, ...params }: Record<string, string>): unknown {
  const told = { ...params, ...(typeof body === 'object' && body !== null ? body : {}) };
  const { reason: _reason, ...rest } = told as Record<string, unknown>;
  const letters = JSON.stringify(rest).length;
  return letters > MOST_LETTERS ? { letters } : rest;
}
