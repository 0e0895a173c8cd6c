import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { RequestCounts } from '../../../api/src/index.js';

export interface SharedCounts {
  counts: RequestCounts;
  close(): void;
}

/** Longer nobody is kept waiting for a count. */
const PATIENCE_MS = 500;
const LONGEST_RETRY_MS = 2_000;

/**
 * Requests counted in Redis, by all processes together. While it is away, or slow, each process counts for itself: nobody
 * is turned away, and nobody waits, because of it.
 */
export function sharedCounts(redisUrl: string): SharedCounts {
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE_MS,
    connectTimeout: LONGEST_RETRY_MS,
    retryStrategy: (times) => Math.min(times * 100, LONGEST_RETRY_MS),
  });
  // Whether it answers is told by `/ready`; a limit that is a little wide meanwhile is nobody's alarm.
  redis.on('error', () => undefined);
  return {
    counts: ({ keyPrefix, ...limit }) =>
      new RateLimiterRedis({
        ...limit,
        storeClient: redis,
        keyPrefix: `titian:${keyPrefix}`,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory({ keyPrefix, ...limit }),
      }),
    close: () => redis.disconnect(),
  };
}
