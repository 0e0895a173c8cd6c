import { setTimeout as pause } from 'node:timers/promises';
import { accessStore } from '#libs/persistence';
import { createLog, parseSettings } from '#libs/platform';
import { composeSignIn } from '../../../apps/titian/src/composition/compose-sign-in.js';
import { type ApiUnderTest, apiUnderTest, PASSWORD } from './api-under-test.js';

const OWNER = '203.0.113.7';
const STRANGER = '198.51.100.9';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64)';

describe('failures to sign in', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    const limits = parseSettings({ TITIAN_FREE_FAILURES: '3', TITIAN_FIRST_WAIT_SECONDS: '1' });
    api = await apiUnderTest({}, limits);
  });
  beforeEach(() => api.database.query('delete from sign_in_failure'));
  afterAll(() => api.close());

  const from = (address: string, username: string, password: string, more: Record<string, string> = {}) =>
    api.anonymous
      .post('/api/v1/sessions')
      .set({ 'X-Forwarded-For': address, ...more })
      .send({ username, password });
  const fail = async (address: string, username: string, times: number) => {
    const statuses = [];
    for (let time = 0; time < times; time += 1)
      statuses.push((await from(address, username, 'wrong')).status);
    return statuses;
  };

  it('make their place wait from the third on, and say how long, in both languages', async () => {
    expect(await fail(STRANGER, 'lembaga', 4)).toEqual([401, 401, 401, 429]);
    const refused = await from(STRANGER, 'lembaga', PASSWORD, { 'Accept-Language': 'en' });
    expect(refused.body).toMatchObject({ code: 'access.too_many_attempts', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBe(1);
    expect(refused.body.detail).toMatch(/^Wait 1 seconds/);
  });

  it('that make a place wait stand in the audit, with the address and without what was tried', async () => {
    await fail(STRANGER, 'lembaga', 3);
    const find = () =>
      api.database.query<{ data: unknown }[]>(
        `select data from audit_entry where action = 'account.locked' and object_id =
           (select id::text from account where username = 'lembaga') order by n desc limit 1`,
      );
    let rows = await find();
    for (let tries = 0; tries < 50 && rows.length === 0; tries += 1) {
      await pause(50);
      rows = await find();
    }
    expect(rows[0]?.data).toMatchObject({ address: STRANGER });
    expect(JSON.stringify(rows)).not.toContain('wrong');
  });

  it('never keep the owner out, who signs in elsewhere meanwhile', async () => {
    await fail(STRANGER, 'lembaga', 4);
    expect((await from(OWNER, 'lembaga', PASSWORD)).status).toBe(201);
  });

  it('of a stranger behind the same address never keep a browser out that was here before', async () => {
    const first = await from(OWNER, 'lembaga', PASSWORD, { 'User-Agent': BROWSER });
    const device = String(first.headers['set-cookie']).match(/titian_device=[^;]+/)?.[0] ?? '';
    expect(device).not.toBe('');
    await fail(OWNER, 'lembaga', 4);
    expect((await from(OWNER, 'lembaga', PASSWORD)).status).toBe(429);
    const known = { 'User-Agent': BROWSER, Cookie: device };
    expect((await from(OWNER, 'lembaga', PASSWORD, known)).status).toBe(201);
    // For an account that never signed in there the cookie is worth nothing.
    await fail(OWNER, 'peserta', 4);
    expect((await from(OWNER, 'peserta', PASSWORD, known)).status).toBe(429);
  });

  it('cost twice the wait after each further one, and nothing more once the right password came', async () => {
    await fail(STRANGER, 'lembaga', 3);
    await pause(1_100);
    expect((await from(STRANGER, 'lembaga', 'wrong')).status).toBe(401);
    const waiting = await from(STRANGER, 'lembaga', PASSWORD);
    expect([waiting.status, Number(waiting.headers['retry-after'])]).toEqual([429, 2]);
    await pause(2_100);
    expect((await from(STRANGER, 'lembaga', PASSWORD)).status).toBe(201);
    expect(await fail(STRANGER, 'lembaga', 3)).toEqual([401, 401, 401]);
  });

  it('of a name that does not exist are answered as those of one that does', async () => {
    expect(await fail(STRANGER, 'nobody', 4)).toEqual([401, 401, 401, 429]);
  });

  it('are counted one by one when they come all at once', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await from(STRANGER, 'lembaga', 'wrong')).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(3);
  });

  it('are known to every process, and kept as digests that name nobody', async () => {
    await fail(STRANGER, 'lembaga', 3);
    const other = composeSignIn({
      dataSource: api.database,
      access: accessStore(api.database.manager),
      settings: parseSettings({}),
      log: createLog({ level: 'silent' }),
      audit: api.audit,
    });
    const place = { address: STRANGER, device: null, agent: null };
    expect(await other.signIn.enter('lembaga', PASSWORD, place)).toMatchObject({ ok: false });
    const rows = await api.database.query<{ key: string }[]>('select key from sign_in_failure');
    expect(rows.map(({ key }) => key).sort()).toEqual([
      expect.stringMatching(/^count:[0-9a-f]{64}$/),
      expect.stringMatching(/^wait:[0-9a-f]{64}$/),
    ]);
  });
});

describe('changing the own password', () => {
  let api: ApiUnderTest;
  beforeAll(async () => (api = await apiUnderTest()));
  afterAll(() => api.close());
  const NEXT = 'kapal-teduh-menyeberang-jingga';

  it('asks for the present one, refuses a weak one with its reason, and ends all other sessions', async () => {
    const [here, elsewhere] = await Promise.all([api.as('peserta'), api.as('peserta')]);
    const put = (current: string, next: string) =>
      here.put('/api/v1/me/password').set('Accept-Language', 'en').send({ current, next });
    const wrong = await put('wrong', NEXT);
    expect(wrong.body).toMatchObject({ status: 403, errors: [{ path: 'current', code: 'password_wrong' }] });
    const weak = await put(PASSWORD, 'peserta-peserta-peserta');
    expect(weak.body).toMatchObject({
      ...{ status: 422, code: 'access.password_weak' },
      errors: [{ path: 'next', message: expect.stringContaining('easily guessed') }],
    });
    expect((await elsewhere.get('/api/v1/me')).status).toBe(200);
    expect((await put(PASSWORD, NEXT)).status).toBe(204);
    expect((await elsewhere.get('/api/v1/me')).status).toBe(401);
    expect((await here.get('/api/v1/me')).status).toBe(200);
    const again = (password: string) =>
      api.anonymous.post('/api/v1/sessions').send({ username: 'peserta', password });
    expect((await again(PASSWORD)).status).toBe(401);
    expect((await again(NEXT)).status).toBe(201);
  });

  it('keeps nothing for a repeat from which a password could be guessed', async () => {
    const lembaga = await api.as('lembaga');
    const body = { current: PASSWORD, next: 'sungai-lebar-kayuh-bersama' };
    const sent = await lembaga.put('/api/v1/me/password').set('Idempotency-Key', 'one').send(body);
    expect(sent.status).toBe(204);
    expect(await api.database.query('select * from idempotency_key')).toEqual([]);
  });
});
