import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../apps/titian/src/project-root.js';
import { titian, type TitianProcess } from './titian-process.js';

describe('titian start', () => {
  let folder: string;
  const running: TitianProcess[] = [];
  const start = (args: string[] = [], environment: Record<string, string> = {}) => {
    const process = titian(['start', ...args], { TITIAN_DATA: folder, ...environment });
    running.push(process);
    return process;
  };

  beforeAll(async () => {
    // Passable for the user that the database runs as.
    folder = await mkdtemp(join(tmpdir(), 'titian-start-'));
    spawnSync('chmod', ['755', folder]);
  });
  afterAll(async () => {
    for (const { child } of running) if (child.exitCode === null) child.kill('SIGINT');
    await Promise.all(running.map((one) => one.exited()));
    await rm(folder, { recursive: true, force: true });
  });

  const signIn = async (address: string) => {
    const answer = await fetch(`${address}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'lembaga', password: 'titian-sandbox' }),
    });
    return ((await answer.json()) as { token: string }).token;
  };
  const whoami = async (address: string, token: string) =>
    (await fetch(`${address}/api/v1/me`, { headers: { Authorization: `Bearer ${token}` } })).status;

  /** A server that is stopped has taken its lock file away. */
  const databaseRuns = async () =>
    (await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')) !== '';

  it('comes up with the sandbox, says where it is, goes on after a stop and after a kill, and begins anew when told', async () => {
    const first = start();
    const address = await first.address();
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    const token = await signIn(address);
    expect(await whoami(address, token)).toBe(200);
    expect(first.output()).toContain(`Data     ${join(folder, 'postgres')}`);
    expect(first.output()).toContain('Delivery BullMQ on Postgres');
    expect(first.output()).toMatch(/Accounts .*lembaga.* titian-sandbox/);

    first.child.kill('SIGINT');
    expect(await first.exited()).toBe(0);
    expect(await databaseRuns()).toBe(false);

    const second = start();
    expect(await whoami(await second.address(), token)).toBe(200);
    second.child.kill('SIGKILL');
    await second.exited();

    const third = start();
    expect(await whoami(await third.address(), token)).toBe(200);

    const companion = start();
    expect(await companion.exited()).toBe(1);
    expect(companion.output()).toContain('Another Titian runs this sandbox');
    const rival = start(['--fresh']);
    expect(await rival.exited()).toBe(1);
    expect(rival.output()).toContain('Another Titian uses the data');
    expect(await whoami(await third.address(), token)).toBe(200);
    third.child.kill('SIGTERM');
    expect(await third.exited()).toBe(0);

    const fresh = start(['--fresh']);
    const anew = await fresh.address();
    expect(await whoami(anew, token)).toBe(401);
    expect(await whoami(anew, await signIn(anew))).toBe(200);
    fresh.child.kill('SIGINT');
    expect(await fresh.exited()).toBe(0);
    expect(await databaseRuns()).toBe(false);
  });

  it('says that the port is taken, and leaves nothing behind', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as { port: number };
    const refused = start([], { PORT: String(port) });
    expect(await refused.exited()).toBe(1);
    expect(refused.output()).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(refused.output()).not.toContain('    at ');
    expect(await databaseRuns()).toBe(false);
    await new Promise((done) => taken.close(done));
  });

  it('names every bad setting at once', async () => {
    const refused = start([], { PORT: 'http', TITIAN_SANDBOX: 'perhaps' });
    expect(await refused.exited()).toBe(1);
    expect(refused.output()).toMatch(/PORT: .*\n.*TITIAN_SANDBOX: /);
  });

  it('names every fault of the configuration by file and path before anything starts', async () => {
    const config = join(folder, 'config');
    await cp(join(projectRoot(), 'config'), config, { recursive: true });
    await writeFile(join(config, 'posts', '2026.yaml'), 'version: 1\n');
    await writeFile(join(config, 'programmes', 'pka.yaml'), 'code: [');
    const refused = start([], { TITIAN_CONFIG: config });
    expect(await refused.exited()).toBe(1);
    expect(refused.output()).toContain('posts/2026.yaml');
    expect(refused.output()).toContain('programmes/pka.yaml');
    expect(await databaseRuns()).toBe(false);
  });

  it('does not clear a database that is not its own, and says when it can’t be reached', async () => {
    const elsewhere = {
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/none',
      TITIAN_SECRET: 'x'.repeat(32),
    };
    const fresh = start(['--fresh'], elsewhere);
    expect(await fresh.exited()).toBe(1);
    expect(fresh.output()).toContain('--fresh clears the embedded database only');
    const unreachable = start([], elsewhere);
    expect(await unreachable.exited()).toBe(1);
    expect(unreachable.output()).toContain('ECONNREFUSED');
    expect(unreachable.output()).not.toContain('secret');
  });
});
