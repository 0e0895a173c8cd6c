import { accessStore } from '#libs/persistence';
import { parseSettings } from '#libs/platform';
import { type PrivateSmtp, readMail, startPrivateSmtp } from '#libs/testing';
import { AdministrationWorld } from './administration.fixture.js';

const PASSWORD = 'lentera-teduh-menyeberang-jingga';
const NIP = '198501012010011001';

describe('inviting somebody new', () => {
  let smtp: PrivateSmtp;
  let world: AdministrationWorld;
  beforeAll(async () => {
    smtp = await startPrivateSmtp();
    world = await AdministrationWorld.open(
      parseSettings({
        SMTP_URL: smtp.url,
        MAIL_FROM: 'Titian <titian@example.go.id>',
        PUBLIC_URL: 'https://titian.example',
      }),
    );
    const person = { name: 'Wayan', nip: NIP, birthDate: null, sex: null, phone: null };
    await accessStore(world.api.database.manager).savePersons([{ ...person, email: 'wayan@ins-01.example' }]);
  });
  beforeEach(() => smtp.taken.splice(0));
  afterAll(async () => {
    await world.api.close();
    await smtp.stop();
  });

  const invite = async (as: string, code: string, invitation: object, role = 'coach') =>
    (await world.as(as)).post(world.members(code)).send({ role, invitation });
  const token = () => {
    const [letter] = smtp.taken.map((taken) => readMail(taken));
    return /set-password#([\w-]{43})\s/.exec(letter?.text ?? '')?.[1] ?? '';
  };
  const choose = (link: string) =>
    world.api.anonymous.post(`/api/v1/password-recoveries/${link}`).send({ password: PASSWORD });
  const signIn = (username: string, password: string) =>
    world.api.anonymous.post('/api/v1/sessions').send({ username, password });

  it('makes an account that its owner opens with a password of his own, by a link that he alone has', async () => {
    const made = { username: 'Dewi', name: 'Dewi Lestari', email: 'dewi@lp-01.example' };
    const invited = await invite('admin-lp', 'LP-01', made);
    expect(invited).toMatchObject({
      status: 201,
      body: {
        ...{ role: 'coach', person: { name: 'Dewi Lestari' }, invitation: { sentUntil: expect.any(String) } },
        account: { username: 'dewi', invited: true },
      },
    });
    const link = token();
    expect(JSON.stringify([invited.body, world.api.log, await world.recorded()])).not.toContain(link);
    expect((await signIn('dewi', '')).status).not.toBe(201);
    const again = await (
      await world.as('admin-lp')
    ).post(`/api/v1/accounts/${invited.body.account.id}/invitation`);
    expect(again).toMatchObject({ status: 202, body: { expiresAt: expect.any(String) } });
    expect(smtp.taken).toHaveLength(2);
    expect((await choose(link)).status).toBe(204);
    const opened = await signIn('dewi', PASSWORD);
    expect(opened.body.account.memberships).toMatchObject([{ orgCode: 'LP-01', role: 'coach' }]);
    const { body } = await (await world.as('admin-lp')).get(`${world.members('LP-01')}?q=dewi`);
    expect(body.items).toMatchObject([{ account: { username: 'dewi', invited: false } }]);
    expect((await world.recorded()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.created', 'role.given', 'account.invited']),
    );
  });

  it('takes back what was not accepted: link, roles and account go, and the user name is free', async () => {
    const made = { username: 'salah', name: 'Salah Alamat', email: 'salah@ins-01.example' };
    const invited = await invite('admin-lp', 'LP-01', made);
    const admin = await world.as('admin-lp');
    const withdraw = (id: string) =>
      admin.delete(`/api/v1/accounts/${id}/invitation`).send({ reason: 'Alamat surelnya keliru' });
    const id = invited.body.account.id as string;
    const people = async () =>
      (await world.api.database.query(
        `select person_id from person_data where name = 'Salah Alamat'`,
      )) as unknown[];
    expect(await people()).toHaveLength(1);
    const stranger = (await world.as('admin-ins')).delete(`/api/v1/accounts/${id}/invitation`);
    expect((await stranger.send({ reason: 'Bukan urusan saya' })).status).toBe(404);
    expect((await withdraw(id)).status).toBe(204);
    expect((await withdraw(id)).status).toBe(404);
    expect(await people()).toEqual([]);
    expect((await invite('admin-lp', 'LP-01', { ...made, email: 'benar@ins-01.example' })).status).toBe(201);
    expect((await withdraw(await world.accountId('dewi'))).body).toMatchObject({
      ...{ status: 409, code: 'account.not_invited' },
    });
    expect(await world.recorded()).toContainEqual({
      ...{ action: 'account.invitationWithdrawn', reason: 'Alamat surelnya keliru' },
    });
  });

  it('gives a person of the register his account, with what he was given before, at his own address alone', async () => {
    const admin = await world.as('admin-ins');
    expect((await admin.post(world.members('INS-01')).send({ role: 'mentor', nip: NIP })).status).toBe(201);
    const his = { username: 'wayan', name: 'Siapa saja', email: 'penipu@example.org', nip: NIP };
    expect((await invite('admin-ins', 'INS-01', his, 'superior')).body.errors).toMatchObject([
      { path: 'invitation.email', code: 'not_the_registers' },
    ]);
    const invited = await invite(
      'admin-ins',
      'INS-01',
      { ...his, email: 'Wayan@ins-01.example' },
      'superior',
    );
    expect(invited.body).toMatchObject({ person: { name: 'Wayan' }, account: { username: 'wayan' } });
    await choose(token());
    expect((await signIn('wayan', PASSWORD)).body.account.memberships).toMatchObject([
      { role: 'mentor' },
      { role: 'superior' },
    ]);
    const twice = await invite('admin-ins', 'INS-01', { ...his, username: 'wayan2' }, 'superior');
    expect(twice.body.errors).toMatchObject([{ path: 'invitation.nip', code: 'has_account' }]);
  });

  it.each<[string, object, object]>([
    [
      'a NIP at an institute',
      { nip: '198501012010011002' },
      { path: 'invitation.nip', code: 'nip_of_agencies' },
    ],
    ['no address', { email: 'dewi di mana' }, { path: 'invitation.email', code: 'invalid' }],
    ['two addresses', { email: 'a@b.id,c@d.id' }, { path: 'invitation.email', code: 'invalid' }],
    ['a name with a space', { username: 'de wi' }, { path: 'invitation.username', code: 'invalid' }],
  ])('refuses %s', async (_, change, fault) => {
    const made = { username: 'baru', name: 'Baru', email: 'baru@lp-01.example', ...change };
    expect((await invite('admin-lp', 'LP-01', made)).body.errors).toMatchObject([fault]);
    expect(smtp.taken).toEqual([]);
  });

  it('refuses a user name that is taken, a role that does not fit, and whoever may not', async () => {
    const made = { username: 'coach', name: 'Baru', email: 'baru@lp-01.example' };
    const code = async (as: string, at: string, role?: string) =>
      (await invite(as, at, made, role)).body.code;
    expect(await code('admin-lp', 'LP-01')).toBe('access.username_taken');
    expect(await code('admin-lp', 'LP-01', 'agency')).toBe('member.role_not_of_kind');
    expect(await code('admin-ins', 'LP-01')).toBe('access.forbidden');
    const foreign = await world.accountId('helper');
    expect((await (await world.as('admin-ins')).post(`/api/v1/accounts/${foreign}/invitation`)).status).toBe(
      404,
    );
    expect(smtp.taken).toEqual([]);
  });

  it('says that no mail is sent where none is, and makes nothing', async () => {
    const silent = await AdministrationWorld.open();
    const agent = await silent.as('admin-lp');
    const invitation = { username: 'baru', name: 'Baru', email: 'baru@lp-01.example' };
    const refused = await agent.post(silent.members('LP-01')).send({ role: 'coach', invitation });
    expect(refused.body.code).toBe('access.mail_off');
    expect((await agent.get('/api/v1/accounts?q=baru')).body.items).toEqual([]);
    await silent.api.close();
  });
});
