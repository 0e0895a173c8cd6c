import type { Pool } from 'pg';
import { inFlight } from '../rounds.js';
import { NOW, RETURNED } from '../permits.js';
import { think, type FloorRow, type FloorWrite } from './floor-think.js';

const SINGLE_CONNECTIONS = 16;
const BATCH_CONNECTIONS = 4;
const BATCH = 200;

const READ = {
  name: 'floor-read',
  text: `select i.id, i.revision, i.snapshot, b.outcome from unnest($1::uuid[], $2::text[]) as asked (id, message)
    join floor.instance i on i.id = asked.id
    left join floor.inbox b on b.instance_id = i.id and b.message_id = asked.message`,
};

const READ_ONE = {
  name: 'floor-read-one',
  text: `select i.id, i.revision, i.snapshot, b.outcome from floor.instance i
    left join floor.inbox b on b.instance_id = i.id and b.message_id = $2 where i.id = $1`,
};

/** Guarded by the revision; everything else derives from what the guard let through. */
const derived = (given: string) => `
  moved as (
    update floor.instance i set snapshot = g.snapshot, state = g.state, revision = i.revision + 1, updated_at = g.at
    from ${given} g where i.id = g.id and i.revision = g.expected returning i.revision, g.*
  ), event as (
    insert into floor.event select id, revision, '${RETURNED.type}', data, '${RETURNED.actor.id}', '${RETURNED.actor.role}', at, message
    from moved
  ), inbox as (
    insert into floor.inbox select id, message, outcome, at from moved
  ), cancelled as (
    update floor.deadline d set status = 'cancelled' from moved m
    where d.instance_id = m.id and d.name = m.cancel and d.status = 'armed'
  ), armed as (
    insert into floor.deadline select arm_id, id, arm, due, 'armed' from moved
  ), closed as (
    update floor.task t set status = 'done', closed_at = m.at from moved m
    where t.instance_id = m.id and t.key = m.close_key and t.status = 'open'
  ), opened as (
    insert into floor.task select task_id, id, task_kind, task_key, task_role, due, 'open', at from moved
  )
  select count(*)::integer as written from moved`;

const COLUMNS: [keyof FloorWrite, string, string][] = [
  ['id', 'id', 'uuid'],
  ['expected', 'expected', 'integer'],
  ['state', 'state', 'text'],
  ['snapshot', 'snapshot', 'jsonb'],
  ['outcome', 'outcome', 'jsonb'],
  ['data', 'data', 'jsonb'],
  ['messageId', 'message', 'text'],
  ['cancel', 'cancel', 'text'],
  ['armId', 'arm_id', 'uuid'],
  ['arm', 'arm', 'text'],
  ['due', 'due', 'timestamptz'],
  ['taskId', 'task_id', 'uuid'],
  ['taskKind', 'task_kind', 'text'],
  ['taskKey', 'task_key', 'text'],
  ['taskRole', 'task_role', 'text'],
  ['closeKey', 'close_key', 'text'],
];
const AT = `$${String(COLUMNS.length + 1)}::timestamptz as at`;

const WRITE_ONE = {
  name: 'floor-write-one',
  text: `with given as (select ${COLUMNS.map(([, name, type], n) => `$${String(n + 1)}::${type} as ${name}`).join(', ')}, ${AT}),
    ${derived('given')}`,
};

const WRITE = {
  name: 'floor-write',
  text: `with given as (select *, ${AT} from unnest(${COLUMNS.map(([, , type], n) => `$${String(n + 1)}::${type}[]`).join(', ')})
      as rows (${COLUMNS.map(([, name]) => name).join(', ')})),
    ${derived('given')}`,
};

/** Two round trips an advance, 16 in flight. */
export async function floorOneByOne(pool: Pool, ids: readonly string[]): Promise<void> {
  await inFlight(SINGLE_CONNECTIONS, ids, async (id) => {
    const { rows } = await pool.query<FloorRow>({ ...READ_ONE, values: [id, `returned:${id}`] });
    const [row] = rows;
    if (!row || row.outcome) throw new Error(`${id} is not there, or was sent before`);
    const write = think(row);
    await written(pool, WRITE_ONE, [...COLUMNS.map(([key]) => write[key]), NOW], 1);
  });
}

/** 200 advances a transaction, four at once. */
export async function floorInBatches(pool: Pool, ids: readonly string[]): Promise<void> {
  const batches: string[][] = [];
  for (let from = 0; from < ids.length; from += BATCH) batches.push(ids.slice(from, from + BATCH));
  await inFlight(BATCH_CONNECTIONS, batches, async (batch) => {
    const messages = batch.map((id) => `returned:${id}`);
    const { rows } = await pool.query<FloorRow>({ ...READ, values: [batch, messages] });
    const writes = rows.filter(({ outcome }) => !outcome).map(think);
    const columns = COLUMNS.map(([key]) => writes.map((write) => write[key]));
    await written(pool, WRITE, [...columns, NOW], batch.length);
  });
}

async function written(
  pool: Pool,
  statement: { name: string; text: string },
  values: unknown[],
  count: number,
): Promise<void> {
  const { rows } = await pool.query<{ written: number }>({ ...statement, values });
  if (rows[0]?.written !== count) throw new Error('somebody was faster');
}
