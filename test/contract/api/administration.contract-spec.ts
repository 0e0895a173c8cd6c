import { PASSWORD } from './api-under-test.js';
import { AdministrationWorld } from './administration.fixture.js';

const REASON = 'Pindah tugas';
const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('keeping members', () => {
  let world: AdministrationWorld;
  beforeAll(async () => (world = await AdministrationWorld.open()));
  afterAll(() => world.api.close());

  const give = async (as: string, code: string, body: object) =>
    (await world.as(as)).post(world.members(code)).send(body);
  const end = async (as: string, code: string, membership: string, body: object = { reason: REASON }) =>
    (await world.as(as)).delete(`${world.members(code)}/${membership}`).send(body);

  it('gives an account a role, which it has from its next request on, and ends it again', async () => {
    const helper = await world.as('helper');
    await helper.get('/api/v1/me');
    const given = await give('admin-lp', 'LP-01', { role: 'examiner', account: ' Helper ' });
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({
      ...{
        role: 'examiner',
        givenBy: 'Nama admin-lp',
        ended: null,
        since: expect.stringMatching(/\+07:00$/),
      },
      ...{ account: { username: 'helper', disabled: false }, person: { name: 'Nama helper', nip: null } },
    });
    const roles = async () =>
      (await helper.get('/api/v1/me')).body.memberships.map(({ role }: { role: string }) => role);
    expect(await roles()).toEqual(['coach', 'examiner']);
    expect(await give('admin-lp', 'LP-01', { role: 'examiner', account: 'helper' })).toMatchObject({
      status: 409,
      body: { code: 'member.already' },
    });
    const ended = await end('admin-lp', 'LP-01', given.body.id);
    expect(ended).toMatchObject({ status: 200, body: { released: 0, named: 0 } });
    expect(await roles()).toEqual(['coach']);
    const past = await (await world.as('admin-lp')).get(`${world.members('LP-01')}?ended=true`);
    expect(past.body.items).toMatchObject([
      { id: given.body.id, role: 'examiner', ended: { by: 'Nama admin-lp', reason: REASON } },
    ]);
    expect((await end('admin-lp', 'LP-01', given.body.id)).status).toBe(409);
    const recorded = (await world.recorded()).filter(({ action }) => action.startsWith('role.'));
    expect(recorded).toEqual([
      { action: 'role.given', reason: null },
      { action: 'role.taken', reason: REASON },
    ]);
  });

  it('plans the last day of a role, changes it and takes it back, with reasons', async () => {
    const admin = await world.as('admin-lp');
    const ends = { until: '2099-12-31', reason: 'Kontrak berakhir' };
    const given = await give('admin-lp', 'LP-01', { role: 'examiner', account: 'helper', ends });
    expect(given.body).toMatchObject({ ends: { ...ends, by: 'Nama admin-lp' } });
    const path = `${world.members('LP-01')}/${given.body.id}/end`;
    const later = await admin.put(path).send({ until: '2100-06-30', reason: 'Diperpanjang' });
    expect(later).toMatchObject({
      status: 200,
      body: { ends: { until: '2100-06-30', reason: 'Diperpanjang' } },
    });
    const mine = (await (await world.as('helper')).get('/api/v1/me')).body.memberships;
    expect(mine).toContainEqual(expect.objectContaining({ role: 'examiner', until: '2100-06-30' }));
    const past = await admin.put(path).send({ until: '2020-01-01', reason: 'Terlambat' });
    expect(past).toMatchObject({ status: 422, body: { errors: [{ path: 'until', code: 'day_is_past' }] } });
    for (const until of ['2101-01-01', '9999-12-31'])
      expect((await admin.put(path).send({ ...ends, until })).body.errors).toMatchObject([
        { path: 'until', code: 'out_of_years' },
      ]);
    expect(
      (
        await give('admin-lp', 'LP-01', {
          role: 'lms',
          account: 'helper',
          ends: { ...ends, until: '2020-01-01' },
        })
      ).body.errors,
    ).toMatchObject([{ path: 'ends.until', code: 'day_is_past' }]);
    expect((await (await world.as('admin-ins')).put(path).send(ends)).status).toBe(403);

    // As if the day had come and gone: nothing is given by it from the next request on.
    await world.api.database.query(`update membership set ends_on = '2020-01-01' where id = $1`, [
      given.body.id,
    ]);
    const roles = async () =>
      (await (await world.as('helper')).get('/api/v1/me')).body.memberships.map(
        ({ role }: { role: string }) => role,
      );
    expect(await roles()).toEqual(['coach']);
    const back = await admin.delete(path).send({ reason: 'Masih bertugas' });
    expect(back).toMatchObject({ status: 200, body: { ends: null } });
    expect(await roles()).toEqual(['coach', 'examiner']);
    await end('admin-lp', 'LP-01', given.body.id);
    // Once more is told that it is so already, and by whom.
    for (const again of [
      await admin.put(path).send(ends),
      await admin.delete(path).send({ reason: REASON }),
      await end('admin-lp', 'LP-01', given.body.id),
    ])
      expect(again).toMatchObject({
        status: 409,
        body: { code: 'member.ended', detail: expect.stringContaining('Nama admin-lp') },
      });
    const recorded = (await world.recorded()).filter(({ action }) => action.startsWith('role.end'));
    expect(recorded).toEqual([
      { action: 'role.endPlanned', reason: 'Diperpanjang' },
      { action: 'role.endTakenBack', reason: 'Masih bertugas' },
    ]);
  });

  it('plans no end of one’s own role, nor of the last administrator’s', async () => {
    const ends = { until: '2099-12-31', reason: 'Purnatugas' };
    const plan = async (as: string, code: string, username: string) => {
      const id = await world.membership('lan-1', code, username, 'admin');
      return (await world.as(as)).put(`${world.members(code)}/${id}/end`).send(ends);
    };
    expect((await plan('admin-lp', 'LP-01', 'admin-lp')).body.code).toBe('member.oneself');
    const last = await plan('lan-1', 'INS-01', 'admin-ins');
    expect(last).toMatchObject({ status: 409, body: { code: 'member.last_admin_planned' } });
    expect((await plan('lan-1', 'LP-01', 'admin-lp-2')).status).toBe(200);
    // The other one goes anyway, so that he answers for nobody who follows.
    expect((await plan('lan-1', 'LP-01', 'admin-lp')).body.code).toBe('member.last_admin_planned');
    const id = await world.membership('lan-1', 'LP-01', 'admin-lp-2', 'admin');
    const lan = await world.as('lan-1');
    await lan.delete(`${world.members('LP-01')}/${id}/end`).send({ reason: 'Tetap' });
  });

  it('is narrowed by role and name, comes page by page, and goes to Excel', async () => {
    const admin = await world.as('admin-lp');
    const names = async (query: string) => {
      const { body } = await admin.get(`${world.members('LP-01')}?${query}`);
      return [body.items.map(({ account }: { account: { username: string } }) => account.username), body];
    };
    expect((await names('role=coach'))[0]).toEqual(['admin-lp-2', 'coach', 'helper']);
    expect((await names('q=LP-2'))[0]).toEqual(['admin-lp-2', 'admin-lp-2']);
    const long = await admin.get(`${world.members('LP-01')}?q=${'x'.repeat(101)}`);
    expect(long.body.errors).toMatchObject([
      { path: 'q', code: 'search_too_long', message: expect.stringMatching(/\b100\b/) },
    ]);
    const [first, { nextCursor }] = await names('limit=2&role=coach');
    expect([first, (await names(`limit=2&role=coach&cursor=${nextCursor}`))[0]]).toEqual([
      ['admin-lp-2', 'coach'],
      ['helper'],
    ]);
    expect((await names('role=coach'))[1].roles).toContain('lms');
    const sheet = await admin.get(`${world.members('LP-01')}.xlsx?role=coach`).buffer();
    expect(sheet.status).toBe(200);
    expect(sheet.headers['content-type']).toContain('spreadsheetml');
  });

  it('takes somebody of the register by his NIP, and tells the end of it alone', async () => {
    const nip = '198001012005011001';
    await world.api.database.query(
      `with made as (insert into person (id) values (gen_random_uuid()) returning id)
       insert into person_data (person_id, nip, name) select id, $1, 'Sri' from made`,
      [nip],
    );
    const given = await give('admin-ins', 'INS-01', { role: 'mentor', nip });
    expect(given.body).toMatchObject({ account: null, person: { name: 'Sri', nip: '…1001' } });
    expect((await give('admin-ins', 'INS-01', { role: 'mentor', nip })).body.code).toBe('member.already');
  });

  it.each<[string, object, object]>([
    ['a role that there is not', { role: 'king', account: 'coach' }, { path: 'role', code: 'not_one_of' }],
    ['nobody', { role: 'coach' }, { path: 'account', code: 'exactly_one_of' }],
    [
      'two ways to name one',
      { role: 'coach', account: 'coach', nip: '198001012005011001' },
      { path: 'account', code: 'exactly_one_of' },
    ],
    [
      'an account that there is not',
      { role: 'coach', account: 'x' },
      { path: 'account', code: 'unknown_account' },
    ],
    ['an unknown NIP', { role: 'coach', nip: '999901012005011001' }, { path: 'nip', code: 'unknown_person' }],
    ['half a NIP', { role: 'coach', nip: '1999' }, { path: 'nip', code: 'invalid' }],
    ['a role of another kind', { role: 'agency', account: 'coach' }, { path: 'role', code: 'not_one_of' }],
  ])('refuses %s, by field', async (_, body, fault) => {
    const refused = await give('admin-lp', 'LP-01', body);
    expect(refused).toMatchObject({ status: 422, body: { errors: [fault] } });
  });

  it('says why a role is none of such an organisation, in both languages', async () => {
    const lan = await world.as('lan-1');
    const asked = (language: string) =>
      lan
        .post(world.members('PAC-01'))
        .set('Accept-Language', language)
        .send({ role: 'institute', account: 'coach' });
    expect((await asked('en')).body).toMatchObject({
      ...{ status: 422, code: 'member.role_not_of_kind', detail: expect.stringContaining('two bodies') },
    });
    expect((await asked('id')).body.detail).toContain('dua badan');
  });

  it('leaves to LAN what is LAN’s, to an organisation what is its own, and to others nothing', async () => {
    const asks: [string, string, number][] = [
      ['lan-1', 'LP-01', 200],
      ['admin-lp', 'LP-01', 200],
      ['admin-lp', 'INS-01', 403],
      ['admin-ins', 'LP-01', 403],
      ['lan-admin', 'LP-01', 403],
      ['lan-admin', 'LAN', 200],
      ['operator', 'LAN', 403],
      ['lembaga', 'LP-01', 403],
      ['coach', 'LP-01', 403],
      ['peserta', 'INS-01', 403],
    ];
    for (const [who, code, status] of asks) {
      const agent = await world.as(who);
      const listed = await agent.get(world.members(code));
      const sheet = await agent.get(`${world.members(code)}.xlsx`);
      expect([who, code, listed.status, sheet.status]).toEqual([who, code, status, status]);
      if (status === 403)
        expect((await give(who, code, { role: 'coach', account: 'helper' })).body.code).toBe(
          'access.forbidden',
        );
    }
    const nowhere = `/api/v1/organisations/${NOBODY}/members`;
    expect((await (await world.as('admin-lp')).get(nowhere)).status).toBe(404);
    expect(
      (await (await world.as('admin-lp')).post(nowhere).send({ role: 'coach', account: 'x' })).status,
    ).toBe(404);
    const membership = await world.membership('admin-lp', 'LP-01', 'helper', 'coach');
    expect((await end('admin-ins', 'LP-01', membership)).status).toBe(403);
    expect((await end('admin-ins', 'INS-01', membership)).status).toBe(404);
    expect((await end('admin-lp', 'LP-01', membership, {})).body.errors).toMatchObject([
      { path: 'reason', code: 'required' },
    ]);
  });

  it('lets nobody give a role to himself', async () => {
    for (const [who, code, role] of [
      ['admin-lp', 'LP-01', 'institute'],
      ['lan-1', 'LP-01', 'admin'],
    ] as const)
      expect(await give(who, code, { role, account: who })).toMatchObject({
        status: 403,
        body: { code: 'member.oneself' },
      });
  });

  it('lets nobody end his own last administrator’s role, and leaves no organisation without one', async () => {
    const own = await world.membership('admin-lp', 'LP-01', 'admin-lp', 'admin');
    expect(await end('admin-lp', 'LP-01', own)).toMatchObject({
      status: 409,
      body: { code: 'member.own_last_admin' },
    });
    expect((await end('admin-lp-2', 'LP-01', own)).status).toBe(200);
    const last = await world.membership('lan-1', 'LP-01', 'admin-lp-2', 'admin');
    expect(await end('lan-1', 'LP-01', last)).toMatchObject({
      status: 409,
      body: { code: 'member.last_admin' },
    });
    for (const successor of ['nobody', 'admin-lp-2'])
      expect((await end('lan-1', 'LP-01', last, { reason: REASON, successor })).body.errors).toMatchObject([
        { path: 'successor', code: 'unknown_account' },
      ]);
    expect((await end('lan-1', 'LP-01', last, { reason: REASON, successor: 'admin-lp' })).status).toBe(200);
    const { body } = await (await world.as('lan-1')).get(`${world.members('LP-01')}?role=admin`);
    expect(body.items).toMatchObject([{ account: { username: 'admin-lp' } }]);
    expect((await give('admin-lp', 'LP-01', { role: 'admin', account: 'admin-lp-2' })).status).toBe(201);
  });

  it('leaves one administrator when two end each other’s role at once', async () => {
    const [one, other] = [
      await world.membership('lan-1', 'LP-01', 'admin-lp', 'admin'),
      await world.membership('lan-1', 'LP-01', 'admin-lp-2', 'admin'),
    ];
    const answers = await Promise.all([end('lan-1', 'LP-01', one), end('lan-1', 'LP-01', other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await (await world.as('lan-1')).get(`${world.members('LP-01')}?role=admin`);
    expect(body.items).toHaveLength(1);
  });
});

describe('keeping accounts', () => {
  let world: AdministrationWorld;
  beforeAll(async () => (world = await AdministrationWorld.open()));
  afterAll(() => world.api.close());

  const stand = async (
    as: string,
    verb: 'disable' | 'enable',
    id: string,
    body: object = { reason: REASON },
  ) => (await world.as(as)).post(`/api/v1/accounts/${id}/${verb}`).send(body);

  it('shuts an account out at once, sessions and all, and lets it in again', async () => {
    const [helper, id] = [await world.as('helper'), await world.accountId('helper')];
    await helper.get('/api/v1/me');
    expect((await stand('admin-lp', 'disable', id)).body).toMatchObject({
      username: 'helper',
      disabled: true,
    });
    expect((await helper.get('/api/v1/me')).status).toBe(401);
    const signIn = () =>
      world.api.anonymous.post('/api/v1/sessions').send({ username: 'helper', password: PASSWORD });
    expect((await signIn()).status).toBe(401);
    const refused = await (
      await world.as('admin-lp')
    )
      .post(world.members('LP-01'))
      .send({ role: 'examiner', account: 'helper' });
    expect(refused.body.errors).toMatchObject([{ path: 'account', code: 'disabled_account' }]);
    expect((await stand('admin-lp', 'enable', id)).body.disabled).toBe(false);
    expect((await stand('admin-lp', 'enable', id)).status).toBe(200);
    expect((await helper.get('/api/v1/me')).status).toBe(401);
    expect((await signIn()).status).toBe(201);
    const recorded = (await world.recorded()).filter(({ action }) => /^account\.(dis|en)abled$/.test(action));
    expect(recorded).toEqual([
      { action: 'account.disabled', reason: REASON },
      { action: 'account.enabled', reason: REASON },
    ]);
  });

  it('lists to an administrator his own people alone, and of them what they are with him', async () => {
    const listed = async (who: string, q = '') =>
      (await (await world.as(who)).get(`/api/v1/accounts?q=${q}`)).body.items as {
        username: string;
        memberships: { orgCode: string }[];
      }[];
    const mine = await listed('admin-lp');
    expect(mine.map(({ username }) => username)).toEqual([
      'admin-lp',
      'admin-lp-2',
      'coach',
      'helper',
      'lembaga',
    ]);
    expect(mine[2]?.memberships.map(({ orgCode }) => orgCode)).toEqual(['LP-01']);
    expect((await listed('lan-1', 'coach'))[0]?.memberships.map(({ orgCode }) => orgCode)).toEqual([
      'INS-02',
      'LP-01',
    ]);
    expect((await listed('lan-1')).length).toBeGreaterThan(mine.length);
    expect((await (await world.as('coach')).get('/api/v1/accounts')).status).toBe(403);
  });

  it('is narrowed by role, place, standing and second factor, page by page, and goes to Excel', async () => {
    const lan = await world.as('lan-1');
    const names = async (query: string, who = lan) =>
      (await who.get(`/api/v1/accounts?${query}`)).body.items.map(
        ({ username }: { username: string }) => username,
      ) as string[];
    expect(await names('role=coach')).toEqual(['admin-lp-2', 'coach', 'helper']);
    expect(await names(`role=coach&organisation=${world.org('INS-02')}`)).toEqual(['coach']);
    // What somebody is elsewhere narrows nothing for whoever may not know it.
    expect(await names(`organisation=${world.org('INS-02')}`, await world.as('admin-lp'))).toEqual([]);
    const id = await world.accountId('helper');
    await stand('lan-1', 'disable', id);
    expect(await names('role=coach&disabled=true')).toEqual(['helper']);
    expect(await names('role=coach&disabled=false')).toEqual(['admin-lp-2', 'coach']);
    await stand('lan-1', 'enable', id);
    await world.api.database.query(
      `insert into second_factor (account_id, sealed_secret, created_at, confirmed_at) values ($1, 'x', now(), now())`,
      [id],
    );
    expect(await names('secondFactor=true')).toEqual(['helper']);
    expect(await names('secondFactor=false')).not.toContain('helper');
    const first = (await lan.get('/api/v1/accounts?role=coach&limit=2')).body;
    expect(first.items).toHaveLength(2);
    expect(await names(`role=coach&limit=2&cursor=${first.nextCursor}`)).toEqual(['helper']);
    const sheet = await lan.get('/api/v1/accounts.xlsx?role=coach').buffer();
    expect([sheet.status, sheet.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('spreadsheetml'),
    ]);
    expect(await world.recorded()).toContainEqual({ action: 'export.accounts', reason: null });
    expect((await (await world.as('coach')).get('/api/v1/accounts.xlsx')).status).toBe(403);
    expect((await (await world.as('admin-ins')).get(`/api/v1/accounts/${id}`)).status).toBe(404);
  });

  it('refuses one’s own account, one that works elsewhere too, and the last administrator’s', async () => {
    const refusal = async (who: string, username: string) => {
      const { status, body } = await stand(who, 'disable', await world.accountId(username));
      return [status, body.code];
    };
    const bars = async (who: string, code: string, query: string) =>
      (await (await world.as(who)).get(`${world.members(code)}?${query}`)).body.items.map(
        ({ standingBar }: { standingBar: unknown }) => standingBar,
      );
    expect(await bars('lan-1', 'LAN', 'q=lan-1')).toEqual([{ code: 'oneself', organisation: null }]);
    expect(await bars('admin-lp', 'LP-01', 'q=coach')).toEqual([{ code: 'elsewhere', organisation: null }]);
    expect(await bars('lan-1', 'LP-01', 'q=coach')).toEqual([null]);
    expect(await bars('lan-1', 'INS-01', 'q=admin-ins')).toMatchObject([{ code: 'lastAdmin' }]);
    expect(await refusal('lan-1', 'lan-1')).toEqual([403, 'account.oneself']);
    expect(await refusal('admin-lp', 'coach')).toEqual([403, 'account.elsewhere']);
    expect(await refusal('lan-1', 'admin-ins')).toEqual([409, 'account.last_admin']);
    expect(await refusal('admin-ins', 'helper')).toEqual([404, 'request.not_found']);
    expect(await refusal('operator', 'helper')).toEqual([403, 'access.forbidden']);
    expect((await stand('lan-1', 'disable', NOBODY)).status).toBe(404);
    expect((await stand('lan-1', 'disable', await world.accountId('coach'), {})).body.errors).toMatchObject([
      { path: 'reason', code: 'required' },
    ]);
  });
});
