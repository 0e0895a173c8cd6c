import type { Response } from 'express';
import type { Problem } from '#libs/platform';

export function sendProblem(response: Response, problem: Problem): void {
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="titian"');
  if (problem.code === 'idempotency.in_progress') response.setHeader('Retry-After', '1');
  if (problem.status === 503) response.setHeader('Retry-After', '5');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
