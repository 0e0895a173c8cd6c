import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import { barePostgres, type BarePostgres, migrate } from '#libs/persistence';
import { type PrivateRedis, startPrivateRedis } from '#libs/testing';
import { projectRoot } from '../../apps/titian/src/project-root.js';

/** Debian's libfaketime; `npm test` installs it where it may. */
const FAKETIME = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`)
  .find((path) => existsSync(path));

export const hasFaketime = (): boolean => FAKETIME !== undefined;

type Kind = 'api' | 'worker';

const STOP_WITHIN_MS = 60_000;

/** One of our processes, which comes up again after whatever ended it, as under any supervisor. */
class Supervised {
  private child: ChildProcess | null = null;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  /** The last of what it said; the cause of a failure is in it. */
  said = '';

  constructor(
    private readonly kind: Kind,
    private readonly environment: Record<string, string>,
  ) {}

  start(): void {
    this.running = this.keepUp();
  }

  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  kill(): void {
    this.child?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.child?.kill('SIGTERM');
    let isLate = false;
    const last = setTimeout(() => {
      isLate = true;
      this.kill();
    }, STOP_WITHIN_MS);
    await this.running;
    clearTimeout(last);
    if (isLate) throw new Error(`The ${this.kind} did not stop when it was asked to:\n${this.said}`);
  }

  private async keepUp(): Promise<void> {
    while (!this.stopping) {
      const child = spawn(
        process.execPath,
        [join(projectRoot(), 'dist', 'apps', this.kind, 'src', 'main.js')],
        {
          env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: 'UTC', ...this.environment },
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      this.child = child;
      const collect = (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-20_000));
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      await once(child, 'exit');
      if (!this.stopping) await new Promise((done) => setTimeout(done, 200));
    }
  }
}

/** Two APIs, three workers, Postgres with a clock that can be moved, Redis: an installation to be hurt. */
export class Installation {
  private constructor(
    readonly folder: string,
    private readonly clockFile: string,
    readonly postgres: BarePostgres,
    readonly redis: PrivateRedis,
    readonly connectionString: string,
    readonly apis: readonly Supervised[],
    readonly workers: readonly Supervised[],
    /** Where the APIs answer, and behind them where the workers tell how they are. */
    readonly everyAddress: readonly string[],
  ) {}

  static async begin(settings: Record<string, string>): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), 'titian-chaos-'));
    // The database's user reads the clock.
    await chmod(folder, 0o755);
    const clockFile = join(folder, 'clock');
    await writeFile(clockFile, '+0d', { mode: 0o644 });
    const postgres = await barePostgres({
      dataDir: join(folder, 'postgres'),
      log: () => undefined,
      environment: FAKETIME ? movedBy(clockFile) : {},
    });
    await onServer(postgres.connectionString('postgres'), 'create database titian');
    const connectionString = postgres.connectionString('titian');
    await migrate(connectionString);
    const redis = await startPrivateRedis();
    const shared = {
      ...{ DATABASE_URL: connectionString, REDIS_URL: redis.url, LOG_LEVEL: 'warn' },
      TITIAN_SECRET: 'of an installation that is hurt and thrown away',
      ...settings,
    };
    const ports = await freePorts(5);
    const processes = ports.map((port, index) => {
      const kind = index < 2 ? 'api' : 'worker';
      // The last worker's machine is five minutes fast.
      const clock = index === ports.length - 1 ? aheadBy('+5m') : {};
      return new Supervised(kind, { ...shared, ...clock, PORT: String(port) });
    });
    return new Installation(
      ...([folder, clockFile, postgres, redis, connectionString] as const),
      ...([processes.slice(0, 2), processes.slice(2)] as const),
      ports.map((port) => `http://127.0.0.1:${port}`),
    );
  }

  /** Where the APIs answer. */
  get addresses(): readonly string[] {
    return this.everyAddress.slice(0, this.apis.length);
  }

  /** Of the processes that run now: who was started again has another. */
  pids(): (number | null)[] {
    return [...this.apis, ...this.workers].map(({ pid }) => pid);
  }

  start(): void {
    for (const process of [...this.apis, ...this.workers]) process.start();
  }

  /** Moves the clock of the record: so many days ahead of the machine. */
  async standAhead(days: number): Promise<void> {
    await this.standAheadBy(days * 86_400);
  }

  /** The same to the second. */
  async standAheadBy(seconds: number): Promise<void> {
    await writeFile(this.clockFile, `+${Math.round(seconds)}`);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.apis, ...this.workers].map((process) => process.stop()));
    await this.redis.stop();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

const aheadBy = (time: string): Record<string, string> => ({
  LD_PRELOAD: FAKETIME ?? '',
  FAKETIME: time,
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

const movedBy = (clockFile: string): Record<string, string> => ({
  LD_PRELOAD: FAKETIME ?? '',
  FAKETIME_TIMESTAMP_FILE: clockFile,
  FAKETIME_CACHE_DURATION: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

export async function onServer<Row extends pg.QueryResultRow>(
  connectionString: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  // A server that ends while we listen says so here; whoever awaits the query hears it there.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freePorts(count: number): Promise<number[]> {
  const { createServer } = await import('node:net');
  const probes = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(probes.map((probe) => once(probe, 'listening')));
  const ports = probes.map((probe) => {
    const address = probe.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  });
  await Promise.all(probes.map((probe) => once(probe.close(), 'close')));
  return ports;
}
