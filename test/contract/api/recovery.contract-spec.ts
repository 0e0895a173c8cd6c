import { accessStore } from '#libs/persistence';
import { createLog, parseSettings } from '#libs/platform';
import { type PrivateSmtp, readMail, startPrivateSmtp } from '#libs/testing';
import { composeSignIn } from '../../../apps/titian/src/composition/compose-sign-in.js';
import { type ApiUnderTest, apiUnderTest } from './api-under-test.js';

const NEXT = 'kapal-teduh-menyeberang-jingga';
const RECOVERIES = '/api/v1/password-recoveries';

describe('a forgotten password', () => {
  let smtp: PrivateSmtp;
  let api: ApiUnderTest;
  const signIn = () => {
    const settings = parseSettings({
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Titian <titian@example.go.id>',
      PUBLIC_URL: 'https://titian.example',
    });
    const access = accessStore(api.database.manager);
    return composeSignIn({
      ...{ dataSource: api.database, access, settings },
      log: createLog({ level: 'silent' }),
      audit: api.audit,
    });
  };
  let accountId = '';
  beforeAll(async () => {
    smtp = await startPrivateSmtp();
    const settings = parseSettings({
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Titian <titian@example.go.id>',
      PUBLIC_URL: 'https://titian.example',
    });
    api = await apiUnderTest({}, settings);
    const [person] = await accessStore(api.database.manager).savePersons([
      {
        ...{ nip: null, name: 'Contoh Satu', birthDate: null, sex: null, phone: null },
        email: 'satu@ins-01.example',
      },
    ]);
    const [[row]] = await api.database.query<[{ id: string }[], number]>(
      `update account set person_id = $1 where username = 'peserta' returning id`,
      [person?.id],
    );
    accountId = row?.id ?? '';
  });
  beforeEach(async () => {
    smtp.taken.splice(0);
    await api.database.query('delete from password_link');
  });
  afterAll(async () => {
    await api.close();
    await smtp.stop();
  });

  const ask = (username: string) => api.anonymous.post(RECOVERIES).send({ username });
  const arrived = async (letters: number) => {
    for (let tries = 0; tries < 100 && smtp.taken.length < letters; tries += 1)
      await new Promise((wake) => setTimeout(wake, 50));
    return smtp.taken.map((taken) => readMail(taken));
  };
  const tokenIn = (text: string) =>
    /https:\/\/titian\.example\/set-password#([\w-]{43})\s/.exec(text)?.[1] ?? '';

  it('is set by a link that came by mail, once, and everything that was open is ended', async () => {
    const open = await api.as('peserta');
    const asked = await ask('Peserta');
    expect([asked.status, asked.text]).toEqual([202, '']);
    const [letter] = await arrived(1);
    expect(letter?.headers).toMatchObject({
      to: 'Contoh Satu <satu@ins-01.example>',
      subject: '[Titian] Atur ulang kata sandi',
    });
    const token = tokenIn(letter?.text ?? '');
    expect((await api.anonymous.get(`${RECOVERIES}/${token}`)).body).toEqual({
      username: 'peserta',
      purpose: 'recovery',
    });
    const weak = await api.anonymous.post(`${RECOVERIES}/${token}`).send({ password: 'contoh satu 1' });
    expect(weak.body).toMatchObject({ status: 422, errors: [{ path: 'password' }] });
    expect((await api.anonymous.post(`${RECOVERIES}/${token}`).send({ password: NEXT })).status).toBe(204);
    expect((await open.get('/api/v1/me')).status).toBe(401);
    const again = await api.anonymous.post(`${RECOVERIES}/${token}`).send({ password: NEXT });
    expect(again.body).toMatchObject({ status: 410, code: 'access.link_invalid' });
    const signedIn = await api.anonymous
      .post('/api/v1/sessions')
      .send({ username: 'peserta', password: NEXT });
    expect(signedIn.status).toBe(201);
    const audited = await api.database.query<unknown[]>(
      `select 1 from audit_entry where action = 'account.passwordReset' and object_id = $1`,
      [accountId],
    );
    expect(audited).toHaveLength(1);
  });

  it('of a name that nobody bears, or of somebody without mail, is answered alike and brings no letter', async () => {
    for (const username of ['nobody', 'lembaga']) {
      const asked = await ask(username);
      expect([asked.status, asked.text]).toEqual([202, '']);
    }
    await ask('peserta');
    expect(await arrived(1)).toHaveLength(1);
  });

  it('keeps only the digest of what opens it, and only for its time', async () => {
    await ask('peserta');
    const token = tokenIn((await arrived(1))[0]?.text ?? '');
    const rows = await api.database.query<object[]>('select * from password_link');
    expect(JSON.stringify(rows)).not.toContain(token);
    await api.database.query(`update password_link set expires_at = created_at`);
    const late = await api.anonymous.post(`${RECOVERIES}/${token}`).send({ password: NEXT });
    expect(late.body.code).toBe('access.link_invalid');
  });

  it('brings no more than three letters an hour, and the first one used voids the others', async () => {
    for (let times = 0; times < 5; times += 1) await ask('peserta');
    const [first, second] = await arrived(3);
    await new Promise((wake) => setTimeout(wake, 300));
    expect(smtp.taken).toHaveLength(3);
    const use = (text: string) =>
      api.anonymous.post(`${RECOVERIES}/${tokenIn(text)}`).send({ password: `${NEXT}-lagi` });
    const outcomes = await Promise.all([use(first?.text ?? ''), use(first?.text ?? '')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect((await use(second?.text ?? '')).status).toBe(410);
  });

  it('is how a new account gets its first one: its owner is invited', async () => {
    const invited = await signIn().recoveries.invite(accountId);
    expect(invited).toMatchObject({ ok: true });
    const [letter] = await arrived(1);
    expect(letter?.headers['subject']).toBe('[Titian] Akun Anda di Titian');
    expect(letter?.text).toContain('72 jam');
    const found = await api.anonymous.get(`${RECOVERIES}/${tokenIn(letter?.text ?? '')}`);
    expect(found.body).toEqual({ username: 'peserta', purpose: 'invitation' });
    const [other] = await api.database.query<{ id: string }[]>(
      `select id from account where username = 'lembaga'`,
    );
    expect(await signIn().recoveries.invite(other?.id ?? '')).toMatchObject({
      refusal: { code: 'access.unreachable' },
    });
  });

  it('is offered at the door only where mail goes out', async () => {
    expect((await api.anonymous.get('/api/v1/sign-in-options')).body).toMatchObject({ recovery: true });
  });
});

describe('without a mail server', () => {
  let api: ApiUnderTest;
  beforeAll(async () => (api = await apiUnderTest()));
  afterAll(() => api.close());

  it('is said to be so, alike for every name, and whom to ask instead', async () => {
    const ask = (username: string) =>
      api.anonymous.post(RECOVERIES).set('Accept-Language', 'id').send({ username });
    const [known, unknown] = [await ask('peserta'), await ask('nobody')];
    expect(known.body).toMatchObject({ status: 409, code: 'access.recovery_off' });
    expect(known.body.detail).toContain('administrator');
    const { id: _one, ...said } = known.body;
    const { id: _other, ...alike } = unknown.body;
    expect(alike).toEqual(said);
    expect((await api.anonymous.get('/api/v1/sign-in-options')).body.recovery).toBe(false);
  });
});
