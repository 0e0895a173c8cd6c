import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { isPostgres } from './is-postgres.js';
import { ensureDatabase, startEmbeddedPostgres, type EmbeddedPostgres } from './index.js';

/** The launcher as another process sees it: built beside the run's own server by test/jest/start-postgres.js. */
const launcher = pathToFileURL(join(process.cwd(), 'dist/libs/persistence/src/embedded/index.js')).href;

const query = async (connectionString: string, sql: string) => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

const serverPid = async (server: EmbeddedPostgres) =>
  Number.parseInt(await readFile(join(server.dataDir, 'cluster', 'postmaster.pid'), 'utf8'), 10);

describe('the embedded Postgres', () => {
  let home: string;
  let dataDir: string;
  const running = new Set<EmbeddedPostgres>();
  const children = new Set<ChildProcess>();

  const start = async () => {
    const server = await startEmbeddedPostgres({ dataDir, fsync: false, log: () => undefined });
    running.add(server);
    return server;
  };

  /** Starts the server from a process of its own, which then waits to be killed. */
  const startElsewhere = async () => {
    const script = `
      import { startEmbeddedPostgres } from ${JSON.stringify(launcher)};
      await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, fsync: false, log: () => {} });
      console.log('ready');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.add(child);
    await once(child.stdout, 'data');
    return child;
  };

  const kill = async (child: ChildProcess) => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'titian-launcher-'));
    // mkdtemp closes the folder to all but us; the server may run as another user.
    await chmod(home, 0o711);
    dataDir = join(home, 'postgres');
  });

  afterEach(async () => {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) await kill(child);
    for (const server of running) await server.stop();
    children.clear();
    running.clear();
    await rm(home, { recursive: true, force: true });
  });

  it('starts on an empty folder, keeps what was written, and is gone after stop', async () => {
    const first = await start();
    expect(first.reused).toBe(false);
    await ensureDatabase(first, 'titian');
    await Promise.all([ensureDatabase(first, 'twice'), ensureDatabase(first, 'twice')]);
    await query(first.connectionString(), `create table stone as select 'kept' as name`);
    const pid = await serverPid(first);
    await first.stop();
    await first.stop();
    expect(isPostgres(pid)).toBe(false);

    const second = await start();
    expect(second.reused).toBe(false);
    expect(second.adminUrl).toBe(first.adminUrl);
    expect(await query(second.connectionString(), 'select name from stone')).toEqual([{ name: 'kept' }]);
  });

  it('listens on the loopback only and lets nobody in without the password', async () => {
    const server = await start();
    expect(await query(server.adminUrl, 'show listen_addresses')).toEqual([
      { listen_addresses: '127.0.0.1' },
    ]);
    const open = new URL(server.adminUrl);
    open.password = 'guess';
    await expect(query(open.href, 'select 1')).rejects.toThrow('password authentication failed');
    if (process.platform !== 'win32') {
      expect((await stat(join(server.dataDir, 'password'))).mode & 0o777).toBe(0o600);
    }
  });

  it('is found again after its starter was killed, and stopped by the one who found it', async () => {
    // 1. a process starts the server  2. it is killed  3. the server lives on  4. we reuse it  5. our stop ends it
    const starter = await startElsewhere();
    await kill(starter);
    const server = await start();
    expect(server.reused).toBe(true);
    expect(await query(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    const pid = await serverPid(server);
    await server.stop();
    expect(isPostgres(pid)).toBe(false);
  });

  it('is left to a living process that shares it', async () => {
    const other = await startElsewhere();
    const server = await start();
    const pid = await serverPid(server);
    await server.stop();
    expect(isPostgres(pid)).toBe(true);
    await kill(other);
    const last = await start();
    expect(last.reused).toBe(true);
    await last.stop();
    expect(isPostgres(pid)).toBe(false);
  });

  it('starts after the server itself was killed', async () => {
    const server = await start();
    await ensureDatabase(server, 'titian');
    const pid = await serverPid(server);
    process.kill(pid, 'SIGKILL');
    const next = await start();
    expect(next.reused).toBe(false);
    expect(await query(next.connectionString(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts over a lock file whose process number now belongs to another program', async () => {
    const server = await start();
    const lockFile = join(server.dataDir, 'cluster', 'postmaster.pid');
    const stale = await readFile(lockFile, 'utf8');
    await server.stop();
    await writeFile(lockFile, stale.replace(/^\d+/, String(process.pid)));
    const next = await start();
    expect(next.reused).toBe(false);
    expect(await query(next.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('serves two processes that start on an empty folder at once', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.adminUrl).toBe(other.adminUrl);
    expect([one.reused, other.reused].sort()).toEqual([false, true]);
  });
});
