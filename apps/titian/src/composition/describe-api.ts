import type { Knowledge } from '#libs/knowledge';
import { createDataSource } from '#libs/persistence';
import { createLog, parseSettings } from '#libs/platform';
import { SandboxClock } from '#libs/training';
import { openApiDocument } from '../../../api/src/index.js';
import { assemble } from './compose.js';
import { eventPayloads } from './event-payloads.js';

/** Nothing is asked of it: the document needs a clock in its place, not its time. */
const BEGINS = '2026-01-01T00:00:00.000Z';

/** The API's document with every route of the product, put together without a database: nothing is asked of it. */
export async function describeApi(knowledge: Knowledge): Promise<object> {
  const connectionString = 'postgres://nowhere';
  const store = { read: async () => null, write: async () => undefined };
  const sandboxClock = await SandboxClock.resume(store, BEGINS);
  const { app } = await assemble(createDataSource({ connectionString }), {
    ...{ knowledge, connectionString, sandboxClock, clock: sandboxClock, publishing: null },
    settings: parseSettings({ TITIAN_SANDBOX: 'true' }),
    log: createLog({ level: 'warn' }),
  });
  try {
    return openApiDocument(app, eventPayloads());
  } finally {
    await app.close();
  }
}
