import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Binaries } from './binaries.js';
import type { DatabaseUser } from './database-user.js';
import { give, keepPort, keptPort, type DataFolder } from './data-folder.js';
import { isPostgres } from './is-postgres.js';
import { runProgram } from './run-program.js';
import { readLock } from './running-server.js';

export interface ServerPlace {
  readonly folder: DataFolder;
  readonly binaries: Binaries;
  readonly user: DatabaseUser | undefined;
}

const ATTEMPTS = 5;

/** Starts the server on the port it had before, or on another free one, and waits until it takes connections. */
export async function startServer(
  place: ServerPlace,
  fsync: boolean,
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const { folder, binaries, user } = place;
  await writeFile(folder.log, '', { flag: 'a', mode: 0o600 });
  await give(folder.log, user);
  let reason = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = await freePort(attempt === 0 ? await keptPort(folder) : undefined);
    const args = [
      'start',
      '-w',
      '-t',
      '120',
      '-D',
      folder.cluster,
      '-l',
      folder.log,
      '-o',
      options(port, fsync),
    ];
    const { code, output } = await runProgram(binaries.pgCtl, args, user, folder.path, environment);
    if (code === 0) {
      await keepPort(folder, port);
      return port;
    }
    reason = `${output}\n${await tail(folder.log)}`;
    // Backends of a killed server need a moment to notice; a port may be taken between our look and the start.
    if (!/shared memory block|could not bind|Address already in use/.test(reason)) break;
    await new Promise((wake) => setTimeout(wake, 300));
  }
  throw new Error(`The embedded Postgres did not start in ${folder.path}: ${reason}`);
}

/** Ends open connections, writes a checkpoint and waits until the server is gone. */
export async function stopServer({ folder, binaries, user }: ServerPlace): Promise<void> {
  const lock = await readLock(folder);
  const args = ['stop', '-w', '-t', '60', '-m', 'fast', '-D', folder.cluster];
  const { code, output } = await runProgram(binaries.pgCtl, args, user, folder.path);
  // pg_ctl stop, running on a server that is already gone, fails too: that is what we wanted.
  if (code !== 0 && !/Is server running|does not exist|No such process/i.test(output)) {
    throw new Error(`The embedded Postgres in ${folder.path} did not stop: ${output}`);
  }
  // pg_ctl is content when the lock file is gone; the process lives a moment longer.
  const giveUp = Date.now() + 10_000;
  while (lock && isPostgres(lock.pid) && Date.now() < giveUp)
    await new Promise((wake) => setTimeout(wake, 10));
}

function options(port: number, fsync: boolean): string {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    // No socket file: its folder would have to be writable for the database's user, and short.
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** The wanted port if it is free, else one that the system picks. */
function freePort(wanted: number | undefined): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (wanted === undefined) fail(error);
      else freePort(undefined).then(done, fail);
    });
    probe.listen({ port: wanted ?? 0, host: '127.0.0.1' }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

async function tail(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').slice(-15).join('\n');
}
