import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { canReach, type DatabaseUser } from './database-user.js';

/** Where root keeps databases whose wanted folder the database's user cannot reach. */
const REACHABLE_HOME = '/var/lib/titian';

export interface DataFolder {
  readonly path: string;
  /** PGDATA itself, owned by the user the server runs as. */
  readonly cluster: string;
  readonly log: string;
  readonly password: string;
}

/** Creates (or finds again) the folder, elsewhere if it must be: `path` of the answer is what holds. */
export async function openDataFolder(
  wanted: string,
  user: DatabaseUser | undefined,
  say: (line: string) => void,
): Promise<DataFolder> {
  const path = await reachableFolder(resolve(wanted), user, say);
  return {
    path,
    cluster: join(path, 'cluster'),
    log: join(path, 'server.log'),
    password: await keptPassword(join(path, 'password')),
  };
}

async function reachableFolder(wanted: string, user: DatabaseUser | undefined, say: (line: string) => void) {
  await mkdir(wanted, { recursive: true });
  // Through whatever link it was named: the server is known again by its folder's one true name.
  wanted = await realpath(wanted);
  if (!user) {
    await chmod(wanted, 0o700);
    return wanted;
  }
  if (canReach(user, wanted)) {
    await chmod(wanted, 0o711);
    return wanted;
  }
  // The name is reckoned from the wanted one, so that the next start finds the same data.
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const path = join(REACHABLE_HOME, name);
  await mkdir(path, { recursive: true });
  await refuseForeign(path);
  await chmod(REACHABLE_HOME, 0o711);
  await chmod(path, 0o711);
  say(`The database's user "${user.name}" cannot reach ${wanted}: its data is kept in ${path}`);
  return path;
}

async function refuseForeign(path: string): Promise<void> {
  const found = await lstat(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${path} is not a folder of ours: remove it, or choose another data folder.`);
  }
}

async function keptPassword(file: string): Promise<string> {
  const fresh = randomBytes(24).toString('base64url');
  try {
    // 'wx': of two processes that start at once, one writes and the other reads.
    await writeFile(file, fresh, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(file, 'utf8')).trim();
  }
}

export async function keptPort(folder: DataFolder): Promise<number | undefined> {
  const text = await readFile(join(folder.path, 'port'), 'utf8').catch(() => '');
  const port = Number.parseInt(text, 10);
  return port > 0 && port < 65_536 ? port : undefined;
}

export async function keepPort(folder: DataFolder, port: number): Promise<void> {
  await writeFile(join(folder.path, 'port'), `${port}\n`);
}

/** Hands a file or folder to the user the server runs as. */
export async function give(path: string, user: DatabaseUser | undefined): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}
