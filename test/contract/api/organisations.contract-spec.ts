import { AdministrationWorld } from './administration.fixture.js';

describe('keeping organisations', () => {
  let world: AdministrationWorld;
  beforeAll(async () => (world = await AdministrationWorld.open()));
  afterAll(() => world.api.close());

  const create = async (as: string, body: object) =>
    (await world.as(as)).post('/api/v1/organisations').send(body);
  const change = async (as: string, id: string, body: object) =>
    (await world.as(as)).patch(`/api/v1/organisations/${id}`).send(body);
  const unit = (code: string, parent: string) => ({
    ...{ code, kind: 'agency', name: `Unit ${code}`, zone: 'Asia/Makassar', parent },
  });

  it('makes units below an agency, at every depth, which its administrator keeps from then on', async () => {
    const made = await create('admin-ins', unit('INS-01-A', world.org('INS-01')));
    expect(made).toMatchObject({ status: 201, body: { parentId: world.org('INS-01'), mayAdminister: true } });
    const below = await create('admin-ins', unit('INS-01-A.1', made.body.id));
    expect(below.status).toBe(201);
    const admin = await world.as('admin-ins');
    const mine = (await admin.get('/api/v1/organisations?administered=true')).body.items;
    expect(mine.map(({ code, units }: { code: string; units: number }) => [code, units])).toEqual([
      ['INS-01', 1],
      ['INS-01-A', 1],
      ['INS-01-A.1', 0],
    ]);
    const given = await admin
      .post(`/api/v1/organisations/${below.body.id}/members`)
      .send({ role: 'superior', account: 'coach' });
    expect(given.status).toBe(201);
    const right = await admin.get(`/api/v1/organisations?parent=${world.org('INS-01')}`);
    expect(right.body.items).toMatchObject([{ code: 'INS-01-A', mayAdminister: true }]);
    expect((await world.recorded()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['organisation.created', 'role.given']),
    );
  });

  it('refuses what is no tree of agencies, a code that is taken, and what is not the caller’s', async () => {
    const asks: [string, object, number, string][] = [
      ['admin-ins', unit('INS-01', world.org('INS-01')), 409, 'organisation.code_taken'],
      [
        'admin-ins',
        { ...unit('INS-01-X', world.org('INS-01')), kind: 'centre' },
        422,
        'organisation.no_units',
      ],
      ['lan-1', unit('LP-01-X', world.org('LP-01')), 422, 'organisation.no_units'],
      ['admin-ins', unit('INS-02-X', world.org('INS-02')), 403, 'access.forbidden'],
      ['instansi', unit('INS-01-X', world.org('INS-01')), 403, 'access.forbidden'],
    ];
    for (const [who, body, status, code] of asks)
      expect([who, await create(who, body)]).toMatchObject([who, { status, body: { code } }]);
    const { parent: _parent, ...top } = unit('INS-77', '');
    const faults = async (who: string, body: object) => (await create(who, body)).body.errors;
    expect(await faults('admin-ins', top)).toMatchObject([{ path: 'parent', code: 'required' }]);
    expect(await faults('lan-1', { ...top, code: 'ins 77' })).toMatchObject([
      { path: 'code', code: 'invalid' },
    ]);
    expect(await faults('lan-1', { ...top, kind: 'lan' })).toMatchObject([
      { path: 'kind', code: 'not_one_of' },
    ]);
    const nowhere = '00000000-0000-7000-8000-000000000000';
    expect(await faults('lan-1', unit('INS-78', nowhere))).toMatchObject([
      { path: 'parent', code: 'unknown_organisation' },
    ]);
    expect((await create('lan-1', top)).status).toBe(201);
  });

  it('moves a unit with all below it, keeps the tree, and leaves agencies to LAN', async () => {
    const top = (await create('admin-ins', unit('INS-01-M', world.org('INS-01')))).body.id as string;
    const low = (await create('admin-ins', unit('INS-01-M1', top))).body.id as string;
    const other = (await create('admin-ins', unit('INS-01-N', world.org('INS-01')))).body.id as string;
    const move = async (who: string, id: string, parent: string | null) =>
      (await world.as(who)).put(`/api/v1/organisations/${id}/parent`).send({ parent, reason: 'Perampingan' });
    expect((await move('admin-ins', top, low)).body.errors).toMatchObject([
      { path: 'parent', code: 'below_itself' },
    ]);
    expect(await move('admin-ins', top, other)).toMatchObject({ status: 200, body: { parentId: other } });
    const admin = await world.as('admin-ins');
    const mine = (await admin.get('/api/v1/organisations?administered=true&limit=200')).body.items;
    expect(mine).toContainEqual(expect.objectContaining({ id: low, parentId: top }));
    expect((await move('admin-ins', top, world.org('INS-02'))).status).toBe(403);
    expect((await move('admin-ins', world.org('INS-01'), other)).status).toBe(403);
    expect((await move('admin-ins', top, null)).body.errors).toMatchObject([{ path: 'parent' }]);
    expect((await move('lan-1', top, world.org('LP-01'))).body.code).toBe('organisation.no_units');
    expect((await move('lan-1', low, null)).body.parentId).toBeNull();
    // It is no business of theirs any more.
    expect((await admin.get(`/api/v1/organisations/${low}`)).body.mayAdminister).toBe(false);
    expect((await move('lan-1', low, top)).status).toBe(200);
  });

  it('closes a unit when nothing and nobody is in it, says who is, and opens it again', async () => {
    const top = (await create('admin-ins', unit('INS-01-T', world.org('INS-01')))).body.id as string;
    const low = (await create('admin-ins', unit('INS-01-T1', top))).body.id as string;
    const admin = await world.as('admin-ins');
    const settle = (verb: 'close' | 'reopen', id: string, reason = 'Perampingan') =>
      admin.post(`/api/v1/organisations/${id}/${verb}`).send({ reason });
    const given = await admin
      .post(`/api/v1/organisations/${top}/members`)
      .send({ role: 'superior', account: 'coach' });
    expect((await settle('close', top)).body).toMatchObject({
      ...{ status: 409, code: 'organisation.in_use' },
      errors: [
        {
          path: 'units',
          code: 'unit_open',
          message: 'Unit INS-01-T1 (INS-01-T1) di bawahnya masih terbuka: tutup dahulu.',
        },
        { path: 'members', message: 'Nama coach masih Atasan langsung di sini: akhiri dahulu perannya.' },
      ],
    });
    await admin.delete(`/api/v1/organisations/${top}/members/${given.body.id}`).send({ reason: 'Pindah' });
    expect((await settle('close', low)).body).toMatchObject({
      closed: { reason: 'Perampingan', by: 'Nama admin-ins' },
    });
    expect((await settle('close', low)).body.code).toBe('organisation.closed');
    expect((await settle('close', top)).status).toBe(200);
    const refused = await admin
      .post(`/api/v1/organisations/${top}/members`)
      .send({ role: 'superior', account: 'coach' });
    expect(refused.body).toMatchObject({ status: 409, code: 'organisation.closed' });
    expect((await create('admin-ins', unit('INS-01-T2', top))).body.code).toBe('organisation.closed');
    expect((await settle('reopen', low)).body.code).toBe('organisation.closed');
    const open = await admin.get('/api/v1/organisations?administered=true&closed=false&limit=200');
    expect(open.body.items.map(({ id }: { id: string }) => id)).not.toContain(top);
    expect((await settle('reopen', top, 'Dibutuhkan lagi')).body.closed).toBeNull();
    expect((await settle('reopen', low)).status).toBe(200);
    expect((await settle('reopen', low)).body.code).toBe('organisation.not_closed');
    const lan = await world.as('lan-1');
    const agency = await lan
      .post(`/api/v1/organisations/${world.org('INS-02')}/close`)
      .send({ reason: 'Bubar' });
    expect(agency.body.code).toBe('organisation.not_a_unit');
    const recorded = (await world.recorded()).filter(({ action }) => /(clos|reopen)ed$/.test(action));
    expect(recorded).toHaveLength(4);
    expect(recorded).toContainEqual({ action: 'organisation.reopened', reason: 'Dibutuhkan lagi' });
  });

  it('renames, and moves to another zone, by its own administrator and by LAN', async () => {
    const id = world.org('INS-02');
    expect((await change('admin-ins', id, { name: 'Nama lain' })).status).toBe(403);
    expect((await change('lan-1', id, { name: ' Nama baru ' })).body).toMatchObject({
      ...{ name: 'Nama baru', zone: 'Asia/Jayapura', mayAdminister: true },
    });
    expect((await change('lan-1', id, { zone: 'Asia/Makassar' })).body.name).toBe('Nama baru');
    expect((await change('lan-1', id, { zone: 'Europe/Paris' })).body.errors).toMatchObject([
      { path: 'zone' },
    ]);
    expect((await change('lan-1', '00000000-0000-7000-8000-000000000000', {})).status).toBe(404);
  });

  it('notes a centre’s accreditation for as long as its category holds, and tells how it stands', async () => {
    const id = world.org('PAC-01');
    const note = (accreditation: object) => change('lan-1', id, { accreditation });
    const old = { category: 'C', number: 'K/1/2020', validFrom: '2020-02-29' };
    expect((await note(old)).body.accreditations).toMatchObject([
      { validUntil: '2022-02-27', standing: 'expired' },
    ]);
    const lasting = { category: 'A', number: 'K/2/2099', validFrom: '2099-01-01', validUntil: '2100-12-31' };
    expect((await note(lasting)).body).toMatchObject({
      accreditation: { category: 'A', standing: 'upcoming' },
      accreditations: [{ category: 'A' }, { category: 'C' }],
    });
    const faults = async (more: object) => (await note({ ...old, ...more })).body.errors;
    const path = 'accreditation.validUntil';
    expect(await faults({ validUntil: '2022-02-28' })).toMatchObject([
      { path, code: 'accredited_too_long', message: expect.stringContaining('2022-02-27') },
    ]);
    expect(await faults({ validUntil: '2020-02-28' })).toMatchObject([{ path, code: 'before_its_start' }]);
    expect(await faults({ category: 'D' })).toMatchObject([{ path: 'accreditation.category' }]);
    const centreless = await change('lan-1', world.org('LP-01'), { accreditation: old });
    expect(centreless).toMatchObject({ status: 422, body: { code: 'organisation.not_accredited' } });
  });

  it('is read by everybody, and kept by few', async () => {
    const one = await (await world.as('peserta')).get(`/api/v1/organisations/${world.org('PAC-01')}`);
    expect(one).toMatchObject({ status: 200, body: { code: 'PAC-01', mayAdminister: false } });
    const mine = await (await world.as('peserta')).get('/api/v1/organisations?administered=true');
    expect(mine.body.items).toEqual([]);
  });
});
