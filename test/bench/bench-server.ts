import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#libs/persistence';

/** A Postgres of the run's own, with durable commits. */
export interface BenchServer {
  admin: pg.Client;
  /** An empty database. */
  create(name: string): Promise<string>;
  connectionString(name: string): string;
  stop(): Promise<void>;
}

export async function startBenchServer(): Promise<BenchServer> {
  const dataDir = join(tmpdir(), `titian-bench-${String(process.pid)}`);
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, fsync: true });
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await settle(admin);
  return {
    admin,
    connectionString: (name) => server.connectionString(name),
    create: async (name) => {
      await admin.query(`create database ${pg.escapeIdentifier(name)}`);
      return server.connectionString(name);
    },
    stop: async () => {
      await admin.end();
      await server.stop();
      await rm(server.dataDir, { recursive: true, force: true });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Checkpoints come when the bench asks for them, between phases, and not in the middle of either side. */
async function settle(admin: pg.Client): Promise<void> {
  await admin.query(`alter system set max_wal_size = '8GB'`);
  await admin.query(`alter system set checkpoint_timeout = '1h'`);
  await admin.query('select pg_reload_conf()');
}
