import type { DataSource } from 'typeorm';
import { endLapsedRoles, type AuditTrail } from '#libs/access';
import { type Instant, localDateOf, opensAt, subtractPeriod, type Zone } from '#libs/calendar';
import { type Knowledge, remindersOn } from '#libs/knowledge';
import {
  accessStore,
  foldTallies,
  idempotencyStore,
  type OverBefore,
  signInStore,
  throwAway,
} from '#libs/persistence';
import { type Clock, type Log, systemClock } from '#libs/platform';

const EVERY_MS = 3_600_000;
const FOLD_EVERY_MS = 30_000;
const ROLES_EVERY_MS = 30_000;
const KEYS_KEPT_MS = 7 * 24 * 3_600_000;

/** Days are counted as at the seat of the programme's owner. */
const ZONE: Zone = 'Asia/Jakarta';

export interface HouseParts {
  dataSource: DataSource;
  knowledge: Pick<Knowledge, 'reminders'>;
  /** Business time. */
  clock: Clock;
  audit: AuditTrail;
  log: Log;
}

/**
 * Throws away, once an hour, sessions that are over, answers that nobody will ask for again, and what was told and done so
 * long ago that the policy keeps it no longer; sums up, twice a minute, what
 * units have appended to the counts of cohorts, and ends roles whose last day is over. Answers how to stop it.
 */
export function keepHouse({ dataSource: { manager }, knowledge, clock, audit, log }: HouseParts): () => void {
  const access = accessStore(manager);
  const idempotency = idempotencyStore(manager);
  const clean = async () => {
    const now = Date.now();
    await access.deleteExpiredSessions(new Date(now).toISOString());
    await signInStore(manager).tidy(new Date(now).toISOString());
    await idempotency.purge(new Date(now - KEYS_KEPT_MS).toISOString());
    const gone = await throwAway(manager, overBefore(knowledge, clock.now(), systemClock.now()));
    if (Object.values(gone).some((count) => count > 0)) log.info('what was over is thrown away', gone);
  };
  const every = (milliseconds: number, work: () => Promise<void>) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) => log.error('housekeeping failed', { error }));
    }, milliseconds);
    return timer.unref();
  };
  const endRoles = async () => {
    const count = await endLapsedRoles(access, audit, clock.now());
    if (count > 0) log.info('roles ended as planned', { count });
  };
  const timers = [
    every(EVERY_MS, clean),
    every(FOLD_EVERY_MS, () => foldTallies(manager)),
    every(ROLES_EVERY_MS, endRoles),
  ];
  return () => timers.forEach((timer) => clearInterval(timer));
}

/** Before which instants what is over goes, by the policy of the day. */
export function overBefore(knowledge: HouseParts['knowledge'], now: Instant, wall: Instant): OverBefore {
  const today = localDateOf(now, ZONE);
  const { inbox, letters, operations } = remindersOn(knowledge, today).kept;
  return {
    inbox: opensAt(subtractPeriod(today, inbox), ZONE),
    operations: opensAt(subtractPeriod(today, operations), ZONE),
    letters: opensAt(subtractPeriod(localDateOf(wall, ZONE), letters), ZONE),
  };
}
