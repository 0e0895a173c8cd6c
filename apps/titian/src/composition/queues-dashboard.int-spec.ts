import { join } from 'node:path';
import supertest from 'supertest';
import { loadKnowledge } from '#libs/knowledge';
import { migrate } from '#libs/persistence';
import { createLog, parseSettings } from '#libs/platform';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import { projectRoot } from '../project-root.js';
import { settleWorld } from '../sandbox/sandbox-callers.js';
import { readSandboxFiles } from '../sandbox/sandbox-files.js';
import { compose, type Composition } from './compose.js';

const config = join(projectRoot(), 'config');

interface Board {
  queues: { name: string; readOnlyMode: boolean }[];
}

describe("the queues' dashboard", () => {
  const files = readSandboxFiles(config);
  const { password } = files.world;
  let database: TestDatabase;
  let whole: Composition;
  const ask = () => supertest(whole.app.getHttpServer());
  const board = (path = '/') => ask().get(`/operator/queues${path}`);

  beforeAll(async () => {
    database = await cloneTemplateDatabase({ migrate });
    whole = await compose({
      settings: parseSettings({ TITIAN_SANDBOX: 'true' }),
      connectionString: database.connectionString,
      knowledge: loadKnowledge(config),
      log: createLog({ level: 'silent' }),
      sandboxBegins: files.stands,
      process: 'all',
    });
    await settleWorld(whole.training.access, files.world);
    await whole.deliver();
    await whole.app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await whole.close();
    await database.drop();
  });

  it('asks a browser who it is, and lets nobody else in', async () => {
    const asked = await board().expect(401);
    expect(asked.headers['www-authenticate']).toBe('Basic realm="Titian", charset="UTF-8"');
    await board('/api/queues').expect(401);
    await board().auth('lan', 'wrong').expect(401);
    const forbidden = await board().auth('peserta', password).expect(403);
    expect(forbidden.body).toMatchObject({ code: 'access.forbidden' });
  });

  it('shows institutes the queues to read, and lets LAN work on them', async () => {
    const page = await board().auth('lembaga', password).expect(200);
    expect(page.text).toContain('<base href="/operator/queues/"');
    expect(page.text).not.toMatch(/(?:href|src)="https?:/);
    const [cookie = ''] = page.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^titian_session=.*Path=\/operator\/queues;.*HttpOnly; SameSite=Strict$/);
    // The cookie is enough from now on: no password is checked for each file.
    const read = await board('/api/queues')
      .set('Cookie', cookie.split(';')[0] ?? '')
      .expect(200);
    expect((read.body as Board).queues.map(({ name, readOnlyMode }) => [name, readOnlyMode])).toEqual([
      ['titian-deadlines', true],
      ['titian-effects', true],
    ]);
    const { body } = await board('/api/queues').auth('lan', password).expect(200);
    expect((body as Board).queues.map(({ readOnlyMode }) => readOnlyMode)).toEqual([false, false]);
    const { token } = (await ask().post('/api/v1/sessions').send({ username: 'lan', password })).body;
    await board('/api/queues').set('Authorization', `Bearer ${token}`).expect(200);
  });

  it('takes writes from its own pages only, and only from whoever may', async () => {
    const pause = (who: string, site: string) =>
      ask()
        .put('/operator/queues/api/queues/titian-effects/pause')
        .auth(who, password)
        .set('Sec-Fetch-Site', site);
    await pause('lan', 'cross-site').expect(403);
    await pause('lembaga', 'same-origin').expect(405);
    await pause('lan', 'same-origin').expect(200);
    const { body } = await board('/api/queues').auth('lan', password);
    expect((body as { queues: { name: string; isPaused: boolean }[] }).queues[1]).toMatchObject({
      isPaused: true,
    });
    await ask().put('/operator/queues/api/queues/titian-effects/resume').auth('lan', password).expect(200);
  });
});
