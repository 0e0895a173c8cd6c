import { createLog, parseSettings } from '#libs/platform';
import { createAccount, Sessions } from '#libs/access';
import { accessStore } from '#libs/persistence';
import { composeSignIn } from '../../../apps/titian/src/composition/compose-sign-in.js';
import { type ApiUnderTest, apiUnderTest, PASSWORD } from './api-under-test.js';

describe('sessions', () => {
  let api: ApiUnderTest;
  beforeAll(async () => (api = await apiUnderTest()));
  afterAll(() => api.close());

  it('opens with user name and password, and tells who one is where', async () => {
    const opened = await api.anonymous
      .post('/api/v1/sessions')
      .send({ username: 'lembaga', password: PASSWORD });
    expect(opened.status).toBe(201);
    expect(opened.body).toEqual({
      token: expect.any(String),
      expiresAt: expect.stringMatching(/Z$/),
      account: {
        id: expect.any(String),
        username: 'lembaga',
        personId: null,
        memberships: [
          {
            ...{ id: expect.any(String), org: expect.any(String), orgCode: 'LP-01' },
            ...{ orgName: 'Lembaga Pelatihan Satu', kind: 'institute', role: 'institute', until: null },
          },
        ],
        actingAs: null,
        owesSecondFactor: false,
      },
    });
    const me = await api.anonymous.get('/api/v1/me').set('Authorization', `Bearer ${opened.body.token}`);
    expect(me.body).toEqual(opened.body.account);
  });

  it('accepts the cookie instead of the header, which scripts of a page cannot read', async () => {
    const opened = await api.anonymous
      .post('/api/v1/sessions')
      .send({ username: 'lembaga', password: PASSWORD });
    const cookie = String(opened.headers['set-cookie']);
    expect(cookie).toMatch(/^titian_session=.*HttpOnly.*SameSite=Strict/);
    const me = await api.anonymous.get('/api/v1/me').set('Cookie', cookie.split(';')[0] ?? '');
    expect(me.status).toBe(200);
  });

  it('stores no token, only its hash', async () => {
    const opened = await api.anonymous
      .post('/api/v1/sessions')
      .send({ username: 'lembaga', password: PASSWORD });
    const rows = await api.database.query<{ token_hash: string }[]>('select token_hash from auth_session');
    expect(rows.map((row) => row.token_hash)).not.toContain(opened.body.token);
  });

  it.each([
    ['lembaga', 'wrong'],
    ['nobody', PASSWORD],
  ])('answers a wrong name and a wrong password alike (%s)', async (username, password) => {
    const refused = await api.anonymous.post('/api/v1/sessions').send({ username, password });
    expect(refused.status).toBe(401);
    expect(refused.body).toMatchObject({ code: 'access.credentials_wrong', status: 401 });
  });

  it('asks for a session everywhere else', async () => {
    const refused = await api.anonymous.get('/api/v1/me');
    expect(refused.status).toBe(401);
    expect(refused.headers['www-authenticate']).toMatch(/^Bearer/);
    expect(refused.body.code).toBe('access.unauthenticated');
  });

  it('refuses a token after signing out', async () => {
    const lembaga = await api.as('lembaga');
    expect((await lembaga.delete('/api/v1/sessions/current')).status).toBe(204);
    const refused = await lembaga.get('/api/v1/me');
    expect(refused.body).toMatchObject({ status: 401, code: 'access.session_expired' });
  });

  it('refuses a token from its expiry on', async () => {
    let now = Date.parse('2026-01-01T00:00:00.000Z');
    const store = accessStore(api.database.manager);
    const instant = () => new Date(now).toISOString();
    const rules = { hours: 1, sandbox: true, now: instant, day: instant };
    const sessions = new Sessions(store, rules);
    const account = await store.accountByUsername('lembaga');
    const opened = await sessions.begin(account?.id ?? '', { address: '127.0.0.1', agent: null });
    const token = opened?.token ?? '';
    now += 3_599_999;
    expect(await sessions.callerOf(token)).not.toBeNull();
    now += 1;
    expect(await sessions.callerOf(token)).toBeNull();
  });

  it('narrows a session to one role, and that session alone, until all of them are wanted again', async () => {
    const store = accessStore(api.database.manager);
    const memberships = [
      { orgCode: 'LP-01', role: 'coach' as const },
      { orgCode: 'INS-01', role: 'agency' as const },
    ];
    await createAccount(store, { username: 'dua', password: PASSWORD, memberships, sandbox: true });
    const [here, elsewhere] = [await api.as('dua'), await api.as('dua')];
    const { memberships: held } = (await here.get('/api/v1/me')).body;
    expect(held.map(({ role }: { role: string }) => role)).toEqual(['agency', 'coach']);
    const chosen = await here.put('/api/v1/me/role').send({ membership: held[1].id });
    expect(chosen.body).toMatchObject({ actingAs: held[1].id, memberships: held });
    expect((await here.get('/api/v1/me')).body).toEqual(chosen.body);
    expect((await elsewhere.get('/api/v1/me')).body.actingAs).toBeNull();
    expect((await here.put('/api/v1/me/role').send({ membership: null })).body.actingAs).toBeNull();
  });

  it("refuses to be somebody else's role, and what is no role at all", async () => {
    const lembaga = await api.as('lembaga');
    const theirs = (await (await api.as('instansi')).get('/api/v1/me')).body.memberships[0].id;
    const taken = await lembaga.put('/api/v1/me/role').send({ membership: theirs });
    expect(taken.body).toMatchObject({ status: 422, code: 'access.membership_unknown' });
    const empty = await lembaga.put('/api/v1/me/role').send({});
    expect(empty.body).toMatchObject({ status: 422, errors: [{ path: 'membership', code: 'not_uuid' }] });
    expect((await lembaga.get('/api/v1/me')).body.actingAs).toBeNull();
  });

  it('keeps sandbox accounts out where there is no sandbox', async () => {
    const settings = { ...parseSettings({}), sandbox: false };
    const access = accessStore(api.database.manager);
    const { signIn, sessions } = composeSignIn({
      ...{ dataSource: api.database, access, settings },
      log: createLog({ level: 'silent' }),
      audit: api.audit,
    });
    const place = { address: '127.0.0.1', device: null, agent: null };
    expect(await signIn.enter('lembaga', PASSWORD, place)).toMatchObject({ ok: false });
    const account = await access.accountByUsername('lembaga');
    expect(await sessions.begin(account?.id ?? '', place)).toBeNull();
  });
});
