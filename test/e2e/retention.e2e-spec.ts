import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { projectRoot } from '../../apps/titian/src/project-root.js';
import { moveClock, PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { titian } from './titian-process.js';

const NOTE = 'Rahasia coaching yang tidak ada duanya';
const HEADINGS = 'nip,name,birthDate,sex,email,agencyCode,unit,post,postLevel,rank,entry';
const MANY = 70;

interface Person {
  id: string;
  nip: string;
  name: string;
  email: string | null;
  phone: string | null;
  birthDate: string;
}

/** The settings of the product, but for participants, who are kept for forty days. */
function shortPeriods(): string {
  const folder = mkdtempSync(join(tmpdir(), 'titian-retention-'));
  cpSync(join(projectRoot(), 'config'), folder, { recursive: true });
  const file = join(folder, 'retention', '2026.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('value: P10Y', 'value: P40D'));
  return folder;
}

describe('retention', () => {
  const config = shortPeriods();
  let server: SandboxServer;
  let client: pg.Client;
  let formers = 0;
  let as: Record<'lan' | 'lembaga' | 'lembaga2' | 'peserta' | 'operator' | 'coach', PublicApi>;
  beforeAll(async () => {
    server = await sandboxServer(undefined, { TITIAN_CONFIG: config });
    client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    const names = ['lan', 'lembaga', 'lembaga2', 'peserta', 'operator', 'coach'] as const;
    const apis = await Promise.all(names.map((name) => PublicApi.signIn(server.address, name)));
    as = Object.fromEntries(names.map((name, index) => [name, apis[index]])) as typeof as;
  });
  afterAll(async () => {
    await client.end();
    await server.stop();
    rmSync(config, { recursive: true });
  });

  const environment = () => ({
    DATABASE_URL: server.connectionString,
    TITIAN_SANDBOX: 'true',
    TITIAN_CONFIG: config,
  });
  const people = async (condition: string, values: unknown[] = []): Promise<Person[]> =>
    (
      await client.query<Person>(
        `select person_id as id, nip, name, email, phone, birth_date::text as "birthDate" from person_data where ${condition}`,
        values,
      )
    ).rows;
  const idOf = async (sql: string, values: unknown[]) =>
    (await client.query<{ id: string }>(sql, values)).rows[0]?.id ?? '';
  const verified = async () => {
    const { child, output } = titian(['verify', '--json'], environment());
    await once(child, 'close');
    expect(output()).toContain('"ok":true');
    expect(child.exitCode).toBe(0);
  };

  /** Somebody who had an account and a role until a day of the sandbox's year. */
  const formerly = async (name: string, role: string, until: string): Promise<string> => {
    const id = await idOf('insert into person (id) values (gen_random_uuid()) returning id', []);
    await client.query('insert into person_data (person_id, nip, name, email) values ($1, $2, $3, $4)', [
      ...[
        id,
        `19700101${String(formers++).padStart(10, '7')}`,
        name,
        `${name.replaceAll(' ', '.')}@lp.example`,
      ],
    ]);
    await client.query(
      `insert into account (id, username, password_hash, person_id) values (gen_random_uuid(), $1, 'x', $2)`,
      [name.replaceAll(' ', '').toLowerCase(), id],
    );
    await client.query(
      `insert into past_membership (id, organisation_id, role, person_id, until, reason)
       select gen_random_uuid(), id, $2, $1, $3, 'pensiun' from organisation where code = 'LP-01'`,
      [id, role, until],
    );
    return id;
  };

  it('erases people whose period has ended from every table; counts and the record stay as they are', async () => {
    const { lembaga, lembaga2, lan, operator, peserta, coach } = as;
    const previewed = async () =>
      (await operator.expect(200, operator.get('/retention/preview')))['people'] as unknown as {
        id: string;
        name: string | null;
      }[];
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
    const ended = text((await lembaga.expect(200, lembaga.get('/sandbox/clock')))['now']).slice(0, 10);
    const other = (await lembaga.expect(200, lembaga.get('/journeys?limit=2')))['items']?.[0] as Json;
    await lembaga.expect(
      200,
      lembaga.post(`/journeys/${text(other['id'])}/suspend`, {
        reason: `menunggu ${one.name}, unik.sekali@ins-01.example`,
      }),
    );
    const official = await formerly('Pejabat Lama Sekali', 'coach', '2025-06-01');
    const clerk = await formerly('Petugas Tanpa Peran', 'admin', '2025-06-01');
    expect((await previewed()).map(({ id: one }) => one)).not.toContain(person);
    // Whatever mends the row of the instance does not make it younger, nor older.
    await client.query(`update instance set updated_at = updated_at - interval '12 years' where id = $1`, [
      id,
    ]);
    expect((await previewed()).map(({ id: one }) => one)).not.toContain(person);
    await client.query(`update instance set updated_at = updated_at + interval '12 years' where id = $1`, [
      id,
    ]);
    await moveClock(lembaga, { advance: 'P42D' });

    const counts = async () => [
      (await lan.expect(200, lan.get('/talent-pool?limit=200')))['items'] as unknown as [],
      ...(await client.query(`select cohort_id, state, sum(n) from cohort_tally group by 1, 2 order by 1, 2`))
        .rows,
      ...(await client.query(`select outcome, count(*) from talent_pool_entry group by 1 order by 1`)).rows,
      ...(await client.query(`select kind, count(*) from certificate group by 1 order by 1`)).rows,
    ];
    const before = await counts();
    const preview = await operator.expect(200, operator.get('/retention/preview'));
    const all = Number(preview['persons']);
    expect(await previewed()).toContainEqual(
      expect.objectContaining({ id: person, name: null, keepsName: false, endedOn: ended }),
    );
    expect(await previewed()).toContainEqual(expect.objectContaining({ id: official, keepsName: true }));
    expect(await previewed()).toContainEqual(expect.objectContaining({ id: clerk, keepsName: false }));
    expect((await peserta.get('/retention/preview')).status).toBe(403);
    expect((await lan.post('/retention/runs', { reason: 'bukan tugas LAN' })).status).toBe(403);

    const run = await operator.expect(
      200,
      operator.post('/retention/runs', { reason: 'masa simpan berakhir' }),
    );
    expect(run).toMatchObject({ persons: all, planned: all, finished: true });
    expect(await counts()).toEqual(before);

    const words = [one.name, one.nip, '081777666555', 'unik.sekali@ins-01.example', '1979-03-17', NOTE];
    const found = await placesOf(client, [...words, ...notes.map(({ note }) => note)]);
    expect(found).toEqual([]);
    expect(await placesOf(client, ['Petugas Tanpa Peran', 'petugastanpaperan'])).toEqual([]);
    const left = ['Pejabat Lama Sekali', 'pejabatlamasekali', 'Pejabat.Lama.Sekali@lp.example'];
    expect(await placesOf(client, left)).toEqual(['public.person_data.name: Pejabat Lama Sekali']);
    expect((await operator.expect(200, operator.get('/retention/preview')))['persons']).toBe(0);

    // The name alone stays thirty years after the last role, and then goes as well.
    await client.query(`update past_membership set until = '1990-06-01' where person_id = $1`, [official]);
    expect(await previewed()).toEqual([expect.objectContaining({ id: official, keepsName: false })]);
    await operator.expect(200, operator.post('/retention/runs', { reason: 'masa simpan nama berakhir' }));
    expect(await placesOf(client, left)).toEqual([]);
    await verified();
  });

  it('survives the death of its process: nobody is half erased for good, and the next run goes on with the same', async () => {
    const { lembaga, operator } = as;
    const cohort = await lembaga.expect(
      201,
      lembaga.post('/cohorts', {
        ...{ kind: 'assessment', programme: 'PKA', assessmentOption: 'separate', name: 'PKA banyak' },
        ...{ zone: 'Asia/Jakarta', startsOn: '2026-03-01', endsOn: '2026-12-31' },
      }),
    );
    const rows = Array.from({ length: MANY }, (_, index) => {
      const serial = String(100 + index);
      const who = `198501012010011${serial},Banyak Orang ${serial},1985-01-01,L,banyak${serial}@ins-01.example`;
      return `${who},INS-01,Biro,Kepala Bagian,administrator,III/d,assessmentOnly`;
    });
    const taken = await lembaga.expect(
      200,
      lembaga.upload(`/cohorts/${text(cohort['id'])}/roster`, [HEADINGS, ...rows].join('\n')),
    );
    expect(Number(taken['accepted'])).toBe(MANY);
    await lembaga.expect(
      200,
      lembaga.post(`/cohorts/${text(cohort['id'])}/events`, {
        type: 'withdrawn',
        payload: { reason: 'batal' },
      }),
    );
    await moveClock(lembaga, { advance: 'P42D' });
    const planned = Number((await operator.expect(200, operator.get('/retention/preview')))['persons']);
    expect(planned).toBeGreaterThanOrEqual(MANY);

    const first = titian(['retention', 'run', '--reason', 'masa simpan berakhir', '--json'], environment());
    const progress = async (): Promise<Json | undefined> => {
      const { items } = await operator.expect(200, operator.get('/retention/runs'));
      return (items as unknown as Json[])[0];
    };
    let seen: Json | undefined = await progress();
    while (
      first.child.exitCode === null &&
      (seen?.['finishedAt'] !== null || Number(seen['persons']) === 0)
    ) {
      await pause(10);
      seen = await progress();
    }
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    const broken = await progress();
    expect(broken).toMatchObject({ finishedAt: null, planned });
    expect(Number(broken?.['persons'])).toBeGreaterThan(0);
    expect(Number(broken?.['persons'])).toBeLessThan(planned);
    const { rows: halves } = await client.query(
      `select person.id from person join person_data on person_data.person_id = person.id
       where redacted_at is not null and (nip is not null or email is not null)`,
    );
    expect(halves).toEqual([]);
    expect((await people(`name like 'Banyak Orang %'`)).length).toBeGreaterThan(0);

    const second = titian(['retention', 'run', '--reason', 'diteruskan', '--json'], environment());
    await once(second.child, 'close');
    expect(second.child.exitCode).toBe(0);
    expect(await progress()).toMatchObject({ id: broken?.['id'], planned, persons: planned });
    expect((await progress())?.['finishedAt']).not.toBeNull();
    expect(await placesOf(client, ['Banyak Orang', 'banyak1', '198501012010011'])).toEqual([]);
    await verified();
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
