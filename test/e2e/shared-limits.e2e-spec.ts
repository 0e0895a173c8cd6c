import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { migrate } from '#libs/persistence';
import {
  cloneTemplateDatabase,
  hasRedis,
  type PrivateRedis,
  startPrivateRedis,
  type TestDatabase,
} from '#libs/testing';
import { projectRoot } from '../../apps/titian/src/project-root.js';
import { freePort } from '../contract/api/oidc-provider.js';

const LIMIT = 30;

interface Api {
  address: string;
  child: ChildProcess;
}

async function startApi(environment: Record<string, string>): Promise<Api> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(projectRoot(), 'dist', 'apps', 'api', 'src', 'main.js')], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const address = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the API ended:\n${said}`);
    // Readiness is asked for from an address of its own, whose requests are counted apart.
    const ready = await ask(address, '203.0.113.250').catch(() => null);
    if (ready !== null) return { address, child };
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

const ask = async (address: string, from: string): Promise<number> =>
  (await fetch(`${address}/api/v1/sign-in-options`, { headers: { 'X-Forwarded-For': from } })).status;

(hasRedis() ? describe : describe.skip)('limits of requests over two API processes', () => {
  let database: TestDatabase;
  let redis: PrivateRedis;
  let apis: Api[];
  beforeAll(async () => {
    database = await cloneTemplateDatabase({ migrate });
    redis = await startPrivateRedis();
    const environment = {
      ...{ DATABASE_URL: database.connectionString, REDIS_URL: redis.url, LOG_LEVEL: 'warn' },
      TITIAN_SECRET: 'of two processes that are thrown away',
      TITIAN_ADDRESS_REQUESTS: String(LIMIT),
    };
    apis = await Promise.all([startApi(environment), startApi(environment)]);
  });
  afterAll(async () => {
    for (const { child } of apis) {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    }
    await redis.stop();
    await database.drop();
  });

  /** Asks both in turns; how many of the requests were let through. */
  const letThrough = async (from: string, requests: number): Promise<number> => {
    const statuses: number[] = [];
    for (let n = 0; n < requests; n += 1) statuses.push(await ask(apis[n % 2]!.address, from));
    expect(statuses.filter((status) => status !== 200 && status !== 429)).toEqual([]);
    return statuses.filter((status) => status === 200).length;
  };

  let places = 0;
  /** Once both reach Redis; until then, as while it is away, each counts for itself. */
  const together = async (): Promise<number> => {
    let through = 0;
    for (let tries = 0; tries < 40 && through !== LIMIT; tries += 1) {
      through = await letThrough(`198.51.100.${(places += 1)}`, 2 * LIMIT);
      if (through !== LIMIT) await new Promise((wake) => setTimeout(wake, 250));
    }
    return through;
  };

  it('hold for both together, and for each address apart', async () => {
    expect(await together()).toBe(LIMIT);
    expect(await letThrough('203.0.113.1', 2 * LIMIT)).toBe(LIMIT);
    expect(await letThrough('203.0.113.2', 2)).toBe(2);
    expect(await letThrough('203.0.113.1', 2)).toBe(0);
  });

  it('hold in each process while Redis is away, which turns nobody away; and together again once it is back', async () => {
    await redis.kill();
    expect(await letThrough('203.0.113.3', 4 * LIMIT)).toBe(2 * LIMIT);
    await redis.start();
    expect(await together()).toBe(LIMIT);
  });
});
