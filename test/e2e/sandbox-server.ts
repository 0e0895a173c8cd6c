import { once } from 'node:events';
import { createEmptyDatabase, type TestDatabase } from '#libs/testing';
import { titian, type TitianProcess } from './titian-process.js';

export interface SandboxServer {
  address: string;
  stop(): Promise<void>;
}

/** The product as a process of its own with the sandbox, on a database of the test run's server. */
export async function sandboxServer(): Promise<SandboxServer> {
  const database: TestDatabase = await createEmptyDatabase();
  const running: TitianProcess = titian(['start'], {
    DATABASE_URL: database.connectionString,
    TITIAN_SANDBOX: 'true',
    LOG_LEVEL: 'warn',
  });
  const address = await running.address();
  return {
    address,
    stop: async () => {
      if (running.child.exitCode === null) {
        running.child.kill('SIGINT');
        await once(running.child, 'close');
      }
      await database.drop();
    },
  };
}
