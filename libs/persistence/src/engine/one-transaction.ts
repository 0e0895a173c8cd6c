import type { Pool, PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { inTransaction } from './connection.js';

/**
 * Does the work in one transaction that is kept only when `keep` says so. Stores built on the data source that the work
 * is given write into this transaction; a transaction of theirs is a savepoint within it. One statement at a time.
 */
export async function inOneTransaction<T>(
  dataSource: DataSource,
  work: (inside: DataSource) => Promise<T>,
  keep: (outcome: T) => boolean,
): Promise<T> {
  const dropped: { outcome: T }[] = [];
  try {
    return await inTransaction(dataSource, async (manager, client) => {
      if (!manager.queryRunner) throw new Error('a transaction without its query runner');
      const outcome = await work(insideOf(dataSource, manager.queryRunner, client));
      if (keep(outcome)) return outcome;
      dropped.push({ outcome });
      throw new Dropped();
    });
  } catch (error) {
    const [kept] = dropped;
    if (error instanceof Dropped && kept) return kept.outcome;
    throw error;
  }
}

/** Ends a transaction whose work said no; never seen outside. */
class Dropped extends Error {}

function insideOf(dataSource: DataSource, runner: QueryRunner, client: PoolClient): DataSource {
  const shared = sharedRunner(runner);
  const driver: unknown = Object.create(dataSource.driver, {
    master: { value: client satisfies Pick<Pool, 'query'> },
  });
  return Object.create(dataSource, {
    driver: { value: driver },
    manager: { value: runner.manager },
    createQueryRunner: { value: () => shared },
  }) as DataSource;
}

/** Whoever takes it gives it back; the connection stays until the transaction ends. */
function sharedRunner(runner: QueryRunner): QueryRunner {
  return new Proxy(runner, {
    get(target, key) {
      if (key === 'release') return () => Promise.resolve();
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
