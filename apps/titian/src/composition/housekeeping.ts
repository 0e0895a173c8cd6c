import type { DataSource } from 'typeorm';
import { accessStore, idempotencyStore } from '#libs/persistence';
import type { Log } from '#libs/platform';

const EVERY_MS = 3_600_000;
const KEYS_KEPT_MS = 7 * 24 * 3_600_000;

/** Throws away, once an hour, sessions that are over and answers that nobody will ask for again. Answers how to stop it. */
export function keepHouse({ manager }: DataSource, log: Log): () => void {
  const access = accessStore(manager);
  const idempotency = idempotencyStore(manager);
  const clean = async () => {
    const now = Date.now();
    await access.deleteExpiredSessions(new Date(now).toISOString());
    await idempotency.purge(new Date(now - KEYS_KEPT_MS).toISOString());
  };
  const timer = setInterval(() => {
    clean().catch((error: unknown) => log.error('housekeeping failed', { error }));
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
