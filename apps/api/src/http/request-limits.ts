import type { NextFunction, Request, Response } from 'express';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { plainAddress } from '#libs/access';
import { problem, type ProblemException } from '../problems/problem.exception.js';

const SECONDS = 60;

/** Where requests are counted: `points` within `duration` seconds for each key, apart from other counts by its name. */
export type RequestCounts = (options: {
  keyPrefix: string;
  points: number;
  duration: number;
}) => Pick<RateLimiterAbstract, 'consume'>;

const countsOfProcess: RequestCounts = (options) => new RateLimiterMemory(options);

export interface CountedAs {
  /** What is counted: an address, an account. */
  name: string;
  /** For several processes together; unless given, this one counts for itself. */
  counts?: RequestCounts | undefined;
}

/** How much one key may ask within a minute; 0 points for no limit. */
export class RequestLimit {
  private readonly limiter: Pick<RateLimiterAbstract, 'consume'> | null;

  constructor(points: number, { name, counts = countsOfProcess }: CountedAs) {
    this.limiter = points > 0 ? counts({ keyPrefix: `requests-${name}`, points, duration: SECONDS }) : null;
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
export function limitByAddress(requests: number, counts?: RequestCounts) {
  const limit = new RequestLimit(requests, { name: 'address', counts });
  return (request: Request, _response: Response, next: NextFunction): void => {
    limit.refusal(plainAddress(request.ip ?? '')).then((refusal) => next(refusal ?? undefined), next);
  };
}
