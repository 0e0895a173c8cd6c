import { join } from 'node:path';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import { loadKnowledge } from '#libs/knowledge';
import { migrate } from '#libs/persistence';
import { createLog, parseSettings } from '#libs/platform';
import { cloneTemplateDatabase } from '#libs/testing';
import { compose } from '../../../apps/titian/src/composition/compose.js';
import { projectRoot } from '../../../apps/titian/src/project-root.js';
import { settleWorld } from '../../../apps/titian/src/sandbox/sandbox-callers.js';
import { readSandboxFiles } from '../../../apps/titian/src/sandbox/sandbox-files.js';

export interface ProductUnderTest {
  database: DataSource;
  /** Requests of an account of the sandbox, signed in once. */
  as(username: string): Promise<ReturnType<typeof supertest.agent>>;
  close(): Promise<void>;
}

/** The whole product on a database of its own: the sandbox's people and clock, none of its cohorts. */
export async function productUnderTest(): Promise<ProductUnderTest> {
  const config = join(projectRoot(), 'config');
  const files = readSandboxFiles(config);
  const test = await cloneTemplateDatabase({ migrate });
  const composition = await compose({
    settings: parseSettings({ TITIAN_SANDBOX: 'true' }),
    connectionString: test.connectionString,
    knowledge: loadKnowledge(config),
    log: createLog({ level: 'silent' }),
    sandboxBegins: files.stands,
  });
  await settleWorld(composition.training.access, files.world);
  await composition.app.listen(0, '127.0.0.1');
  const server = composition.app.getHttpServer();
  return {
    database: composition.dataSource,
    async as(username) {
      const { password } = files.world;
      const answer = await supertest(server).post('/api/v1/sessions').send({ username, password });
      const { token } = answer.body as { token: string };
      return supertest.agent(server).set('Authorization', `Bearer ${token}`);
    },
    close: async () => {
      await composition.close();
      await test.drop();
    },
  };
}
