import pg from 'pg';
import { PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';

interface Person {
  id: string;
  nip: string;
  name: string;
  email: string | null;
  phone: string | null;
  birthDate: string;
}

describe('the privacy of people', () => {
  let server: SandboxServer;
  let client: pg.Client;
  let as: Record<'lan' | 'lembaga' | 'peserta' | 'instansi', PublicApi>;
  beforeAll(async () => {
    server = await sandboxServer();
    client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    const names = ['lan', 'lembaga', 'peserta', 'instansi'] as const;
    const apis = await Promise.all(names.map((name) => PublicApi.signIn(server.address, name)));
    as = Object.fromEntries(names.map((name, index) => [name, apis[index]])) as typeof as;
  });
  afterAll(async () => {
    await client.end();
    await server.stop();
  });

  const people = async (condition: string, values: unknown[] = []): Promise<Person[]> =>
    (
      await client.query<Person>(
        `select person_id as id, nip, name, email, phone, birth_date::text as "birthDate" from person_data where ${condition}`,
        values,
      )
    ).rows;

  const verified = async (serial: string) => {
    const headers = { Accept: 'application/json' };
    return (await (await fetch(`${server.address}/verify/${serial}`, { headers })).json()) as {
      name: string | null;
      status: string;
    };
  };

  it('tells what is held, and exports all of it and nobody else', async () => {
    const { peserta, lembaga } = as;
    const held = await peserta.expect(200, peserta.get('/me/data'));
    const own = await people('nip = $1', [text(held['person']?.['nip'])]);
    const [self] = own;
    if (!self) throw new Error('the participant is nobody');
    const journey = (await peserta.expect(200, peserta.get('/journeys')))['items']?.[0] as Json;
    await lembaga.expect(200, lembaga.get(`/journeys/${text(journey['id'])}`));

    const exported = await peserta.expect(200, peserta.get('/me/data/export'));
    const told = JSON.stringify(exported);
    for (const word of [self.name, self.nip, self.email ?? '', self.birthDate, text(journey['id'])])
      expect(told).toContain(word);
    for (const section of [
      'enrolments',
      'profiles',
      'sessions',
      'scores',
      'certificates',
      'notices',
      'inbox',
      'letters',
      'audit',
    ])
      expect(Array.isArray(exported[section])).toBe(true);
    const { rows: events } = await client.query<{ count: string }>(
      'select count(*) from event where instance_id = $1',
      [text(journey['id'])],
    );
    const [whole] = exported['journeys'] as unknown as { log: unknown[] }[];
    expect(whole?.log.length).toBe(Number(events[0]?.count));

    const others = await people('person_id <> $1', [self.id]);
    expect(others.length).toBeGreaterThan(50);
    const named = others.flatMap(({ id, nip, name, email }) => [id, nip, name, email ?? id]);
    expect(
      named.filter((word) => new RegExp(`(?<![\\w])${word.replaceAll('.', '\\.')}(?![\\w])`).test(told)),
    ).toEqual([]);

    const again = await peserta.expect(200, peserta.get('/me/data'));
    const seen = again['seenBy'] as unknown as { actionName: string; by: { role: string } }[];
    expect(seen.map(({ actionName }) => actionName)).toContain('Read the journey page');
    expect(again['proposals']).not.toEqual([]);
  });

  it('has corrections asked for, and written when somebody else accepts them', async () => {
    const { peserta, lembaga, instansi } = as;
    const ask = (field: string, value: string) =>
      peserta.post('/me/data/corrections', { field, value, reason: 'salah ketik' });
    expect((await ask('email', 'bukan surel')).status).toBe(422);
    const asked = await peserta.expect(201, ask('phone', '081299990000'));
    expect(Date.parse(text(asked['dueAt'])) - Date.parse(text(asked['askedAt']))).toBe(72 * 3_600_000);
    expect((await ask('phone', '081299990001')).status).toBe(409);
    expect((await instansi.get('/data-requests')).status).toBe(403);

    const id = text(asked['id']);
    await lembaga.expect(200, lembaga.post(`/data-requests/${id}/accept`, { reason: 'sesuai dokumen' }));
    expect((await lembaga.post(`/data-requests/${id}/refuse`, { reason: 'terlambat' })).status).toBe(409);
    expect(text((await peserta.expect(200, peserta.get('/me/data')))['person']?.['phone'])).toBe(
      '081299990000',
    );

    const refused = await peserta.expect(201, ask('name', 'Nama Lain'));
    const answer = { reason: 'tidak ada bukti' };
    await lembaga.expect(200, lembaga.post(`/data-requests/${text(refused['id'])}/refuse`, answer));
    const requests = (await peserta.expect(200, peserta.get('/me/data')))['requests'] as unknown as Json[];
    expect(requests.map((one) => [text(one['status']), text(one['answer'])])).toContainEqual([
      'refused',
      'tidak ada bukti',
    ]);
  });

  it('shows the NIP on the page of a journey to those alone who go by it, and nobody a contact', async () => {
    const { peserta, lembaga, instansi, lan } = as;
    const [coach, asesor] = await Promise.all(
      ['coach', 'asesor'].map((name) => PublicApi.signIn(server.address, name)),
    );
    const own = (await peserta.expect(200, peserta.get('/journeys')))['items']?.[0] as Json;
    const shownTo = async (api: PublicApi, id: string) => {
      const shown = await api.expect(200, api.get(`/journeys/${id}`));
      expect(JSON.stringify(shown)).not.toMatch(/@|"phone"|"email"/);
      return text(shown['participant']?.['nip']);
    };
    const nip = await shownTo(peserta, text(own['id']));
    expect(nip).toMatch(/^\d{18}$/);
    for (const api of [lembaga, instansi]) expect(await shownTo(api, text(own['id']))).toBe(nip);
    expect(await shownTo(lan, text(own['id']))).toBe(`••••••••••••••${nip.slice(-4)}`);
    for (const [api, whole] of [
      [coach, false],
      [asesor, true],
    ] as const) {
      if (!api) throw new Error('nobody signed in');
      const seen = (await api.expect(200, api.get('/journeys?limit=1')))['items']?.[0] as Json;
      expect(/^\d{18}$/.test(await shownTo(api, text(seen['id'])))).toBe(whole);
    }
  });

  it('leaves the name of a restricted person out of what anybody may ask of a certificate', async () => {
    const { rows } = await client.query<{ serial: string; person: string }>(
      'select serial, person_id as person from certificate order by serial limit 1',
    );
    const { serial, person } = rows[0] ?? { serial: '', person: '' };
    const [holder] = await people('person_id = $1', [person]);
    expect((await verified(serial)).name).toBe(holder?.name);
    await client.query(
      `insert into data_request (id, person_id, kind, reason, status, asked_at, due_at, answered_at)
       values (gen_random_uuid(), $1, 'restriction', 'sengketa', 'accepted', now(), now(), now())`,
      [person],
    );
    expect(await verified(serial)).toMatchObject({ name: null, status: 'valid' });
    await client.query('delete from data_request where person_id = $1', [person]);
  });

  it('hides a restricted person from whoever has no duty, once it is accepted', async () => {
    const { peserta, lembaga, lan, instansi } = as;
    const journey = (await peserta.expect(200, peserta.get('/journeys')))['items']?.[0] as Json;
    const path = `/journeys?q=${encodeURIComponent(text(journey['participant']?.['nip']))}`;
    const seenBy = async (api: PublicApi) =>
      ((await api.expect(200, api.get(path)))['items'] as unknown as []).length;
    expect(await seenBy(lan)).toBe(1);
    const page = `/journeys/${text(journey['id'])}`;
    const cohort = text(journey['cohort']?.['id']);
    const totals = async (api: PublicApi): Promise<number[]> => {
      const board = await api.expect(200, api.get(`/cohorts/${cohort}/board`));
      const { items } = await api.expect(200, api.get(`/journeys?limit=200&cohort=${cohort}`));
      return [Number(board['total']), (items as unknown as []).length];
    };
    const before = await totals(lan);
    const asked = await peserta.expect(
      201,
      peserta.post('/me/data/restriction', { reason: 'sengketa data' }),
    );
    expect(await seenBy(lan)).toBe(1);
    const id = text(asked['id']);
    await lembaga.expect(200, lembaga.post(`/data-requests/${id}/accept`, { reason: 'beralasan' }));
    expect([await seenBy(lan), await seenBy(lembaga), await seenBy(peserta)]).toEqual([0, 1, 1]);
    // What an onlooker counts and what he lists are the same people; whoever works on the journey is told why.
    const [after, own] = [await totals(lan), await totals(lembaga)];
    expect(after).toEqual(before.map((count) => count - 1));
    expect(own).toEqual(before);
    expect((await lan.get(page)).status).toBe(404);
    expect(text((await lembaga.expect(200, lembaga.get(page)))['restriction'])).toContain('restricted');
    expect((await instansi.get(page)).status).toBe(200);
    await lembaga.expect(200, lembaga.post(`/data-requests/${id}/end`, { reason: 'selesai' }));
    expect(await seenBy(lan)).toBe(1);
    expect(await totals(lan)).toEqual(before);
    expect((await lan.expect(200, lan.get(page)))['restriction']).toBeNull();
  });
});
