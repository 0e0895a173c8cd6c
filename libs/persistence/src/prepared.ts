import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';
import { poolOf, run, type Statement } from './engine/connection.js';

/**
 * The rows of a statement that is planned once a connection, in the manager's own transaction if it has one. For small
 * statements that run all the time: planning them takes longer than carrying them out.
 */
export async function prepared<Row extends QueryResultRow>(
  { queryRunner, dataSource }: EntityManager,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  const on = queryRunner ? ((await queryRunner.connect()) as PoolClient) : poolOf(dataSource);
  return (await run<Row>(on, statement, values)).rows;
}
