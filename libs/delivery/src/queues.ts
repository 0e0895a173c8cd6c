import { createHash } from 'node:crypto';
import type { Instant } from '#libs/calendar';

/** The two queues. Jobs carry addresses and ids only: whatever is known about people stays in Postgres. */
export const QUEUES = { deadlines: 'titian-deadlines', effects: 'titian-effects' } as const;

/** Every queue of Titian, for dashboards and metrics. */
export const QUEUE_NAMES: readonly string[] = Object.values(QUEUES);

/**
 * A shelf of deadlines: all that fall due within one minute and whose instances belong to one shard. A job names the
 * shelf, not what lies on it, so a deadline that moved away is not found and one that came later needs no job more.
 */
export interface Bucket {
  /** Start of the minute, UTC. */
  minute: Instant;
  /** 0 ≤ shard < of. */
  shard: number;
  of: number;
}

/** Outbox rows whose effects are to be carried out, by id. */
export interface EffectsJob {
  ids: string[];
}

/** The same shelf has the same job: handed over twice it waits once. */
export function bucketJobId({ minute, shard, of }: Bucket): string {
  return `${minute.slice(0, 16).replace(':', '')}Z.${shard}.${of}`;
}

/** The same rows have the same job. */
export function effectsJobId(ids: readonly string[]): string {
  return ids.length === 1
    ? (ids[0] as string)
    : createHash('sha256').update(ids.join()).digest('hex').slice(0, 32);
}
