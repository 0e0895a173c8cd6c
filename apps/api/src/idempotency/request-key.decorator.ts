import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { v4 as uuid } from 'uuid';
import { callerOf } from '../auth/current-actor.decorator.js';

/**
 * `@RequestKey() messageId: string`: the same UUID for every repeat of a write with the same Idempotency-Key, a new one
 * without. As message id it makes the engine's own inbox agree when a process died between the work and its answer.
 */
export const RequestKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<Request>();
  const key = request.header('Idempotency-Key');
  if (key === undefined) return uuid();
  const digest = createHash('sha256')
    .update(`${callerOf(request)?.accountId ?? ''}\n${key}`)
    .digest();
  return uuid({ random: digest.subarray(0, 16) });
});
