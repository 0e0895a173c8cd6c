import { createAccount } from '#libs/access';
import { accessStore } from '#libs/persistence';
import { type ApiUnderTest, apiUnderTest, PASSWORD } from './api-under-test.js';

describe('how others sign in, as their administrator settles it', () => {
  let api: ApiUnderTest;
  let ids: Record<string, string> = {};
  beforeAll(async () => {
    api = await apiUnderTest();
    await createAccount(accessStore(api.database.manager), {
      ...{ username: 'admin', password: PASSWORD, sandbox: true },
      memberships: [{ orgCode: 'LP-01', role: 'admin' }],
    });
    const rows = await api.database.query<{ name: string; id: string }[]>(
      `select code as name, id from organisation union all select username, id from account`,
    );
    ids = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
  });
  afterAll(() => api.close());

  it('asks a second factor of those who hold an office in his own organisation, and of no other', async () => {
    const admin = await api.as('admin');
    const rule = (code: string) => `/api/v1/organisations/${ids[code]}/second-factor`;
    // The organiser and the administrator; coach and examiner hold no office.
    const officials = 2;
    expect((await admin.get(rule('LP-01'))).body).toEqual({ required: false, officials, without: officials });
    expect((await admin.put(rule('INS-01')).send({ required: true })).status).toBe(403);
    expect((await (await api.as('instansi')).put(rule('INS-01')).send({ required: true })).status).toBe(403);
    const lembaga = await api.as('lembaga');
    expect((await lembaga.get('/api/v1/programmes')).status).toBe(200);
    const asked = { name: 'Laporan', scopes: ['read'], days: 5, password: PASSWORD };
    const { token } = (await lembaga.post('/api/v1/me/tokens').send(asked)).body;
    const byProgram = async () =>
      (await api.anonymous.get('/api/v1/programmes').set({ authorization: `Bearer ${token}` })).body;
    expect((await byProgram()).items).toBeDefined();
    expect((await admin.put(rule('LP-01')).send({ required: true })).status).toBe(204);
    expect((await lembaga.get('/api/v1/programmes')).body.code).toBe('access.second_factor_owed');
    expect((await byProgram()).code).toBe('access.second_factor_owed');
    expect((await lembaga.get('/api/v1/me')).body.owesSecondFactor).toBe(true);
    // He holds an office there himself.
    expect((await admin.get(rule('LP-01'))).body.code).toBe('access.second_factor_owed');
    await api.database.query('update organisation set second_factor_required = false');
  });

  it('takes away the factor of somebody who lost it, with the reason on record, and ends his sessions', async () => {
    const [inside, foreign] = [await api.as('lembaga'), await api.as('instansi')];
    await api.database.query(
      `insert into second_factor (account_id, sealed_secret, created_at, confirmed_at) values ($1, 'x', now(), now())`,
      [ids['lembaga']],
    );
    const admin = await api.as('admin');
    const seen = async () => (await admin.get(`/api/v1/accounts/${ids['lembaga']}`)).body;
    expect(await seen()).toMatchObject({
      ...{ secondFactorSince: expect.any(String), byProvider: false, mayChange: true, subjects: [] },
      memberships: [{ orgCode: 'LP-01', role: 'institute' }],
    });
    const reset = (who: string) =>
      admin
        .delete(`/api/v1/accounts/${ids[who]}/second-factor`)
        .send({ reason: 'Datang sendiri dengan KTP' });
    expect((await reset('instansi')).status).toBe(404);
    // With a session alone nobody gets rid of his own.
    expect((await reset('admin')).body.code).toBe('account.oneself');
    expect((await inside.get('/api/v1/me')).status).toBe(200);
    expect((await reset('lembaga')).status).toBe(204);
    // Whoever is in by what was lost is out.
    expect((await inside.get('/api/v1/me')).status).toBe(401);
    expect((await foreign.get('/api/v1/me')).status).toBe(200);
    expect((await seen()).secondFactorSince).toBeNull();
    expect((await reset('lembaga')).body).toMatchObject({ status: 409, code: 'access.second_factor_none' });
    expect((await (await api.as('lembaga')).get('/api/v1/me/second-factor')).body.on).toBe(false);
    const [entry] = await api.database.query<{ data: unknown }[]>(
      `select data from audit_entry where action = 'account.secondFactorReset'`,
    );
    expect(entry?.data).toMatchObject({ reason: 'Datang sendiri dengan KTP' });
  });

  it('invites nobody without mail, and says so', async () => {
    const admin = await api.as('admin');
    const invited = await admin.post(`/api/v1/accounts/${ids['lembaga']}/invitation`).send({});
    expect(invited.body).toMatchObject({ status: 409, code: 'access.mail_off' });
    expect((await admin.post(`/api/v1/accounts/${ids['instansi']}/invitation`).send({})).status).toBe(404);
  });
});
