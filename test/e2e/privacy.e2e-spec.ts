import { once } from 'node:events';
import pg from 'pg';
import { PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { titian } from './titian-process.js';

interface Person {
  id: string;
  nip: string;
  name: string;
  email: string | null;
  phone: string | null;
  birthDate: string;
}

const NOTE = 'Rahasia coaching yang tidak ada duanya';

describe('the privacy of people', () => {
  let server: SandboxServer;
  let client: pg.Client;
  let as: Record<'lan' | 'lembaga' | 'peserta' | 'instansi' | 'operator' | 'coach' | 'lembaga2', PublicApi>;
  beforeAll(async () => {
    server = await sandboxServer();
    client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    const names = ['lan', 'lembaga', 'peserta', 'instansi', 'operator', 'coach', 'lembaga2'] as const;
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

  it('erases people whose period has ended from every table; counts and the record stay as they are', async () => {
    const { lembaga, lembaga2, lan, operator, peserta, coach } = as;
    const tasks = (await coach.expect(200, coach.get('/tasks?kind=coachSession')))[
      'items'
    ] as unknown as Json[];
    const { rows } = await client.query<{ id: string; person: string }>(
      `select id, person_id as person from instance where id = any($1) and status = 'live' and person_id not in (
         select person_id from certificate union select person_id from account where person_id is not null) order by id limit 1`,
      [tasks.map((task) => text(task['journeyId']))],
    );
    const { id, person } = rows[0] ?? { id: '', person: '' };
    const said = { kind: 'coaching', competency: 'M2', heldOn: '2026-02-02', ksaItems: [], note: NOTE };
    await coach.expect(200, coach.post(`/journeys/${id}/events`, { type: 'sessionLogged', payload: said }));
    await client.query(
      `update person_data set name = 'Unik Sekali Namanya', birth_date = '1979-03-17', phone = '081777666555',
         email = 'unik.sekali@ins-01.example' where person_id = $1`,
      [person],
    );
    const [one] = await people('person_id = $1', [person]);
    if (!one) throw new Error('nobody has sessions');
    const { rows: notes } = await client.query<{ note: string }>(
      `select note from session_log where journey_id = $1 and note is not null`,
      [id],
    );
    await lembaga2.expect(
      200,
      lembaga2.post(`/journeys/${id}/events`, {
        type: 'withdrawn',
        payload: { reason: `sakit lama: ${one.name} (${one.nip}) pindah` },
      }),
    );
    const other = (await lembaga.expect(200, lembaga.get('/journeys?limit=2')))['items']?.[0] as Json;
    await lembaga.expect(
      200,
      lembaga.post(`/journeys/${text(other['id'])}/suspend`, {
        reason: `menunggu ${one.name}, unik.sekali@ins-01.example`,
      }),
    );
    await client.query(`update instance set updated_at = updated_at - interval '12 years' where id = $1`, [
      id,
    ]);

    const counts = async () => [
      (await lan.expect(200, lan.get('/talent-pool?limit=200')))['items'] as unknown as [],
      ...(await client.query(`select cohort_id, state, sum(n) from cohort_tally group by 1, 2 order by 1, 2`))
        .rows,
      ...(await client.query(`select outcome, count(*) from talent_pool_entry group by 1 order by 1`)).rows,
      ...(await client.query(`select kind, count(*) from certificate group by 1 order by 1`)).rows,
    ];
    const before = await counts();
    const preview = await operator.expect(200, operator.get('/retention/preview'));
    expect(preview['persons']).toBe(1);
    expect((preview['people'] as unknown as { id: string; name: string | null }[])[0]).toMatchObject({
      id: person,
      name: null,
    });
    expect((await peserta.get('/retention/preview')).status).toBe(403);
    expect((await lan.post('/retention/runs', { reason: 'bukan tugas LAN' })).status).toBe(403);

    const run = await operator.expect(
      200,
      operator.post('/retention/runs', { reason: 'masa simpan berakhir' }),
    );
    expect(run['persons']).toBe(1);
    expect(await counts()).toEqual(before);

    const words = [one.name, one.nip, '081777666555', 'unik.sekali@ins-01.example', '1979-03-17', NOTE];
    const found = await placesOf(client, [...words, ...notes.map(({ note }) => note)]);
    expect(found).toEqual([]);
    expect((await operator.expect(200, operator.get('/retention/preview')))['persons']).toBe(0);

    const { child, output } = titian(['verify', '--json'], {
      DATABASE_URL: server.connectionString,
      TITIAN_SANDBOX: 'true',
    });
    await once(child, 'close');
    expect(output()).toContain('"ok":true');
    expect(child.exitCode).toBe(0);
  });
});

/** Every text, list and JSON of every table in which one of these words stands. */
async function placesOf(client: pg.Client, words: string[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as table, quote_ident(column_name) as column
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
       and (data_type in ('text', 'jsonb', 'json', 'date', 'character varying', 'ARRAY', 'bytea'))`,
  );
  const found: string[] = [];
  for (const { table, column } of rows)
    for (const word of words) {
      const { rows: hits } = await client.query<{ some: boolean }>(
        `select exists (select from ${table} where ${column}::text ilike $1) as some`,
        [`%${word.replace(/[\\%_]/g, '\\$&')}%`],
      );
      if (hits[0]?.some) found.push(`${table}.${column}: ${word}`);
    }
  return found;
}
