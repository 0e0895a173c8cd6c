import pg from 'pg';
import { Caller } from '../caller.js';
import { enrol, openCohort, rosterOf } from '../cohorts.js';
import { besideFloor } from '../figure.js';
import { installedDatabase, Product } from '../product.js';
import type { Aim } from '../run.js';

const ROWS_A_STATEMENT = 1_000;

/** A roster through the API until everybody has a journey, and then the same rows of every table inserted bare. */
export const roster: Aim = {
  aims: [9],
  async measure({ server, sizes }) {
    const connectionString = await installedDatabase(server, 'roster');
    const client = new pg.Client({ connectionString });
    await client.connect();
    await createBare(client);
    const api = Product.api(connectionString);
    try {
      const lembaga = await Caller.signIn(await api.address(), 'lembaga');
      await enrolled(client, lembaga, 300);
      const ours: number[] = [];
      const floor: number[] = [];
      for (let round = 0; round < sizes.rosterRounds; round += 1) {
        const { seconds, rows } = await enrolled(client, lembaga, sizes.roster);
        ours.push(sizes.roster / seconds);
        floor.push(sizes.roster / (await insertedBare(client, rows)));
      }
      lembaga.close();
      const name = `roster of ${sizes.roster.toLocaleString('en')} rows to journeys`;
      return [besideFloor({ aim: 9, name, unit: 'people/s', atLeast: 0.4 }, ours, floor)];
    } finally {
      await api.stop();
      await client.end();
    }
  },
};

type Rows = Map<string, object[]>;

async function enrolled(
  client: pg.Client,
  lembaga: Caller,
  count: number,
): Promise<{ seconds: number; rows: Rows }> {
  const cohort = await openCohort(lembaga, `Ukur ${String(count)}`);
  const file = rosterOf(count);
  const since = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
  await client.query('checkpoint');
  const began = performance.now();
  await enrol(lembaga, cohort, file, count);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, rows: await writtenSince(client, String(since.rows[0]?.xid)) };
}

async function tables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Every table once more with its indexes, without triggers and references. */
async function createBare(client: pg.Client): Promise<void> {
  await client.query('create schema bare');
  for (const name of await tables(client))
    await client.query(`create table bare.${name} (like public.${name} including all)`);
}

/** What the import left behind, whatever the table. */
async function writtenSince(client: pg.Client, xid: string): Promise<Rows> {
  const found: Rows = new Map();
  for (const name of await tables(client)) {
    const { rows } = await client.query<{ row: object }>(
      `select to_jsonb(t) as row from public.${name} t where xmin::text::bigint > $1::bigint`,
      [xid],
    );
    if (rows.length > 0)
      found.set(
        name,
        rows.map(({ row }) => row),
      );
  }
  return found;
}

/** Seconds for the same rows in one transaction, 1,000 a statement. */
async function insertedBare(client: pg.Client, rows: Rows): Promise<number> {
  await client.query('checkpoint');
  const began = performance.now();
  await client.query('begin');
  for (const [name, all] of rows) {
    for (let from = 0; from < all.length; from += ROWS_A_STATEMENT) {
      const some = JSON.stringify(all.slice(from, from + ROWS_A_STATEMENT));
      await client.query(
        `insert into bare.${name} select * from json_populate_recordset(null::bare.${name}, $1) on conflict do nothing`,
        [some],
      );
    }
  }
  await client.query('commit');
  return (performance.now() - began) / 1000;
}
