import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../../apps/titian/src/project-root.js';
import type { BenchServer } from './bench-server.js';

const TEMPLATE = 'sandbox';

/**
 * A database with the sandbox's organisations, accounts and cohorts, which processes of an installation take for real:
 * its time is the present. Loaded once a run and cloned.
 */
export async function installedDatabase(server: BenchServer, name: string): Promise<string> {
  const { rowCount } = await server.admin.query('select from pg_database where datname = $1', [TEMPLATE]);
  if (rowCount === 0) await loadSandbox(await server.create(TEMPLATE));
  await server.admin.query(`create database ${pg.escapeIdentifier(name)} template ${TEMPLATE}`);
  return server.connectionString(name);
}

async function loadSandbox(connectionString: string): Promise<void> {
  const loading = new Product(join('scripts', 'titian.js'), ['start'], {
    DATABASE_URL: connectionString,
    TITIAN_SANDBOX: 'true',
  });
  await loading.address();
  await loading.stop();
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('update account set sandbox = false');
  await client.query('vacuum analyze');
  await client.end();
}

/** A process of ours, on a port that the system picks. */
export class Product {
  readonly child: ChildProcess;
  private said = '';

  constructor(script: string, args: string[], environment: Record<string, string>) {
    this.child = spawn(process.execPath, [join(projectRoot(), script), ...args], {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        PORT: '0',
        TZ: 'UTC',
        TITIAN_SANDBOX: 'false',
        TITIAN_SECRET: 'of a product that is measured and thrown away',
        // What is measured is what it can do, not what it lets anybody do.
        TITIAN_ADDRESS_REQUESTS: '0',
        TITIAN_ACCOUNT_REQUESTS: '0',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-20_000));
    this.child.stdout?.on('data', collect);
    this.child.stderr?.on('data', collect);
  }

  static api(connectionString: string): Product {
    return new Product(join('dist', 'apps', 'api', 'src', 'main.js'), [], { DATABASE_URL: connectionString });
  }

  /** @throws Error with what it said when it ends instead. */
  async address(): Promise<string> {
    for (;;) {
      const address = /(?:^Titian +|is ready.*"address":")(http:[^\s"]+)/m.exec(this.said)?.[1];
      if (address) return address;
      if (this.child.exitCode !== null)
        throw new Error(`ended with ${String(this.child.exitCode)}:\n${this.said}`);
      await new Promise((wake) => setTimeout(wake, 5));
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGINT');
    await once(this.child, 'exit');
  }
}
