import { DataSource } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

export interface DataSourceOptions {
  connectionString: string;
  /** Connections of this process; a unit holds one, an effect's handler that calls the engine a second. */
  poolSize?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
}

/** Not yet initialised; the schema comes from migrations only. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.connectionString,
    applicationName: options.applicationName ?? 'titian',
    poolSize: options.poolSize ?? 10,
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    parseInt8: true,
    extra: { options: '-c timezone=UTC' },
  });
}
