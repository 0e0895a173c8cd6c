import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { localeOf } from '../http/locale-of.js';
import type { ProblemRenderer } from './problem-renderer.js';
import { sendProblem } from './send-problem.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly renderer: ProblemRenderer) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    // Half an answer is already on its way: nothing can be said any more but that it broke.
    if (response.headersSent) return void response.destroy();
    sendProblem(response, this.renderer.render(thrown, localeOf(http.getRequest<Request>())));
  }
}
