import { once } from 'node:events';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import { titian, type TitianProcess } from './titian-process.js';

export interface SandboxServer {
  address: string;
  /** Kills the process without a word and starts another on what it left; the address is a new one. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The product as a process of its own with the sandbox, on a database of the test run's server. The sandbox is loaded
 * once a run and cloned: loading plays a year of four cohorts.
 */
export async function sandboxServer(): Promise<SandboxServer> {
  const database: TestDatabase = await cloneTemplateDatabase({
    template: 'titian_sandbox',
    migrate: async (connectionString) => stop((await started(connectionString)).running),
  });
  let now = await started(database.connectionString);
  const server: SandboxServer = {
    address: now.address,
    killAndRestart: async () => {
      now.running.child.kill('SIGKILL');
      await once(now.running.child, 'close');
      now = await started(database.connectionString);
      server.address = now.address;
    },
    stop: async () => {
      await stop(now.running);
      await database.drop();
    },
  };
  return server;
}

async function started(connectionString: string): Promise<{ running: TitianProcess; address: string }> {
  const running = titian(['start'], {
    DATABASE_URL: connectionString,
    TITIAN_SANDBOX: 'true',
    LOG_LEVEL: 'warn',
  });
  return { running, address: await running.address() };
}

async function stop({ child }: TitianProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'close');
}
