import { setTimeout as wait } from 'node:timers/promises';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable, of } from 'rxjs';
import type { ClaimOutcome, IdempotencyStore, StoredAnswer } from '#libs/access';
import { callerOf } from '../auth/current-actor.decorator.js';
import { CARRIES_SECRETS } from '../auth/route-access.decorator.js';
import { localeOf } from '../http/locale-of.js';
import { problem } from '../problems/problem.exception.js';
import { type ProblemRenderer, RenderedProblem } from '../problems/problem-renderer.js';
import { fingerprintOf } from './fingerprint.js';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const KEPT_HEADERS = ['location', 'etag'];
const LEASE_MS = 30_000;
const POLL_MS = 50;

export interface IdempotencyOptions {
  /** How long a repeat waits for the first before it is told to come again. */
  patienceMs: number;
}

/** Every write with an Idempotency-Key runs once per account and key; a repeat is answered as the first was. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly store: IdempotencyStore,
    private readonly renderer: ProblemRenderer,
    private readonly options: IdempotencyOptions = { patienceMs: 10_000 },
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const key = request.header('Idempotency-Key');
    const caller = callerOf(request);
    // Without a caller there is no scope: those are the sessions, which make a new token each time on purpose.
    if (key === undefined || caller === null || !WRITES.has(request.method)) return next.handle();
    if (this.reflector.get<boolean>(CARRIES_SECRETS, context.getHandler())) return next.handle();
    if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw problem('idempotency.key_invalid');
    const claim = await this.claim(caller.accountId, key, fingerprintOf(request));
    if (claim.outcome === 'reused') throw problem('idempotency.key_reused');
    if (claim.outcome === 'running') throw problem('idempotency.in_progress');
    if (claim.outcome === 'answered') return replay(response, claim.answer);
    return from(this.run(claim.token, request, response, next));
  }

  private async claim(accountId: string, key: string, fingerprint: string): Promise<ClaimOutcome> {
    const patience = Date.now() + this.options.patienceMs;
    for (;;) {
      const at = new Date().toISOString();
      const claimed = await this.store.claim({ accountId, key, fingerprint, at, leaseUntil: leaseEnd() });
      if (claimed.outcome !== 'running' || Date.now() >= patience) return claimed;
      await wait(POLL_MS);
    }
  }

  private async run(
    token: string,
    request: Request,
    response: Response,
    next: CallHandler,
  ): Promise<unknown> {
    const renew = () => void this.store.renew(token, leaseEnd()).catch(() => undefined);
    const alive = setInterval(renew, LEASE_MS / 3).unref();
    try {
      const body = await this.outcome(token, request, next);
      // Outside of what is caught there: work that is done must not be given back for another run.
      await this.keep(token, response, body);
      return body;
    } finally {
      clearInterval(alive);
    }
  }

  private async outcome(token: string, request: Request, next: CallHandler): Promise<unknown> {
    try {
      return await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (thrown) {
      throw await this.keepRefusal(token, request, thrown);
    }
  }

  private async keep(token: string, response: Response, body: unknown): Promise<void> {
    // A stream can't be stored; a write that answers with one must be repeatable by itself.
    if (body instanceof StreamableFile) return this.store.release(token);
    await this.store.answer(token, {
      status: response.statusCode,
      headers: Object.fromEntries(
        KEPT_HEADERS.flatMap((name) =>
          response.hasHeader(name) ? [[name, String(response.getHeader(name))]] : [],
        ),
      ),
      body: body === undefined || body === null ? null : JSON.stringify(body),
    });
  }

  private async keepRefusal(token: string, request: Request, thrown: unknown): Promise<RenderedProblem> {
    const rendered = this.renderer.render(thrown, localeOf(request));
    if (rendered.status >= 500) await this.store.release(token);
    else
      await this.store.answer(token, {
        status: rendered.status,
        headers: {},
        body: JSON.stringify(rendered),
      });
    return new RenderedProblem(rendered);
  }
}

function leaseEnd(): string {
  return new Date(Date.now() + LEASE_MS).toISOString();
}

function replay(response: Response, answer: StoredAnswer): Observable<unknown> {
  response.setHeader('Idempotency-Replayed', 'true');
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  const body: unknown = answer.body === null ? undefined : JSON.parse(answer.body);
  if (answer.status >= 400) throw new RenderedProblem(body as RenderedProblem['problem']);
  response.status(answer.status);
  return of(body);
}
