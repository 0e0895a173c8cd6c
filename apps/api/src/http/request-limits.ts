import type { NextFunction, Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { plainAddress } from '#libs/access';
import { problem, type ProblemException } from '../problems/problem.exception.js';

const SECONDS = 60;

/** How much one key may ask within a minute, in this process; null for no limit. */
export class RequestLimit {
  private readonly limiter: RateLimiterMemory | null;

  constructor(points: number) {
    this.limiter = points > 0 ? new RateLimiterMemory({ points, duration: SECONDS }) : null;
  }

  /** What is to be answered when it was too much. */
  async refusal(key: string): Promise<ProblemException | null> {
    if (!this.limiter) return null;
    try {
      await this.limiter.consume(key);
      return null;
    } catch (thrown) {
      if (!(thrown instanceof RateLimiterRes)) throw thrown;
      const seconds = Math.max(1, Math.ceil(thrown.msBeforeNext / 1000));
      return problem('request.too_many', { params: { seconds }, retryAfterSeconds: seconds });
    }
  }
}

/** The first limit of a request: before its body is read, by the address from which it comes. */
export function limitByAddress(requests: number) {
  const limit = new RequestLimit(requests);
  return (request: Request, _response: Response, next: NextFunction): void => {
    limit.refusal(plainAddress(request.ip ?? '')).then((refusal) => next(refusal ?? undefined), next);
  };
}
