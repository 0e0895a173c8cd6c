import { type ApiUnderTest, apiUnderTest, PASSWORD } from './api-under-test.js';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0';

describe('sessions of one account', () => {
  let api: ApiUnderTest;
  beforeAll(async () => (api = await apiUnderTest()));
  beforeEach(() => api.database.query('delete from auth_session'));
  afterAll(() => api.close());

  const fromPhone = async () => {
    const opened = await api.anonymous
      .post('/api/v1/sessions')
      .set({ 'User-Agent': BROWSER, 'X-Forwarded-For': '2001:db8:1:2:3::9' })
      .send({ username: 'lembaga', password: PASSWORD });
    return { Authorization: `Bearer ${opened.body.token as string}` };
  };
  const me = (headers: Record<string, string>) => api.anonymous.get('/api/v1/me').set(headers);

  it('are listed with program, network and which is this one', async () => {
    await fromPhone();
    const here = await api.as('lembaga');
    const { items } = (await here.get('/api/v1/me/sessions')).body;
    expect(items).toEqual([
      expect.objectContaining({ current: true, address: '127.0.0.1' }),
      expect.objectContaining({ current: false, address: '2001:db8:1:2::/64', agent: BROWSER }),
    ]);
    expect(JSON.stringify(items)).not.toMatch(/hash/i);
  });

  it('are ended one by one, or all others at once; nobody ends somebody else’s', async () => {
    const phone = await fromPhone();
    const other = await fromPhone();
    const here = await api.as('lembaga');
    const { items } = (await here.get('/api/v1/me/sessions')).body as {
      items: { id: string; current: boolean }[];
    };
    const id = items.filter(({ current }) => !current).at(-1)?.id ?? '';
    const stranger = await api.as('peserta');
    expect((await stranger.delete(`/api/v1/me/sessions/${id}`)).status).toBe(404);
    expect((await me(phone)).status).toBe(200);
    expect((await here.delete(`/api/v1/me/sessions/${id}`)).status).toBe(204);
    expect((await me(phone)).status).toBe(401);
    expect((await me(other)).status).toBe(200);
    expect((await here.delete('/api/v1/me/sessions')).status).toBe(204);
    expect((await me(other)).status).toBe(401);
    expect((await here.get('/api/v1/me')).status).toBe(200);
    expect((await stranger.get('/api/v1/me')).status).toBe(200);
  });
});

describe('a change that comes with the cookie', () => {
  let api: ApiUnderTest;
  let cookie = '';
  beforeAll(async () => {
    api = await apiUnderTest();
    const opened = await api.anonymous
      .post('/api/v1/sessions')
      .send({ username: 'lembaga', password: PASSWORD });
    cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
  });
  afterAll(() => api.close());
  const change = (headers: Record<string, string>) =>
    api.anonymous.put('/api/v1/me/role').set(headers).send({ membership: null });

  it.each([
    [{}, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ 'Sec-Fetch-Site': 'none' }, 403],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'http://titian.test' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 200],
    [{ Origin: 'http://titian.test' }, 200],
  ])('and %j is answered %d', async (headers, status) => {
    const answer = await change({ Host: 'titian.test', Cookie: cookie, ...headers });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.code).toBe('access.foreign_request');
  });

  it('needs none of it with the header that only programs and our pages can set', async () => {
    const { token } = (
      await api.anonymous.post('/api/v1/sessions').send({ username: 'lembaga', password: PASSWORD })
    ).body;
    const bearer = { Authorization: `Bearer ${token as string}`, Origin: 'https://other.example' };
    expect((await change(bearer)).status).toBe(200);
  });

  it('lets nobody be signed in by another site’s form', async () => {
    const answer = await api.anonymous
      .post('/api/v1/sessions')
      .set('Origin', 'https://evil.example')
      .send({ username: 'lembaga', password: PASSWORD });
    expect(answer.body).toMatchObject({ status: 403, code: 'access.foreign_request' });
  });

  it('is not asked of what only reads', async () => {
    const read = await api.anonymous
      .get('/api/v1/me')
      .set({ Cookie: cookie, Origin: 'https://evil.example' });
    expect(read.status).toBe(200);
  });
});

