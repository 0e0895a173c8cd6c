import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import type { FailureLedger } from '#libs/access';
import { poolOf } from '../engine/connection.js';

/** As the migration names it; the limiter is told that it is there. */
const TABLE = 'sign_in_failure';
/** After a day without a failure everything is forgotten. */
const REMEMBERED_SECONDS = 24 * 3600;

/** Counts and waits in the record, so that every process knows of them. */
export function failureLedger(dataSource: DataSource): FailureLedger {
  // Made with the first use: the pool is there once the data source is connected.
  let limiters: { counts: RateLimiterPostgres; waits: RateLimiterPostgres } | null = null;
  const both = () =>
    (limiters ??= { counts: limiterOn(dataSource, 'count'), waits: limiterOn(dataSource, 'wait') });
  return {
    async waitOf(key) {
      return (await both().waits.get(key))?.msBeforeNext ?? 0;
    },
    async count(key) {
      return (await both().counts.penalty(key)).consumedPoints;
    },
    async wait(key, seconds) {
      await both().waits.block(key, seconds);
    },
    async clear(key) {
      // Nearly always there is nothing: whoever signs in well seldom failed before.
      const counted = await both().counts.get(key);
      if (counted) await Promise.all([both().counts.delete(key), both().waits.delete(key)]);
    },
  };
}

function limiterOn(dataSource: DataSource, keyPrefix: string): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: poolOf(dataSource),
    storeType: 'pool',
    tableName: TABLE,
    tableCreated: true,
    // Housekeeping does it.
    clearExpiredByTimeout: false,
    keyPrefix,
    points: 1,
    duration: REMEMBERED_SECONDS,
  });
}
