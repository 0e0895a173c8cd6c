import pg from 'pg';
import { createEmptyDatabase, type TestDatabase } from '#libs/testing';
import { freshIds, PermitBench, returned } from '../permits.js';
import { floorInBatches, floorOneByOne } from './floor-advance.js';
import { createFloor, spawnOnFloor } from './floor-tables.js';

/** What both hold of the permits, in one shape. */
const STANDS = (schema: string, state: string) => `
  select i.revision, ${state} as state, i.snapshot,
    (select jsonb_agg(jsonb_build_array(name, status, due_at) order by name, due_at) from ${schema}.deadline d
      where d.instance_id = i.id) as deadlines,
    (select jsonb_agg(jsonb_build_array(kind, key, role, status, due_at) order by key) from ${schema}.task t
      where t.instance_id = i.id) as tasks,
    (select jsonb_agg(jsonb_build_array(seq, type, data, actor_id, message_id = 'returned:' || i.id)) from ${schema}.event e
      where e.instance_id = i.id and e.seq = i.revision) as last_event,
    (select count(*)::integer from ${schema}.inbox b where b.instance_id = i.id) as messages
  from ${schema}.instance i where i.id = any($1)`;

describe('the floor', () => {
  let database: TestDatabase;
  let bench: PermitBench;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    bench = await PermitBench.open(database.connectionString);
    pool = bench.pool;
    await createFloor(pool);
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  it.each([
    ['one by one', floorOneByOne],
    ['in batches', floorInBatches],
  ])('writes what the engine writes, %s', async (_how, onFloor) => {
    const theirs = freshIds(3);
    await spawnOnFloor(pool, theirs, await bench.snapshot());
    await onFloor(pool, theirs);
    const ours = await bench.spawn(3);
    await bench.engine.applyMany(ours.map(returned));
    const stands = (await pool.query(STANDS('public', 'i.state[1]'), [ours])).rows;
    expect(stands).toHaveLength(3);
    expect((await pool.query(STANDS('floor', 'i.state'), [theirs])).rows).toEqual(stands);
    expect(stands[0]).toMatchObject({
      state: 'drafting',
      tasks: [
        ['draftPermit', 'draft', 'applicant', 'open', expect.any(String)],
        ['reviewPermit', 'review', 'clerk', 'done', expect.any(String)],
      ],
    });
  });
});
