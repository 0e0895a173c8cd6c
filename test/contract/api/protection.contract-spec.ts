import { Secret, TOTP } from 'otpauth';
import { createLog, parseSettings } from '#libs/platform';
import { readMail, startPrivateSmtp } from '#libs/testing';
import { type ApiUnderTest, apiUnderTest, PASSWORD } from './api-under-test.js';

describe('limits of requests', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiUnderTest(
      {},
      parseSettings({ TITIAN_ADDRESS_REQUESTS: '20', TITIAN_ACCOUNT_REQUESTS: '5' }),
    );
  });
  afterAll(() => api.close());

  it('hold for an account wherever it asks from, and say when to come again', async () => {
    const opened = await api.anonymous
      .post('/api/v1/sessions')
      .set('X-Forwarded-For', '203.0.113.1')
      .send({ username: 'lembaga', password: PASSWORD });
    const statuses = [];
    for (let n = 0; n < 6; n += 1) {
      const answer = await api.anonymous.get('/api/v1/me').set({
        ...{ Authorization: `Bearer ${opened.body.token as string}`, 'Accept-Language': 'en' },
        'X-Forwarded-For': `203.0.113.${10 + n}`,
      });
      statuses.push(answer.status);
      if (n < 5) continue;
      const seconds = Number(answer.headers['retry-after']);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
      expect(answer.body).toMatchObject({
        code: 'request.too_many',
        detail: `Wait ${seconds} seconds, then send again.`,
      });
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('hold for an address, and for no other one', async () => {
    const ask = (address: string) => api.anonymous.get('/api/v1/me').set('X-Forwarded-For', address);
    const statuses = await Promise.all(Array.from({ length: 25 }, () => ask('198.51.100.1')));
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(5);
    expect((await ask('198.51.100.2')).status).toBe(401);
  });
});

describe('what every answer says to browsers', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiUnderTest({}, parseSettings({ SECURITY_CONTACT: 'mailto:aman@titian.example' }));
  });
  afterAll(() => api.close());

  it('keeps a connection longer than the proxy in front, which would answer 502 for one that closes under it', async () => {
    const { headers } = await api.anonymous.get('/api/v1/me').set('Connection', 'keep-alive');
    expect(headers['keep-alive']).toBe('timeout=75');
  });

  it('lets nothing foreign in, and shows itself in nobody’s frame', async () => {
    const { headers } = await api.anonymous.get('/api/v1/me');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    const policy = headers['content-security-policy'] ?? '';
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'self'",
    ])
      expect(policy).toContain(part);
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('names whom to tell of a weakness', async () => {
    const { text, status, headers } = await api.anonymous.get('/.well-known/security.txt');
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toMatch(
      /^Contact: mailto:aman@titian\.example\nExpires: \d{4}-.*Z\nPreferred-Languages: id, en\n$/,
    );
  });
});

describe('the log at its finest', () => {
  it('says no password, token, code or link, whatever was tried with them', async () => {
    const smtp = await startPrivateSmtp();
    const lines: string[] = [];
    const log = createLog({ level: 'debug', write: (line) => lines.push(line) });
    const settings = parseSettings({
      ...{ SMTP_URL: smtp.url, MAIL_FROM: 'titian@example.go.id', PUBLIC_URL: 'https://titian.example' },
    });
    const api = await apiUnderTest({ log }, settings);
    await api.database.query(
      `with one as (insert into person (id) values (gen_random_uuid()) returning id),
         named as (insert into person_data (person_id, name, email) select id, 'Satu', 'satu@ins-01.example' from one)
       update account set person_id = one.id from one where username = 'peserta'`,
    );
    const secrets = [PASSWORD, 'a-wrong-password-1', 'kapal-teduh-menyeberang-jingga'];
    const [, wrong = '', next = ''] = secrets;
    const signIn = (password: string) =>
      api.anonymous.post('/api/v1/sessions').send({ username: 'peserta', password });
    await signIn(wrong);
    const { token } = (await signIn(PASSWORD)).body as { token: string };
    const bearer = { Authorization: `Bearer ${token}` };
    const post = (path: string, body: object) => api.anonymous.post(`/api/v1/${path}`).set(bearer).send(body);
    await post('me/password', { current: wrong, next });
    const made = await post('me/tokens', { name: 'x', scopes: ['read'], days: 1, password: PASSWORD });
    const begun = await post('me/second-factor', { password: PASSWORD });
    const code = new TOTP({ secret: Secret.fromBase32(begun.body.secret as string) }).generate();
    const confirmed = await post('me/second-factor/confirm', { code });
    const challenged = await signIn(PASSWORD);
    await post('sessions/second-factor', { challenge: challenged.body.challenge, code });
    await post('password-recoveries', { username: 'peserta' });
    for (let tries = 0; tries < 100 && smtp.taken.length === 0; tries += 1)
      await new Promise((wake) => setTimeout(wake, 50));
    const link = /#([\w-]{43})/.exec(readMail(smtp.taken[0]!).text)?.[1] ?? '';
    await api.anonymous.get(`/api/v1/password-recoveries/${link}`);
    await post(`password-recoveries/${link}`, { password: next });
    secrets.push(token, made.body.token, begun.body.secret, code, ...confirmed.body.recoveryCodes);
    secrets.push(challenged.body.challenge, link);
    expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 5)).toBe(true);
    expect(lines.length).toBeGreaterThan(10);
    const all = lines.join('');
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    await api.close();
    await smtp.stop();
  });
});
