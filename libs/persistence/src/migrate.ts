import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';

/** TypeORM has no lock of its own: two processes that start at once would both run the same migration. */
const MIGRATION_LOCK = 7_471_849;

/** The database was migrated by a newer release than this one. */
export class NewerSchemaError extends Error {
  constructor(readonly unknown: string[]) {
    super(
      `The database has migrations that this release does not know (${unknown.join(', ')}). ` +
        'Start the newer release again, or restore a backup taken before it.',
    );
    this.name = 'NewerSchemaError';
  }
}

/**
 * Brings the schema up to date, one process at a time; answers the names of the migrations that ran.
 *
 * @throws NewerSchemaError before anything is changed.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  // Two connections: one holds the lock while TypeORM migrates on the other.
  const dataSource = createDataSource({ connectionString, poolSize: 2, applicationName: 'titian-migrate' });
  await dataSource.initialize();
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(dataSource);
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await holder.release();
    await dataSource.destroy();
  }
}

async function refuseNewer(dataSource: DataSource): Promise<void> {
  const [table] = await dataSource.query<{ name: string | null }[]>(
    `SELECT to_regclass('schema_migration') AS name`,
  );
  if (!table?.name) return;
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM schema_migration ORDER BY id');
  const known = new Set(dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name));
  const unknown = rows.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerSchemaError(unknown);
}
