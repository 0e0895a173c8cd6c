import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import type { DatabaseUser } from './database-user.js';
import { give, type DataFolder } from './data-folder.js';
import { runProgram } from './run-program.js';

export const ADMIN = 'titian';

/** Creates the cluster on the first start. It gets its name only when initdb is through: a killed initdb leaves no half one. */
export async function ensureCluster(folder: DataFolder, binaries: Binaries, user: DatabaseUser | undefined) {
  if (await exists(join(folder.cluster, 'PG_VERSION'))) return refuseOtherVersion(folder, binaries);
  const half = `${folder.cluster}.${randomBytes(4).toString('hex')}`;
  const passwordFile = `${half}.password`;
  try {
    await mkdir(half, { mode: 0o700 });
    await give(half, user);
    await writeFile(passwordFile, folder.password, { mode: 0o600 });
    await give(passwordFile, user);
    await runInitdb(folder, binaries, user, half, passwordFile);
    await rename(half, folder.cluster).catch(async (error: unknown) => {
      // Another process that started with us was through first: its cluster is as good as ours.
      if (!(await exists(join(folder.cluster, 'PG_VERSION')))) throw error;
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(half, { recursive: true, force: true });
  }
}

async function runInitdb(
  folder: DataFolder,
  binaries: Binaries,
  user: DatabaseUser | undefined,
  pgData: string,
  passwordFile: string,
): Promise<void> {
  const args = [
    '-D',
    pgData,
    '-U',
    ADMIN,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  // Postgres' own C.UTF-8 sorts the same on every system; the locales of the system would not.
  const locale = ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const { code, output } = await runProgram(
    binaries.initdb,
    // Without syncing each file: a crash now means an initdb again, nothing is lost.
    [...args, ...locale, '--no-instructions', '--no-sync'],
    user,
    folder.path,
  );
  if (code !== 0) throw new Error(`initdb failed (${code}) for ${folder.path}: ${output}`);
}

async function refuseOtherVersion(folder: DataFolder, binaries: Binaries): Promise<void> {
  const stored = (await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  const major = binaries.version.split('.')[0];
  // Unreadable means owned by another user: the server's own message says that better.
  if (stored === '' || stored === major) return;
  throw new Error(
    `${folder.path} was written by Postgres ${stored}, this is Postgres ${major}: back up with the former version, or start with a fresh data folder.`,
  );
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
