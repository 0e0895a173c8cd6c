import { join } from 'node:path';
import { ensureDatabase, startEmbeddedPostgres } from '#libs/persistence';
import type { Settings } from '#libs/platform';

export interface OpenDatabase {
  connectionString: string;
  /** Null when the database is somebody else's. */
  embedded: { adminUrl: string; dataFolder: string; reused: boolean } | null;
  /** Call it last: after it no connection works. */
  stop(): Promise<void>;
}

export const DATABASE = 'titian';

/** The database that DATABASE_URL names, or our own Postgres in the data folder. */
export async function openDatabase(
  { databaseUrl, dataFolder }: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  if (databaseUrl !== null) {
    return { connectionString: databaseUrl, embedded: null, stop: async () => undefined };
  }
  const server = await startEmbeddedPostgres({ dataDir: join(dataFolder, 'postgres'), log });
  try {
    await ensureDatabase(server, DATABASE);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    connectionString: server.connectionString(DATABASE),
    embedded: { adminUrl: server.adminUrl, dataFolder: server.dataDir, reused: server.reused },
    stop: () => server.stop(),
  };
}
