import type { DataSource } from 'typeorm';
import { createDataSource, migrate, migrations } from '#libs/persistence';
import { createEmptyDatabase, type TestDatabase } from '#libs/testing';

interface ColumnRow {
  table: string;
  column: string;
  nullable: boolean;
  type: string;
}

describe('migrate', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeEach(async () => {
    database = await createEmptyDatabase();
    dataSource = createDataSource({ connectionString: database.connectionString });
  });
  afterEach(async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.drop();
  });

  it('runs every migration once, also when four processes start at once', async () => {
    const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(database.connectionString)));
    expect(ran.flat().sort()).toEqual(migrations.map(({ name }) => name).sort());
    expect(await migrate(database.connectionString)).toEqual([]);
  });

  it('goes all the way back and forth again', async () => {
    await migrate(database.connectionString);
    await dataSource.initialize();
    for (const _ of migrations) await dataSource.undoLastMigration();
    const left = await dataSource.query<{ tablename: string }[]>(
      `select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`,
    );
    expect(left).toEqual([]);
    expect(await migrate(database.connectionString)).toHaveLength(migrations.length);
  });

  it('refuses a schema that is newer than this release, and changes nothing', async () => {
    await migrate(database.connectionString);
    await dataSource.initialize();
    await dataSource.query(
      `insert into schema_migration (timestamp, name) values (9999999999999, 'Later9999999999999')`,
    );
    await expect(migrate(database.connectionString)).rejects.toThrow('Later9999999999999');
  });

  it('lets no lock behind when it refuses', async () => {
    await migrate(database.connectionString);
    await dataSource.initialize();
    await dataSource.query(
      `insert into schema_migration (timestamp, name) values (9999999999999, 'Later9999999999999')`,
    );
    await expect(migrate(database.connectionString)).rejects.toThrow();
    await dataSource.query(`delete from schema_migration where timestamp = 9999999999999`);
    expect(await migrate(database.connectionString)).toEqual([]);
  });

  it('makes the tables that the entities describe: names, nullability and types', async () => {
    await migrate(database.connectionString);
    await dataSource.initialize();
    const rows = await dataSource.query<ColumnRow[]>(
      `select table_name as table, column_name as column, is_nullable = 'YES' as nullable,
         case when data_type = 'ARRAY' then substr(udt_name, 2) else data_type end as type
       from information_schema.columns where table_schema = 'public'`,
    );
    const described = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const actual = rows.filter(({ table }) => described.includes(table)).map(inWords);
    const expected = dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map((column) =>
        inWords({
          table: tableName,
          column: column.databaseName,
          nullable: column.isNullable,
          type: dataSource.driver.normalizeType(column),
        }),
      ),
    );
    expect(actual.sort()).toEqual(expected.sort());
  });
});

const LONG_NAMES: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  int4: 'integer',
  bool: 'boolean',
};

function inWords({ table, column, nullable, type }: ColumnRow): string {
  return `${table}.${column} ${LONG_NAMES[type] ?? type}${nullable ? ' null' : ''}`;
}