describe('tokens of programs', () => {
  let api: ApiUnderTest;
  beforeAll(async () => (api = await apiUnderTest()));
  afterAll(() => api.close());
  const made = async (scopes: string[], days = 30) => {
    const owner = await api.as('lembaga');
    const answer = await owner
      .post('/api/v1/me/tokens')
      .send({ name: 'LMS', scopes, days, password: PASSWORD });
    expect(answer.status).toBe(201);
    const { token, id } = answer.body as { token: string; id: string };
    return { owner, id, token, bearer: { Authorization: `Bearer ${token}` } };
  };

  it('are shown once and kept as a digest, and say nothing in the audit', async () => {
    const { owner, token } = await made(['read']);
    expect(token).toMatch(/^titian_[\w-]{43}$/);
    const { items } = (await owner.get('/api/v1/me/tokens')).body;
    expect(items).toEqual([expect.objectContaining({ name: 'LMS', scopes: ['read'] })]);
    const kept = await api.database.query<object[]>(
      `select api_token::text as row from api_token union all select audit_entry::text from audit_entry`,
    );
    expect(kept.length).toBeGreaterThan(1);
    expect(JSON.stringify([items, kept])).not.toContain(token);
  });

  it('read with `read`, and change nothing by it', async () => {
    const { bearer } = await made(['read']);
    expect((await api.anonymous.get('/api/v1/me').set(bearer)).body.username).toBe('lembaga');
    expect((await api.anonymous.get('/api/v1/programmes').set(bearer)).status).toBe(200);
    const write = await api.anonymous.put('/api/v1/me/role').set(bearer).send({ membership: null });
    expect(write.body).toMatchObject({ status: 403, code: 'access.token_barred' });
  });

  it('with another scope do not even read', async () => {
    const { bearer } = await made(['events']);
    const refused = await api.anonymous.get('/api/v1/programmes').set({ ...bearer, 'Accept-Language': 'en' });
    expect(refused.body).toMatchObject({ status: 403, code: 'access.token_scope' });
    expect(refused.body.detail).toContain('scope read');
  });

  it('make no other tokens, and see neither sessions nor password of their owner', async () => {
    const { bearer } = await made(['read', 'events', 'imports']);
    const paths = ['/api/v1/me/tokens', '/api/v1/me/sessions', '/api/v1/me/second-factor'];
    for (const path of paths) {
      const answer = await api.anonymous.get(path).set({ ...bearer, 'Accept-Language': 'id' });
      expect(answer.body).toMatchObject({ status: 403, code: 'access.token_barred' });
      expect(answer.body.detail).toContain('Token program tidak dapat melakukan ini');
    }
    const body = { name: 'x', scopes: ['read'], days: 1, password: PASSWORD };
    expect((await api.anonymous.post('/api/v1/me/tokens').set(bearer).send(body)).body.code).toBe(
      'access.token_barred',
    );
  });

  it('are made by whoever gives his password with it, and by nobody who found his screen open', async () => {
    const owner = await api.as('lembaga');
    const before = await api.database.query('select count(*) from api_token');
    const make = (more: object) =>
      owner.post('/api/v1/me/tokens').send({ name: 'LMS', scopes: ['read'], days: 1, ...more });
    expect((await make({})).body).toMatchObject({
      ...{ status: 422, code: 'access.proof_needed' },
      errors: [{ path: 'password', code: 'required' }],
    });
    expect((await make({ password: 'another' })).body).toMatchObject({
      ...{ status: 403, code: 'access.password_wrong' },
      errors: [{ path: 'password', code: 'password_wrong' }],
    });
    expect(await api.database.query('select count(*) from api_token')).toEqual(before);
    const change = await owner.put('/api/v1/me/password').send({ next: 'kapal-teduh-menyeberang-jingga' });
    expect(change.body).toMatchObject({ code: 'access.proof_needed', errors: [{ path: 'current' }] });
    expect((await owner.get('/api/v1/me/proof')).body).toEqual({ provider: false, until: null });
    expect((await make({ password: PASSWORD })).status).toBe(201);
  });

  it('end with their time, or when they are revoked', async () => {
    const { owner, id, bearer } = await made(['read']);
    expect((await (await api.as('peserta')).delete(`/api/v1/me/tokens/${id}`)).status).toBe(404);
    expect((await owner.delete(`/api/v1/me/tokens/${id}`)).status).toBe(204);
    expect((await api.anonymous.get('/api/v1/me').set(bearer)).status).toBe(401);
    const late = await made(['read']);
    await api.database.query('update api_token set expires_at = now() where id = $1', [late.id]);
    expect((await api.anonymous.get('/api/v1/me').set(late.bearer)).status).toBe(401);
  });
});
