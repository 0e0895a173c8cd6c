import { execFileSync, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** The user the server runs as. Postgres refuses root, so root lends it another user's ids. */
export interface DatabaseUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const ID_OF = (flag: '-u' | '-g', name: string) =>
  Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

/** Undefined when we are an ordinary user (or on Windows): the server then runs as we do. */
export function databaseUser(): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      return { name, uid: ID_OF('-u', name), gid: ID_OF('-g', name) };
    } catch {
      // Not on this machine: the next name may be.
    }
  }
  throw new Error(
    'Postgres does not run as root, and neither the user "postgres" nor "nobody" exists here: start Titian as an ordinary user.',
  );
}

/** Whether that user can enter the folder. Asked of the system itself, which also knows of ACLs and mounts. */
export function canEnter(user: DatabaseUser | undefined, folder: string): boolean {
  if (!user) return true;
  const probe = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return probe.status === 0;
}

/** Whether the user can pass every folder above this one. */
export function canReach(user: DatabaseUser | undefined, path: string): boolean {
  return canEnter(user, dirname(path));
}
