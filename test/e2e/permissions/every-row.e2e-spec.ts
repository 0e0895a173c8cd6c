import { Client } from 'pg';
import { decide, type Action } from '#libs/access';
import { CALLER_SETTINGS, OPEN_TABLES, READER, ROW_POLICIES } from '#libs/persistence';
import type { TestDatabase } from '#libs/testing';
import { rowIdentityOf } from '#libs/training';
import { sandboxDatabase } from '../sandbox-server.js';
import { addRare, readRecord, settleStrangers, type Account, type WholeRecord } from './record.js';
import { expectations, type Expectation } from './expected-rows.js';

/** Of these the reader is told whose they are, and no more. */
const IN_PART = ['data_request', 'auth_session', 'api_token', 'audit_entry'];
const keyOf = (table: string) => (IN_PART.includes(table) ? 'id' : 'ctid');

/** With none of the product's own checks: the reader's connection, set to a caller, and bare tables. */

describe('every row, for every role, with the application’s checks switched off', () => {
  let database: TestDatabase;
  let db: Client;
  let reader: Client;
  let record: WholeRecord;
  let expected: Record<string, Expectation>;

  beforeAll(async () => {
    database = await sandboxDatabase();
    db = new Client({ connectionString: database.connectionString });
    reader = new Client({ connectionString: database.connectionString, options: `-c role=${READER}` });
    await Promise.all([db.connect(), reader.connect()]);
    await settleStrangers(db);
    await addRare(db);
    record = await readRecord(db);
    expected = expectations(record);
  });
  afterAll(async () => {
    await Promise.all([db.end(), reader.end()]);
    await database.drop();
  });

  async function become(account: Account | null): Promise<void> {
    const rows: Record<string, string> = account ? rowIdentityOf(account) : {};
    for (const name of CALLER_SETTINGS)
      await reader.query(`select set_config($1, $2, false)`, [`titian.${name}`, rows[name] ?? '']);
  }
  const seen = async (table: string) =>
    (await reader.query<{ at: string }>(`select ${keyOf(table)}::text as at from ${table}`)).rows
      .map(({ at }) => at)
      .sort();
  const tables = Object.keys(ROW_POLICIES);

  it('says of every table with a policy what is to be seen of it', () => {
    expect(Object.keys(expected).sort()).toEqual([...tables].sort());
  });

  it('shows whom the matrix shows it, and nobody else', async () => {
    const wrong: string[] = [];
    for (const account of record.accounts) {
      await become(account);
      for (const table of tables) {
        const { columns, shows } = expected[table]!;
        const { rows } = await db.query<Record<string, string | null> & { at: string }>(
          `select ${keyOf(table)}::text as at, ${columns} from ${table}`,
        );
        const allowed = rows
          .filter((row) => shows(account, row))
          .map(({ at }) => at)
          .sort();
        const found = await seen(table);
        if (found.join() !== allowed.join())
          wrong.push(
            `${account.username}: ${table} shows ${String(found.length)} rows, ${String(allowed.length)} are his`,
          );
      }
    }
    expect(wrong).toEqual([]);
  });

  it('shows nothing of journeys to a foreign organisation, whatever the role', async () => {
    const strangers = record.accounts.filter(({ isStranger }) => isStranger);
    expect(strangers.length).toBeGreaterThan(7);
    const counts = new Set<number>();
    for (const account of strangers) {
      await become(account);
      for (const table of tables.filter((one) => one !== 'membership' && one !== 'person_data'))
        counts.add((await seen(table)).length);
    }
    expect([...counts]).toEqual([0]);
  });

  it('shows nothing to nobody', async () => {
    await become(null);
    for (const table of tables) expect({ table, rows: await seen(table) }).toEqual({ table, rows: [] });
  });

  it('reads no other table, and of accounts no password', async () => {
    const { rows } = await db.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = current_schema()`,
    );
    const others = rows.map(({ name }) => name).filter((one) => ![...tables, ...OPEN_TABLES].includes(one));
    expect(others).toContain('second_factor');
    for (const table of others)
      await expect(reader.query(`select * from "${table}"`)).rejects.toThrow(/permission denied/);
    await reader.query('select id, username from account');
    for (const secret of [
      'account.password_hash',
      'auth_session.token_hash',
      'api_token.token_hash',
      'data_request.reason',
      'audit_entry.data',
    ])
      await expect(reader.query(`select ${secret} from ${secret.split('.')[0]!}`)).rejects.toThrow(
        /permission denied/,
      );
  });

  it('shows whoever has chosen one of his roles what is his in that one', async () => {
    const coach = record.accounts.find(({ username }) => username === 'coach')!;
    const orgsOf = async (table: string) =>
      (await reader.query<{ org: string }>(`select distinct org_id as org from ${table}`)).rows.map(
        ({ org }) => org,
      );
    const seenIn: string[] = [];
    for (const one of coach.memberships) {
      await become({ ...coach, memberships: [one], within: [one.org] });
      for (const table of ['task', 'instance', 'enrolment', 'journey_party']) {
        const orgs = await orgsOf(table);
        expect(orgs.filter((org) => org !== one.org)).toEqual([]);
        seenIn.push(...orgs.map(() => table));
      }
    }
    expect([...new Set(seenIn)].sort()).toEqual(['enrolment', 'instance', 'journey_party', 'task']);
  });

  it('writes nothing anywhere', async () => {
    const lan = record.accounts.find(({ username }) => username === 'lan');
    await become(lan ?? null);
    for (const table of [...tables, ...OPEN_TABLES, 'account', 'audit_entry']) {
      const [column] = (
        await db.query<{ name: string }>(
          `select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1`,
          [table],
        )
      ).rows;
      for (const sql of [
        `insert into ${table} default values`,
        `update ${table} set ${column?.name ?? ''} = ${column?.name ?? ''}`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        await expect(reader.query(sql)).rejects.toThrow(/permission denied/);
    }
  });

  it('has a reader that owns nothing and is held to the policies', async () => {
    const { rows } = await db.query(
      `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin as strong,
         (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns from pg_roles where rolname = $1`,
      [READER],
    );
    expect(rows).toEqual([{ strong: false, owns: 0 }]);
    const unheld = await db.query<{ name: string }>(
      `select relname as name from pg_class where relname = any($1) and relnamespace = current_schema()::regnamespace and not relrowsecurity`,
      [tables],
    );
    expect(unheld.rows).toEqual([]);
  });

  it('sees a person’s journey and no other as the person himself', async () => {
    const peserta = record.accounts.find(({ username }) => username === 'peserta')!;
    const own = record.journeys.filter((one) => {
      const action: Action = 'journey.read';
      return decide(peserta, action, () => (one.person === peserta.personId ? ['own'] : [])) === 'allowed';
    });
    await become(peserta);
    const { rows } = await reader.query<{ id: string }>(`select journey_id as id from enrolment order by 1`);
    expect(rows.map(({ id }) => id)).toEqual(own.map(({ id }) => id).sort());
    expect(rows.length).toBeGreaterThan(0);
  });
});
