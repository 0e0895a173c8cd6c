import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import { AuditTrail, createAccount, type MembershipRole } from '#libs/access';
import { loadKnowledge } from '#libs/knowledge';
import {
  createDataSource,
  accessStore,
  auditStore,
  idempotencyStore,
  migrate,
  namedRows,
  readAsCallers,
} from '#libs/persistence';
import { createLog, parseSettings, type Settings, systemClock } from '#libs/platform';
import { cloneTemplateDatabase } from '#libs/testing';
import { createApi, type ApiParts } from '../../../apps/api/src/index.js';
import { composeSignIn } from '../../../apps/titian/src/composition/compose-sign-in.js';

const SILENT = createLog({ level: 'silent' });
const CONFIG = fileURLToPath(new URL('../../../config', import.meta.url));

export const PASSWORD = 'titian-sandbox';

export interface ApiUnderTest {
  app: NestExpressApplication;
  database: DataSource;
  audit: AuditTrail;
  /** What the log wrote, one entry a line. */
  log: Record<string, unknown>[];
  /** Requests of an account, signed in once. */
  as(username: string): Promise<ReturnType<typeof signedIn>>;
  anonymous: ReturnType<typeof supertest>;
  close(): Promise<void>;
}

/** The API without the product's modules, on a database of its own, with LP-01, INS-01 and their accounts. */
export async function apiUnderTest(
  more: Partial<ApiParts> = {},
  settings = parseSettings({}),
): Promise<ApiUnderTest> {
  const test = await cloneTemplateDatabase({ migrate });
  const database = await createDataSource({
    connectionString: test.connectionString,
    poolSize: 5,
  }).initialize();
  readAsCallers(database, test.connectionString, 2);
  const log: Record<string, unknown>[] = [];
  const parts = { ...partsOf(database, log, settings), ...more };
  const app = await createApi(parts);
  await app.listen(0, '127.0.0.1');
  await seed(database);
  const server = app.getHttpServer();
  return {
    app,
    database,
    audit: parts.audit,
    log,
    anonymous: supertest(server),
    as: async (username) => signedIn(server, await tokenOf(server, username)),
    close: async () => {
      await app.close();
      await database.destroy();
      await test.drop();
    },
  };
}

function partsOf(database: DataSource, log: Record<string, unknown>[], settings: Settings): ApiParts {
  const access = accessStore(database.manager);
  const audit = new AuditTrail({
    store: auditStore(database.manager),
    now: systemClock.now,
    wall: systemClock.now,
    newId: randomUUID,
    isOutOfReach: () => false,
    onError: (message, fields) => log.push({ level: 'error', message, ...fields }),
  });
  return {
    settings: {
      bodyLimitBytes: 64 * 1024,
      uploadLimitBytes: 64 * 1024,
      publicUrl: null,
      sandbox: true,
      signIn: settings.signIn,
    },
    log: createLog({ level: 'info', write: (line) => log.push(JSON.parse(line) as Record<string, unknown>) }),
    clock: systemClock,
    ...composeSignIn({ dataSource: database, access, settings, log: SILENT, audit }),
    access,
    audit,
    idempotency: idempotencyStore(database.manager),
    namedRows: namedRows(database),
    knowledge: loadKnowledge(CONFIG),
  };
}

const ACCOUNTS: { username: string; orgCode: string; role: MembershipRole }[] = [
  { username: 'lembaga', orgCode: 'LP-01', role: 'institute' },
  { username: 'instansi', orgCode: 'INS-01', role: 'agency' },
  { username: 'peserta', orgCode: 'INS-01', role: 'participant' },
];

async function seed(database: DataSource): Promise<void> {
  const store = accessStore(database.manager);
  await store.saveOrganisations([
    { code: 'LP-01', kind: 'institute', name: 'Lembaga Pelatihan Satu', zone: 'Asia/Jakarta' },
    { code: 'INS-01', kind: 'agency', name: 'Instansi Satu', zone: 'Asia/Makassar' },
    { code: 'INS-02', kind: 'agency', name: 'Instansi Dua', zone: 'Asia/Jayapura' },
  ]);
  for (const { username, orgCode, role } of ACCOUNTS) {
    const created = await createAccount(store, {
      username,
      password: PASSWORD,
      memberships: [{ orgCode, role }],
      sandbox: true,
    });
    if (!created.ok) throw new Error(created.refusal.code);
  }
}

async function tokenOf(server: Parameters<typeof supertest>[0], username: string): Promise<string> {
  const answer = await supertest(server).post('/api/v1/sessions').send({ username, password: PASSWORD });
  return (answer.body as { token: string }).token;
}

function signedIn(server: Parameters<typeof supertest>[0], token: string) {
  const agent = supertest.agent(server);
  return agent.set('Authorization', `Bearer ${token}`);
}
