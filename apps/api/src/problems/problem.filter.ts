import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { methodsInstead } from '../http/allowed-methods.js';
import { localeOf } from '../http/locale-of.js';
import { problem, ProblemException } from './problem.exception.js';
import type { ProblemRenderer } from './problem-renderer.js';
import { sendProblem } from './send-problem.js';

function methodNotAllowed(method: string, allowed: string[]) {
  return problem('request.method_not_allowed', { params: { method, allowed: allowed.join(', ') } });
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly renderer: ProblemRenderer) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    // Half an answer is already on its way: nothing can be said any more but that it broke.
    if (response.headersSent) return void response.destroy();
    const request = http.getRequest<Request>();
    const allowed = methodsInstead(thrown, request);
    if (allowed) response.setHeader('Allow', allowed.join(', '));
    const wait = thrown instanceof ProblemException ? thrown.refusal.retryAfterSeconds : undefined;
    if (wait !== undefined) response.setHeader('Retry-After', String(wait));
    const refused = allowed ? methodNotAllowed(request.method, allowed) : thrown;
    sendProblem(response, this.renderer.render(refused, localeOf(request)));
  }
}
