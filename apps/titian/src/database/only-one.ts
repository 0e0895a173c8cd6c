import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { PlainFailure } from '../plain-failure.js';

/** Any number, the same for all: whoever holds it moves the sandbox's clock. */
const SANDBOX_LOCK = 7_471_850;

/** A database may need a moment to see that the connection of a killed process is gone. */
const TRIES = 20;
const PAUSE_MS = 150;

/**
 * A sandbox belongs to one process, which keeps its clock: a second one would go by a clock of its own. The lock is the
 * connection's, so that a killed process lets go of it too. Answers how to let go.
 */
export async function claimSandbox(dataSource: DataSource): Promise<() => Promise<void>> {
  const holder = dataSource.createQueryRunner();
  if (!(await claimed(holder))) {
    await holder.release();
    throw new PlainFailure(
      'Another Titian runs this sandbox: stop it first, or give this one a TITIAN_DATA of its own.',
    );
  }
  return async () => {
    await holder.query('select pg_advisory_unlock($1)', [SANDBOX_LOCK]);
    await holder.release();
  };
}

async function claimed(holder: QueryRunner): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await wait(PAUSE_MS);
    const [row] = (await holder.query('select pg_try_advisory_lock($1) as held', [SANDBOX_LOCK])) as Held[];
    if (row?.held === true) return true;
  }
  return false;
}

interface Held {
  held: boolean;
}
