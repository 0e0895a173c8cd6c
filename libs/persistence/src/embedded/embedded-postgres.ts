import { findBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { openDataFolder } from './data-folder.js';
import { databaseUser } from './database-user.js';
import { holdServer } from './hold.js';
import { findRunningServer, url } from './running-server.js';
import { startServer, stopServer, type ServerPlace } from './server.js';

export interface EmbeddedPostgresOptions {
  /** The database's own folder, e.g. `.titian/postgres`. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Off only for data that may be lost, as in tests. */
  readonly fsync?: boolean;
}

export interface EmbeddedPostgres {
  connectionString(database?: string): string;
  /** The maintenance database, as superuser. */
  readonly adminUrl: string;
  /** Where the data really is: another folder than asked for when the database's user could not reach that one. */
  readonly dataDir: string;
  /** True when a server already ran on the folder, left behind by a killed process or shared with a living one. */
  readonly reused: boolean;
  /** Stops the server, unless another process still uses it. Close your own connections first. */
  stop(): Promise<void>;
}

/**
 * A real Postgres without anything to install. The server is a process of its own that outlives a crash of ours;
 * whoever starts next on the same folder finds it again.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = await prepareServer(options);
  const { folder } = place;
  const { port, reused } = await findOrStart(place, options.fsync ?? true);
  const hold = await holdServer(url(folder, port, 'postgres'), options.log);

  let stopping: Promise<void> | undefined;
  const release = async () => {
    if (await hold.release()) await stopServer(place);
    else options.log('Another process still uses the embedded Postgres: it is left running.');
  };
  return {
    connectionString: (database = 'titian') => url(folder, port, database),
    adminUrl: url(folder, port, 'postgres'),
    dataDir: folder.path,
    reused,
    stop: () => (stopping ??= release()),
  };
}

/** Everything that a server needs before it starts. */
export async function prepareServer({
  dataDir,
  log,
}: Pick<EmbeddedPostgresOptions, 'dataDir' | 'log'>): Promise<ServerPlace> {
  const user = databaseUser();
  const folder = await openDataFolder(dataDir, user, log);
  const binaries = await findBinaries(folder.path, user);
  await ensureCluster(folder, binaries, user);
  return { folder, binaries, user };
}

async function findOrStart(place: ServerPlace, fsync: boolean): Promise<{ port: number; reused: boolean }> {
  const running = await findRunningServer(place.folder);
  if (running !== undefined) return { port: running, reused: true };
  try {
    return { port: await startServer(place, fsync), reused: false };
  } catch (error) {
    // Two processes may start at once: the one that lost uses the winner's server.
    const winner = await findRunningServer(place.folder);
    if (winner === undefined) throw error;
    return { port: winner, reused: true };
  }
}
