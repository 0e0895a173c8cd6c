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

  it('hides a restricted person from whoever has no duty, once it is accepted', async () => {
    const { peserta, lembaga, lan } = as;
    const journey = (await peserta.expect(200, peserta.get('/journeys')))['items']?.[0] as Json;
    const path = `/journeys?q=${encodeURIComponent(text(journey['participant']?.['nip']))}`;
    const seenBy = async (api: PublicApi) =>
      ((await api.expect(200, api.get(path)))['items'] as unknown as []).length;
    expect(await seenBy(lan)).toBe(1);
    const asked = await peserta.expect(
      201,
      peserta.post('/me/data/restriction', { reason: 'sengketa data' }),
    );
    expect(await seenBy(lan)).toBe(1);
    const id = text(asked['id']);
    await lembaga.expect(200, lembaga.post(`/data-requests/${id}/accept`, { reason: 'beralasan' }));
    expect([await seenBy(lan), await seenBy(lembaga), await seenBy(peserta)]).toEqual([0, 1, 1]);
    await lembaga.expect(200, lembaga.post(`/data-requests/${id}/end`, { reason: 'selesai' }));
    expect(await seenBy(lan)).toBe(1);
  });
});
