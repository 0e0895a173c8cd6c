import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { ADMIN } from './cluster.js';
import type { DataFolder } from './data-folder.js';
import { isPostgres } from './is-postgres.js';

/** What postmaster.pid says: line 1 the process, line 4 the port, line 8 the state. */
interface LockFile {
  readonly pid: number;
  readonly port: number;
  readonly text: string;
}

export const url = (folder: DataFolder, port: number, database: string) =>
  `postgresql://${ADMIN}:${encodeURIComponent(folder.password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

/** The port of a server that already runs on this folder, waiting for one that is just starting or stopping. */
export async function findRunningServer(folder: DataFolder, waitMs = 60_000): Promise<number | undefined> {
  const giveUp = Date.now() + waitMs;
  for (;;) {
    const lock = await readLock(folder);
    if (!lock) return undefined;
    if (await answers(folder, lock.port)) return lock.port;
    if (!isPostgres(lock.pid)) {
      await disownLock(folder, lock);
      return undefined;
    }
    if (Date.now() > giveUp) {
      throw new Error(
        `A Postgres (process ${lock.pid}) holds ${folder.path} but does not answer on port ${lock.port}: see ${folder.log}, or end that process.`,
      );
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

export async function readLock(folder: DataFolder): Promise<LockFile | undefined> {
  const text = await readFile(join(folder.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  return pid > 0 ? { pid, port: Number.parseInt(lines[3] ?? '', 10) || 0, text } : undefined;
}

/** A server is ours when it takes our password and serves this very folder: the port may long belong to another. */
async function answers(folder: DataFolder, port: number): Promise<boolean> {
  if (port === 0) return false;
  const client = new pg.Client({
    connectionString: url(folder, port, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    return samePath(rows[0]?.folder, folder.cluster);
  } catch {
    // Refused, starting up, or somebody else's server: not one to use now.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const samePath = (a: string | undefined, b: string) => a?.replaceAll('\\', '/') === b.replaceAll('\\', '/');

/** No system gives out this process number. */
const NOBODYS_PID = 999_999_999;

/**
 * Postgres refuses a lock file whose process is alive, even when that is our own shell with a recycled number. The file stays,
 * with a number that cannot live: Postgres then still checks for left-behind backends by the shared memory the file names.
 */
async function disownLock(folder: DataFolder, lock: LockFile): Promise<void> {
  const current = await readLock(folder);
  if (current?.text !== lock.text) return;
  await writeFile(join(folder.cluster, 'postmaster.pid'), lock.text.replace(/^-?\d+/, String(NOBODYS_PID)));
}
