import { once } from 'node:events';
import { Secret, TOTP } from 'otpauth';
import { createAccount } from '#libs/access';
import { accessStore } from '#libs/persistence';
import { parseSettings } from '#libs/platform';
import { startProvider } from './oidc-provider.js';
import { type ApiUnderTest, apiUnderTest, PASSWORD } from './api-under-test.js';

const PUBLIC_URL = 'http://titian.test';
const CALLBACK = `${PUBLIC_URL}/api/v1/sessions/oidc/callback`;

/** As much of a browser as the provider's pages need: cookies, redirects, and forms filled in. */
class Walker {
  private readonly jar = new Map<string, string>();

  async go(url: string, init: RequestInit = {}): Promise<{ url: string; html: string }> {
    for (;;) {
      if (url.startsWith(PUBLIC_URL)) return { url, html: '' };
      const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { ...init.headers, Cookie: cookie },
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        this.jar.set(name, value);
      }
      const next = response.headers.get('location');
      if (next === null) return { url, html: await response.text() };
      url = new URL(next, url).href;
      init = {};
    }
  }

  /** Signs in at the provider and agrees, page by page; answers where that leads back to. */
  async through(url: string, login: string): Promise<string> {
    let page = await this.go(url);
    for (let pages = 0; pages < 5 && !page.url.startsWith(PUBLIC_URL); pages += 1) {
      const action = /<form[^>]*action="([^"]+)"/.exec(page.html)?.[1] ?? '';
      const prompt = /name="prompt" value="(\w+)"/.exec(page.html)?.[1] ?? '';
      const body = new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'any' }) });
      page = await this.go(new URL(action, page.url).href, { method: 'POST', body });
    }
    return page.url;
  }
}

