import { spawn } from 'node:child_process';
import type { DatabaseUser } from './database-user.js';

export interface ProgramResult {
  readonly code: number | null;
  readonly output: string;
}

const LAST_WORDS_MS = 300;

/** Runs one of Postgres' own programs as the database's user. Waits for its exit only: a server it starts lives on. */
export function runProgram(
  program: string,
  args: readonly string[],
  user: DatabaseUser | undefined,
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ProgramResult> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd,
      // Nothing of PGDATA, PGPORT, LC_* may steer it; Ctrl-C in our terminal must not reach the server before we let go.
      env: {
        ...{ PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C', TZ: 'UTC' },
        ...environment,
      },
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    let output = '';
    const collect = (chunk: Buffer) => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', fail);
    child.once('exit', (code) => {
      // Output still in the pipes comes with 'close'; a server that inherited them would keep it from ever coming.
      const enough = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, LAST_WORDS_MS);
      child.once('close', () => {
        clearTimeout(enough);
        done({ code, output: output.trim() });
      });
    });
  });
}
