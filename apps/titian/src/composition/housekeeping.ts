import type { DataSource } from 'typeorm';
import { accessStore, foldTallies, idempotencyStore } from '#libs/persistence';
import type { Log } from '#libs/platform';

const EVERY_MS = 3_600_000;
const FOLD_EVERY_MS = 30_000;
const KEYS_KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Throws away, once an hour, sessions that are over and answers that nobody will ask for again; sums up, twice a minute, what
 * units have appended to the counts of cohorts. Answers how to stop it.
 */
export function keepHouse({ manager }: DataSource, log: Log): () => void {
  const access = accessStore(manager);
  const idempotency = idempotencyStore(manager);
  const clean = async () => {
    const now = Date.now();
    await access.deleteExpiredSessions(new Date(now).toISOString());
    await idempotency.purge(new Date(now - KEYS_KEPT_MS).toISOString());
  };
  const every = (milliseconds: number, work: () => Promise<void>) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) => log.error('housekeeping failed', { error }));
    }, milliseconds);
    return timer.unref();
  };
  const timers = [every(EVERY_MS, clean), every(FOLD_EVERY_MS, () => foldTallies(manager))];
  return () => timers.forEach((timer) => clearInterval(timer));
}
