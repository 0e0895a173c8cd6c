import type { DataSource } from 'typeorm';

export interface SchemaState {
  /** Nothing was ever migrated here. */
  empty: boolean;
  /** Migrations of this release that did not run yet. */
  pending: string[];
  /** Migrations that this release does not know: a newer one was here. */
  unknown: string[];
}

/** Where a database's schema stands beside this release, for those who read it without changing it. */
export async function schemaState(dataSource: DataSource): Promise<SchemaState> {
  const known = dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name);
  const [table] = await dataSource.query<{ name: string | null }[]>(
    `select to_regclass('schema_migration') as name`,
  );
  if (!table?.name) return { empty: true, pending: known, unknown: [] };
  const rows = await dataSource.query<{ name: string }[]>('select name from schema_migration');
  const ran = new Set(rows.map(({ name }) => name));
  return {
    empty: ran.size === 0,
    pending: known.filter((name) => !ran.has(name)),
    unknown: [...ran].filter((name) => !known.includes(name)),
  };
}
