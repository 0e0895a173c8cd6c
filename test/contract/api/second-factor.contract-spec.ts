import { Secret, TOTP } from 'otpauth';
import { parseSettings } from '#libs/platform';
import { type ApiUnderTest, apiUnderTest, PASSWORD } from './api-under-test.js';

const FACTOR = '/api/v1/me/second-factor';
const NOW_MS = 30_000;

describe('a second factor', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiUnderTest(
      {},
      parseSettings({ TITIAN_FREE_FAILURES: '3', TITIAN_FIRST_WAIT_SECONDS: '60' }),
    );
  });
  beforeEach(async () => {
    await api.database.query('delete from second_factor');
    await api.database.query('delete from sign_in_failure');
    await api.database.query('update organisation set second_factor_required = false');
  });
  afterAll(() => api.close());

  const app = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) });
  const code = (secret: string, steps = 0) =>
    app(secret).generate({ timestamp: Date.now() + steps * NOW_MS });
  const open = (username: string, address = '203.0.113.7') =>
    api.anonymous
      .post('/api/v1/sessions')
      .set('X-Forwarded-For', address)
      .send({ username, password: PASSWORD });
  const answer = (challenge: string, given: string, address = '203.0.113.7') =>
    api.anonymous
      .post('/api/v1/sessions/second-factor')
      .set('X-Forwarded-For', address)
      .send({ challenge, code: given });
  const enrolled = async (username: string) => {
    const agent = await api.as(username);
    const begun = await agent.post(FACTOR).send({ password: PASSWORD });
    expect(begun.status).toBe(201);
    const { secret } = begun.body as { secret: string };
    const confirmed = await agent.post(`${FACTOR}/confirm`).send({ code: code(secret, -1) });
    expect(confirmed.status).toBe(200);
    return { agent, secret, recoveryCodes: confirmed.body.recoveryCodes as string[] };
  };

  it('counts once a code of it was shown, and is asked for from then on in a second step', async () => {
    const agent = await api.as('lembaga');
    const begun = await agent.post(FACTOR).send({ password: PASSWORD });
    expect(begun.body).toEqual({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      uri: expect.stringMatching(/^otpauth:\/\/totp\/Titian:lembaga\?issuer=Titian&secret=/),
      picture: expect.stringMatching(/^<svg/),
    });
    expect((await open('lembaga')).status).toBe(201);
    const { secret } = begun.body;
    const confirmed = await agent.post(`${FACTOR}/confirm`).send({ code: code(secret, -1) });
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
    expect((await agent.get(FACTOR)).body).toMatchObject({
      on: true,
      recoveryCodesLeft: 10,
      required: false,
    });
    const first = await open('lembaga');
    expect(first.body).toMatchObject({ status: 401, code: 'access.second_factor_needed' });
    expect(first.headers['set-cookie']).toBeUndefined();
    const second = await answer(first.body.challenge, code(secret));
    expect(second.status).toBe(201);
    expect(second.body.account.username).toBe('lembaga');
  });

  it('ends every other session of the account when it is turned on, and when it is turned off', async () => {
    const open2 = async () => (await open('lembaga')).body.token as string;
    const me = (token: string) => api.anonymous.get('/api/v1/me').set('Authorization', `Bearer ${token}`);
    const before = await open2();
    const { agent, secret, recoveryCodes } = await enrolled('lembaga');
    expect((await me(before)).status).toBe(401);
    expect((await agent.get('/api/v1/me')).status).toBe(200);
    const entered = await answer((await open('lembaga')).body.challenge, code(secret));
    const other = (entered.body as { token: string }).token;
    expect((await me(other)).status).toBe(200);
    const renewed = await agent.delete(FACTOR).send({ password: PASSWORD, code: recoveryCodes[0] });
    expect(renewed.status).toBe(204);
    expect((await me(other)).status).toBe(401);
    expect((await agent.get('/api/v1/me')).status).toBe(200);
  });

  it('of the organisation’s accounts without one stays as it was', async () => {
    expect((await open('peserta')).status).toBe(201);
  });

  it('takes each code once, also of two who send it at the same time', async () => {
    const { secret } = await enrolled('lembaga');
    const challenges = await Promise.all([open('lembaga'), open('lembaga')]);
    const given = code(secret);
    const statuses = await Promise.all(challenges.map(({ body }) => answer(body.challenge, given)));
    expect(statuses.map(({ status }) => status).sort()).toEqual([201, 403]);
  });

  it('is replaced by a recovery code, once each, which are kept as digests only', async () => {
    const { recoveryCodes } = await enrolled('lembaga');
    const [first = '', second = ''] = recoveryCodes;
    const use = async (given: string) => (await answer((await open('lembaga')).body.challenge, given)).status;
    expect(await use(first)).toBe(201);
    expect(await use(first)).toBe(403);
    expect(await use(second.toUpperCase())).toBe(201);
    const rows = await api.database.query<object[]>('select * from recovery_code');
    expect(JSON.stringify(rows)).not.toContain(first);
  });

  it('is guessed no more than its limit, from however many addresses; a known one goes on', async () => {
    const { secret } = await enrolled('lembaga');
    const { challenge } = (await open('lembaga', '198.51.100.1')).body;
    const wrong = [];
    for (let n = 1; n <= 4; n += 1) wrong.push((await answer(challenge, '000000', `198.51.100.${n}`)).status);
    expect(wrong).toEqual([403, 403, 403, 429]);
    // The owner was signed in at this address before.
    const own = (await open('lembaga')).body.challenge;
    expect((await answer(own, code(secret))).status).toBe(201);
  });

  it('is sealed at rest, and turned off by password and code together', async () => {
    const { agent, secret, recoveryCodes } = await enrolled('lembaga');
    const rows = await api.database.query<object[]>('select * from second_factor');
    expect(JSON.stringify(rows)).not.toContain(secret);
    const off = (password: string, given: string) => agent.delete(FACTOR).send({ password, code: given });
    expect((await off('wrong', code(secret))).status).toBe(403);
    expect((await off(PASSWORD, '000000')).status).toBe(403);
    expect((await off(PASSWORD, recoveryCodes[0] ?? '')).status).toBe(204);
    expect((await open('lembaga')).status).toBe(201);
  });

  it('is asked of whoever holds an office where his organisation wants it; until then he may do nothing else', async () => {
    await api.database.query(`update organisation set second_factor_required = true where code = 'LP-01'`);
    const agent = await api.as('lembaga');
    const refused = await agent.get('/api/v1/programmes');
    expect(refused.body).toMatchObject({ status: 403, code: 'access.second_factor_owed' });
    expect((await agent.get('/api/v1/me')).status).toBe(200);
    expect((await agent.get(FACTOR)).body).toMatchObject({ on: false, required: true });
    const { agent: now } = await enrolled('lembaga');
    expect((await now.get('/api/v1/programmes')).status).toBe(200);
  });

  it('is not asked of participants', async () => {
    await api.database.query(`update organisation set second_factor_required = true`);
    expect((await (await api.as('peserta')).get('/api/v1/programmes')).status).toBe(200);
  });
});
