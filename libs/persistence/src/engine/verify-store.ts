import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type {
  Beside,
  Instance,
  InstanceRecord,
  Looked,
  Mending,
  Ownerless,
  RecordFilter,
  RecordMender,
  RecordSource,
  TallyFault,
  Transaction,
} from '#libs/engine';
import { inTransaction, poolOf, run } from './connection.js';
import { MEND_COHORT_TALLIES, MEND_FUNNEL_TALLIES, TALLY_DIFFERENCES } from './sql/tally.sql.js';
import {
  COUNT,
  INSTANCES,
  LAST_ENTRY,
  LAST_WRITE,
  LOCK_AT_REVISION,
  MOVE_TALLY,
  MEND_INSTANCE,
  OWNED_TABLES,
  OWNERS,
  PAGE,
  PARTS,
  PUT_DEADLINES,
  REMOVE_DEADLINES,
} from './sql/verify.sql.js';

const FIRST = '00000000-0000-0000-0000-000000000000';
const OWNERS_AT_ONCE = 1_000;

/** Reads the record in short read-only transactions of one moment each, so that no old snapshot is pinned for long. */
export class PostgresVerifyStore implements RecordSource, RecordMender {
  constructor(private readonly dataSource: DataSource) {}

  page<T>(
    { filter, after, mostEntries }: { filter: RecordFilter; after: string | null; mostEntries: number },
    beside: Beside<T>,
  ): Promise<Looked<T>> {
    return this.atOneMoment(async (client, tx) => {
      const values = [after, filter.instanceIds ?? null, mostEntries, ...partOf(filter)];
      const { rows } = await run<{ id: string }>(client, PAGE, values);
      return read(
        client,
        tx,
        rows.map(({ id }) => id),
        beside,
      );
    });
  }

  look<T>(ids: string[], beside: Beside<T>): Promise<Looked<T>> {
    return this.atOneMoment((client, tx) => read(client, tx, ids, beside));
  }

  async count(filter: RecordFilter): Promise<number> {
    const values = [filter.instanceIds ?? null, ...partOf(filter)];
    const { rows } = await run<{ count: number }>(this.pool, COUNT, values);
    return rows[0]?.count ?? 0;
  }

  async lastWrite(): Promise<string | null> {
    return (await run<{ at: string | null }>(this.pool, LAST_WRITE, [])).rows[0]?.at ?? null;
  }

  async *ownerless(): AsyncGenerator<Ownerless[]> {
    for (const table of OWNED_TABLES) {
      let last: Owner = { org: FIRST, id: FIRST, owned: true };
      for (;;) {
        const values = [last.org, last.id, OWNERS_AT_ONCE];
        const { rows }: { rows: Owner[] } = await run<Owner>(this.pool, OWNERS(table), values);
        const missing = rows.filter(({ owned }) => !owned);
        if (missing.length > 0) yield missing.map(({ id }) => ({ table, instanceId: id }));
        if (rows.length < OWNERS_AT_ONCE) break;
        last = rows[rows.length - 1] as Owner;
      }
    }
  }

  mend({ instance, put, remove }: Mending): Promise<boolean> {
    const { orgId, id, revision, head } = instance;
    return inTransaction(this.dataSource, async (_manager, client) => {
      const locked = await run(client, LOCK_AT_REVISION, [id, revision, head]);
      const { rows } = await run<{ seq: number | null }>(client, LAST_ENTRY, [orgId, id]);
      if (locked.rowCount !== 1 || rows[0]?.seq !== revision) return false;
      await run(client, MOVE_TALLY, [id, JSON.stringify(instance.tally ?? {})]);
      await run(client, MEND_INSTANCE, [JSON.stringify(instance)]);
      // Replaced rows go first: of one name only one may be armed at a time.
      const tokens = [...remove, ...put.map(({ token }) => token)];
      await run(client, REMOVE_DEADLINES, [orgId, id, tokens]);
      await run(client, PUT_DEADLINES, [orgId, JSON.stringify(put)]);
      return true;
    });
  }

  async tallies(): Promise<TallyFault[]> {
    return (await run<TallyFault & QueryResultRow>(this.pool, TALLY_DIFFERENCES, [])).rows;
  }

  async mendTallies(): Promise<number> {
    const cohorts = await run(this.pool, MEND_COHORT_TALLIES, []);
    const sums = await run(this.pool, MEND_FUNNEL_TALLIES, []);
    return (cohorts.rowCount ?? 0) + (sums.rowCount ?? 0);
  }

  private async atOneMoment<T>(work: (client: PoolClient, tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await client.query('begin transaction isolation level repeatable read read only');
      try {
        return await work(client, runner.manager);
      } finally {
        // Nothing was written: to end it is all there is to do, on a broken connection not even that.
        await client.query('rollback').catch(() => undefined);
      }
    } finally {
      await runner.release();
    }
  }

  private get pool() {
    return poolOf(this.dataSource);
  }
}

function partOf({ part }: RecordFilter): [number, number] {
  return [part?.at ?? 0, part?.of ?? 1];
}

interface Owner extends QueryResultRow {
  org: string;
  id: string;
  owned: boolean;
}

type Owned = QueryResultRow & { owner: string };

async function read<T>(
  client: PoolClient,
  tx: Transaction,
  ids: string[],
  beside: Beside<T>,
): Promise<Looked<T>> {
  const found = await run<{ instance: Instance; parked: boolean }>(client, INSTANCES, [ids]);
  const records = found.rows.map(({ instance, parked }): InstanceRecord => ({
    ...EMPTY(),
    instance,
    parked,
  }));
  const byId = new Map(records.map((record) => [record.instance.id, record]));
  const keys = [records.map(({ instance }) => instance.orgId), [...byId.keys()]];
  for (const [part, statement] of Object.entries(PARTS) as [
    keyof typeof PARTS,
    { name: string; text: string },
  ][]) {
    const { rows } = await run<Owned>(client, statement, keys);
    for (const { owner, ...row } of rows) {
      const rowsOfPart = byId.get(owner)?.[part] as object[] | undefined;
      rowsOfPart?.push(part === 'deadlines' ? (row['row'] as object) : row);
    }
  }
  return { records, beside: await beside(tx, records) };
}

const EMPTY = () => ({ entries: [], deadlines: [], outbox: [], tasks: [], flags: [], messages: [] });
