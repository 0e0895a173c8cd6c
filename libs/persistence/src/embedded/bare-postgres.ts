import { prepareServer } from './embedded-postgres.js';
import { readLock, url } from './running-server.js';
import { startServer, stopServer } from './server.js';

export interface BarePostgresOptions {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** More for the server's environment, such as a clock of its own. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A server that its owner stops, kills and starts as he likes; nobody else may use its folder. For tests of failures. */
export interface BarePostgres {
  connectionString(database: string): string;
  start(): Promise<void>;
  /** Ends open connections and waits until it is gone. */
  stop(): Promise<void>;
  /** As a machine that loses its power: nothing is written any more. */
  kill(): Promise<void>;
}

/** Started, with durable commits: what it said was committed must be there after a kill. */
export async function barePostgres(options: BarePostgresOptions): Promise<BarePostgres> {
  const place = await prepareServer(options);
  let port = await startServer(place, true, options.environment);
  return {
    connectionString: (database) => url(place.folder, port, database),
    start: async () => {
      port = await startServer(place, true, options.environment);
    },
    stop: () => stopServer(place),
    kill: async () => {
      const lock = await readLock(place.folder);
      if (!lock) return;
      process.kill(lock.pid, 'SIGKILL');
      // Until nobody has the number any more: Postgres itself would take a dead but unburied process for a living one.
      while (isThere(lock.pid)) await new Promise((wake) => setTimeout(wake, 20));
    },
  };
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
