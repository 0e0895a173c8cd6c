import { join } from 'node:path';
import pg from 'pg';
import { ensureDatabase, migrate, removeDatabase, startEmbeddedPostgres } from '#libs/persistence';
import type { Settings } from '#libs/platform';
import { PlainFailure } from '../plain-failure.js';

export interface SimulationDatabase {
  connectionString: string;
  /** In words, for whoever wants to look into it. */
  place: string;
  /** Call it when no connection is left; what was made for the simulation goes, unless it is to be kept. */
  end(keep: boolean): Promise<void>;
}

/**
 * A database of the simulation's own on the embedded server, or the one that is named, which must be empty. In its own
 * nothing is lost when the machine stops, for it is made anew each time: commits do not wait for the disk there.
 */
export async function openSimulationDatabase(
  { dataFolder }: Pick<Settings, 'dataFolder'>,
  named: string | null,
  log: (line: string) => void,
): Promise<SimulationDatabase> {
  if (named !== null) {
    await migrate(named);
    await refuseUsed(named);
    return { connectionString: named, place: 'the database that was named', end: async () => undefined };
  }
  const server = await startEmbeddedPostgres({ dataDir: join(dataFolder, 'postgres'), log });
  const name = `titian_simulation_${process.pid}`;
  const connectionString = server.connectionString(name);
  try {
    await ensureDatabase(server, name);
    await once(server.adminUrl, `alter database ${name} set synchronous_commit = off`);
    await migrate(connectionString);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    connectionString,
    place: `database ${name} in ${server.dataDir}`,
    end: async (keep) => {
      if (!keep) await removeDatabase(server, name);
      await server.stop();
    },
  };
}

async function refuseUsed(connectionString: string): Promise<void> {
  const rows = await once(connectionString, 'select from instance limit 1');
  if (rows > 0)
    throw new PlainFailure('The database holds journeys already: a simulation needs an empty one.');
}

async function once(connectionString: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
