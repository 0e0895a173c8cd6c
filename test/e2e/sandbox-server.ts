import { once } from 'node:events';
import { cloneTemplateDatabase, startPrivateRedis, type TestDatabase } from '#libs/testing';
import { titian, type TitianProcess } from './titian-process.js';

export interface SandboxServer {
  address: string;
  /** Of its record. */
  connectionString: string;
  /** Kills the process without a word and starts another on what it left; the address is a new one. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The product as a process of its own with the sandbox, on a database of the test run's server. The sandbox is loaded
 * once a run and cloned: loading plays a year of four cohorts.
 */
export async function sandboxServer(
  delivery: DeliveryUnderTest = deliveryOfRun(),
  more: Record<string, string> = {},
): Promise<SandboxServer> {
  const database = await sandboxDatabase();
  const redis = delivery.backend === 'redis' ? await startPrivateRedis() : null;
  const environment = {
    ...(redis ? { REDIS_URL: redis.url } : {}),
    TITIAN_HOSTILE_DELIVERY: String(delivery.hostile),
    ...more,
  };
  let now = await started(database.connectionString, environment);
  const server: SandboxServer = {
    address: now.address,
    connectionString: database.connectionString,
    killAndRestart: async () => {
      now.running.child.kill('SIGKILL');
      await once(now.running.child, 'close');
      now = await started(database.connectionString, environment);
      server.address = now.address;
    },
    stop: async () => {
      await stop(now.running);
      await recordHistories(database.connectionString);
      await database.drop();
      await redis?.stop();
    },
  };
  return server;
}

/** On which store the queues are, and whether every job comes twice, late and shuffled and the queues are wiped once. */
export interface DeliveryUnderTest {
  backend: 'postgres' | 'redis';
  hostile: boolean;
}

/** `npm run test:long` runs every story on each. */
export function deliveryOfRun(): DeliveryUnderTest {
  return {
    backend: process.env['TITIAN_E2E_BACKEND'] === 'redis' ? 'redis' : 'postgres',
    hostile: process.env['TITIAN_E2E_HOSTILE'] === 'true',
  };
}

/** With TITIAN_HISTORIES the journeys of a story are kept there for later builds to reproduce, as replay:record does. */
async function recordHistories(connectionString: string): Promise<void> {
  const folder = process.env['TITIAN_HISTORIES'];
  if (!folder) return;
  const { child } = titian(['record-histories', folder], { DATABASE_URL: connectionString });
  if (child.exitCode === null) await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`the histories could not be recorded: ${String(child.exitCode)}`);
}

/** The record that such a process leaves behind, with nobody at work on it. */
export function sandboxDatabase(): Promise<TestDatabase> {
  return cloneTemplateDatabase({
    template: 'titian_sandbox',
    migrate: async (connectionString) => stop((await started(connectionString)).running),
  });
}

async function started(
  connectionString: string,
  environment: Record<string, string> = {},
): Promise<{ running: TitianProcess; address: string }> {
  const running = titian(['start'], {
    DATABASE_URL: connectionString,
    TITIAN_SANDBOX: 'true',
    LOG_LEVEL: 'warn',
    ...environment,
  });
  return { running, address: await running.address() };
}

async function stop({ child }: TitianProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'close');
}
