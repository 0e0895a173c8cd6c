import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** A statement with a name is planned once a connection. */
export interface Statement {
  name: string;
  text: string;
}

/** The pool under TypeORM: hot statements go straight to it, with TypeORM's own connections and limits. */
export function poolOf(dataSource: DataSource): Pool {
  const { master } = dataSource.driver as unknown as { master?: Pool };
  if (!master) throw new Error('The data source is not initialised.');
  return master;
}

export async function run<Row extends QueryResultRow>(
  on: Pool | PoolClient,
  statement: Statement,
  values: unknown[],
): Promise<QueryResult<Row>> {
  return on.query<Row>({ ...statement, values });
}

/** The manager is handed on, never ambient; the client beneath it serves the hot statements of the same transaction. */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager, client: PoolClient) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    const result = await work(runner.manager, client);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await rollback(runner);
    throw error;
  } finally {
    await runner.release();
  }
}

/** The same for a transaction whose first statements, the BEGIN among them, go in one round trip. */
export async function inTransactionBegunBy<T>(
  dataSource: DataSource,
  begin: string,
  work: (manager: EntityManager, client: PoolClient) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    try {
      await client.query(begin);
      const result = await work(runner.manager, client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

/** On a broken connection there is nothing left to roll back, and the first error is the one that counts. */
async function rollback(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  await runner.rollbackTransaction().catch(() => undefined);
}
