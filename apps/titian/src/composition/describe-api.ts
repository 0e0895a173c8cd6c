import type { Knowledge } from '#libs/knowledge';
import { createDataSource } from '#libs/persistence';
import { createLog, parseSettings } from '#libs/platform';
import { openApiDocument } from '../../../api/src/index.js';
import { assemble } from './compose.js';
import { eventPayloads } from './event-payloads.js';

/** The API's document with every route of the product, put together without a database: nothing is asked of it. */
export async function describeApi(knowledge: Knowledge): Promise<object> {
  const { app } = await assemble(createDataSource({ connectionString: 'postgres://nowhere' }), {
    settings: parseSettings({ TITIAN_SANDBOX: 'true' }),
    knowledge,
    log: createLog({ level: 'warn' }),
    sandbox: {
      store: { read: async () => null, write: async () => undefined },
      begins: '2026-01-01T00:00:00.000Z',
    },
  });
  try {
    return openApiDocument(app, eventPayloads());
  } finally {
    await app.close();
  }
}