describe('signing in by the own provider', () => {
  let api: ApiUnderTest;
  let provider: Awaited<ReturnType<typeof startProvider>>;
  beforeAll(async () => {
    provider = await startProvider(CALLBACK);
    const settings = parseSettings({
      ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'titian', PUBLIC_URL },
      OIDC_CLIENT_SECRET: 'a secret between the two of them',
    });
    api = await apiUnderTest({}, settings);
    const [person] = await accessStore(api.database.manager).savePersons([
      {
        ...{ nip: null, name: 'Contoh Satu', birthDate: null, sex: null, phone: null },
        email: 'Satu@ins-01.example',
      },
    ]);
    await api.database.query(`update account set person_id = $1 where username = 'peserta'`, [person?.id]);
  });
  afterAll(async () => {
    await api.close();
    provider.child.kill();
    await once(provider.child, 'exit');
  });

  const begin = async () => {
    const begun = await api.anonymous.get('/api/v1/sessions/oidc');
    expect(begun.status).toBe(302);
    const cookie = /titian_oidc=[^;]+/.exec(String(begun.headers['set-cookie']))?.[0] ?? '';
    return { url: String(begun.headers['location']), cookie };
  };
  const comeBack = (url: string, cookie: string) =>
    api.anonymous.get(url.slice(PUBLIC_URL.length)).set('Cookie', cookie);
  const signIn = async (login: string) => {
    const { url, cookie } = await begin();
    return comeBack(await new Walker().through(url, login), cookie);
  };
  const me = (answer: { headers: Record<string, unknown> }) =>
    api.anonymous
      .get('/api/v1/me')
      .set('Cookie', /titian_session=[^;]+/.exec(String(answer.headers['set-cookie']))?.[0] ?? '');

  it('goes out with PKCE, state and nonce, which the browser keeps sealed', async () => {
    const { url, cookie } = await begin();
    const query = new URL(url).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email' },
      ...{ client_id: 'titian', redirect_uri: CALLBACK },
      ...{ state: expect.any(String), nonce: expect.any(String), code_challenge: expect.any(String) },
    });
    expect(decodeURIComponent(cookie)).not.toContain(query.get('state'));
  });

  it('through the provider’s own pages leads to the account with the verified mail address, and keeps to it', async () => {
    const first = await signIn('satu');
    expect([first.status, first.headers['location']]).toEqual([302, '/#signed-in']);
    expect((await me(first)).body).toMatchObject({
      username: 'peserta',
      memberships: [{ role: 'participant' }],
    });
    // From now on it is the subject that counts, whatever becomes of the address.
    await api.database.query(`update person_data set email = 'lain@ins-01.example'`);
    expect((await signIn('satu')).headers['location']).toBe('/#signed-in');
    await api.database.query(`update person_data set email = 'Satu@ins-01.example'`);
  });

  it('makes nobody an account, and believes no address that the provider has not verified', async () => {
    const before = await api.database.query('select count(*) from account');
    for (const login of ['dua', 'unverified-satu'])
      expect((await signIn(login)).headers['location']).toBe('/#refused=access.oidc_unknown');
    expect(await api.database.query('select count(*) from account')).toEqual(before);
  });

  it('takes no answer that was meant for another browser, was changed, or was used before', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const back = await new Walker().through(mine.url, 'satu');
    const refused = '/#refused=access.oidc_refused';
    expect((await comeBack(back, theirs.cookie)).headers['location']).toBe(refused);
    expect((await comeBack(back, '')).headers['location']).toBe(refused);
    const other = back.replace(/code=[^&]+/, 'code=another');
    expect((await comeBack(other, mine.cookie)).headers['location']).toBe(refused);
    const denied = `${CALLBACK}?error=access_denied&state=${new URL(mine.url).searchParams.get('state')}`;
    expect((await comeBack(denied, mine.cookie)).headers['location']).toBe(refused);
    expect((await comeBack(back, mine.cookie)).headers['location']).toBe('/#signed-in');
    expect((await comeBack(back, mine.cookie)).headers['location']).toBe(refused);
  });

  it('signed in to again, stands for the password that somebody has not got here', async () => {
    const first = await signIn('satu');
    const session = /titian_session=[^;]+/.exec(String(first.headers['set-cookie']))?.[0] ?? '';
    const own = (method: 'get' | 'post', path: string) =>
      api.anonymous[method](path).set({ Cookie: session, 'Sec-Fetch-Site': 'same-origin' });
    const make = () => own('post', '/api/v1/me/tokens').send({ name: 'LMS', scopes: ['read'], days: 1 });
    const again = async (login: string) => {
      const begun = await own('get', '/api/v1/sessions/oidc?again=true');
      const cookie = /titian_oidc=[^;]+/.exec(String(begun.headers['set-cookie']))?.[0] ?? '';
      const url = String(begun.headers['location']);
      expect(new URL(url).searchParams.get('prompt')).toBe('login');
      return comeBack(await new Walker().through(url, login), cookie);
    };
    // To have signed in by the provider a moment ago is not enough: it remembers whoever was there.
    expect((await make()).body.code).toBe('access.proof_needed');
    expect((await own('get', '/api/v1/me/proof')).body).toEqual({ provider: true, until: null });

    const other = await again('dua');
    expect(other.headers['location']).toBe('/account#refused=access.oidc_other');
    expect((await make()).body.code).toBe('access.proof_needed');

    const proved = await again('satu');
    expect([proved.status, proved.headers['location']]).toEqual([302, '/account#proved']);
    expect(proved.headers['set-cookie']?.toString()).not.toContain('titian_session');
    const { until } = (await own('get', '/api/v1/me/proof')).body as { until: string };
    expect(Date.parse(until) - Date.now()).toBeLessThanOrEqual(5 * 60_000);
    expect((await make()).status).toBe(201);
    expect((await own('post', '/api/v1/me/second-factor').send({})).status).toBe(201);
    // Another session of the same account has proved nothing.
    const elsewhere = await api.as('peserta');
    expect((await elsewhere.post('/api/v1/me/second-factor').send({})).body.code).toBe('access.proof_needed');

    await api.database.query(`update auth_session set proved_at = proved_at - interval '5 minutes'`);
    expect((await make()).body.code).toBe('access.proof_needed');
  });

  it('asks for the second factor of whoever has one here', async () => {
    const agent = await api.as('peserta');
    const { secret } = (await agent.post('/api/v1/me/second-factor').send({ password: PASSWORD })).body;
    const app = new TOTP({ secret: Secret.fromBase32(secret as string) });
    const code = app.generate({ timestamp: Date.now() - 30_000 });
    await agent.post('/api/v1/me/second-factor/confirm').send({ code });
    const asked = await signIn('satu');
    const [, challenge] = /^\/#challenge=(.+)$/.exec(asked.headers['location'] ?? '') ?? [];
    expect((await me(asked)).status).toBe(401);
    const answered = await api.anonymous
      .post('/api/v1/sessions/second-factor')
      .send({ challenge, code: app.generate() });
    expect(answered.status).toBe(201);
  });

  it('knows whom an administrator has linked, until he ends it', async () => {
    await createAccount(accessStore(api.database.manager), {
      ...{ username: 'admin', password: PASSWORD, sandbox: true },
      memberships: [{ orgCode: 'LP-01', role: 'admin' }],
    });
    const [account] = await api.database.query<{ id: string }[]>(
      `select id from account where username = 'lembaga'`,
    );
    const admin = await api.as('admin');
    const path = `/api/v1/accounts/${account?.id ?? ''}`;
    const link = `${path}/oidc-subject`;
    expect((await signIn('dua')).headers['location']).toBe('/#refused=access.oidc_unknown');
    expect((await admin.put(link).send({ subject: 'satu' })).body.code).toBe('access.oidc_subject_taken');
    expect((await admin.put(link).send({ subject: 'dua' })).status).toBe(204);
    const known = (await admin.get(path)).body;
    expect(known).toMatchObject({ provider: true, byProvider: true, subjects: [{ subject: 'dua' }] });
    expect((await me(await signIn('dua'))).body.username).toBe('lembaga');

    const [{ issuer, subject }] = known.subjects as [{ issuer: string; subject: string }];
    const end = () => admin.delete(link).send({ issuer, subject, reason: 'Pindah instansi' });
    expect((await end()).status).toBe(204);
    expect((await end()).body).toMatchObject({ status: 409, code: 'access.oidc_subject_unknown' });
    expect((await signIn('dua')).headers['location']).toBe('/#refused=access.oidc_unknown');
    const [entry] = await api.database.query<{ data: unknown }[]>(
      `select data from audit_entry where action = 'account.oidcUnlinked'`,
    );
    expect(entry?.data).toMatchObject({ reason: 'Pindah instansi', before: { subject: 'dua' } });
  });
});

describe('without a provider', () => {
  let api: ApiUnderTest;
  beforeAll(async () => (api = await apiUnderTest()));
  afterAll(() => api.close());

  it('there is no such way in', async () => {
    expect((await api.anonymous.get('/api/v1/sessions/oidc')).status).toBe(404);
    expect((await api.anonymous.get('/api/v1/sign-in-options')).body).toEqual({
      recovery: false,
      oidc: false,
    });
  });
});
