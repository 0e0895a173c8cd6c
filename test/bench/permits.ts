import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { Definitions, EffectHandlers, Engine, inlineTaskEffects, type Message } from '#libs/engine';
import { createDataSource, migrate, PostgresEngineStore } from '#libs/persistence';
import type { AnyDefinition } from '#libs/statechart';
import { MovableClock, permit, permitTaskEvents } from '#libs/testing';

/** What the measured advance is: in review and nudged, a permit is returned to its applicant. */
export const RETURNED = {
  type: 'returned',
  payload: { reason: 'The drawing of the second floor is missing.' },
  actor: { id: '0199f3a2-5b1c-7d11-9e55-6f1a2b3c4d5e', role: 'clerk' },
} as const;

/** When it happens: before everything that it arms. */
export const NOW = '2026-01-05T08:00:00.000Z';
const ORG = randomUUID();
/** With this text a stored snapshot has about 2 KB, as a participant's journey in training has. */
const SITE = Array.from(
  { length: 24 },
  (_, n) => `Jalan Titian ${String(n * 37)}, RT ${String(n)}/RW 4, Kelurahan Sukamaju`,
).join('; ');
const PEOPLE_A_COHORT = 30;
const CONNECTIONS = 16;
const APPLICANT = { id: 'ani', role: 'applicant' };

/** Instances that the engine itself brought where the copies of them begin. */
interface Prototypes {
  drafting: string;
  reviewing: string;
}

/** Permits in review in an engine's own record; each has one armed deadline, one open task and two parties. */
export class PermitBench {
  private constructor(
    readonly engine: Engine,
    readonly clock: MovableClock,
    readonly pool: pg.Pool,
    readonly dataSource: DataSource,
    readonly connectionString: string,
    private readonly prototypes: Prototypes,
  ) {}

  static async open(connectionString: string): Promise<PermitBench> {
    await migrate(connectionString);
    const dataSource = createDataSource({ connectionString, poolSize: CONNECTIONS });
    await dataSource.initialize();
    const clock = new MovableClock('2026-01-01T08:00:00.000Z');
    const engine = engineOn(new PostgresEngineStore({ dataSource, wall: clock }), clock);
    const pool = new pg.Pool({ connectionString, max: CONNECTIONS });
    const prototypes = { drafting: await drafted(engine), reviewing: await inReview(engine, clock) };
    for (const table of COPIED) await pool.query(`create table prototype_${table} as select * from ${table}`);
    return new PermitBench(engine, clock, pool, dataSource, connectionString, prototypes);
  }

  /** As many copies of the prototype, which the engine itself brought there. */
  async spawn(count: number, of: keyof Prototypes = 'reviewing'): Promise<string[]> {
    const ids = freshIds(count);
    for (const sql of COPY) await this.pool.query(sql, [this.prototypes[of], ids, PEOPLE_A_COHORT]);
    await this.pool.query('analyze instance, deadline, task, journey_party');
    return ids;
  }

  async snapshot(): Promise<object> {
    const { rows } = await this.pool.query<{ snapshot: object }>(
      'select snapshot from prototype_instance where id = $1',
      [this.prototypes.reviewing],
    );
    return (rows[0] as { snapshot: object }).snapshot;
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.dataSource.destroy();
  }
}

export function freshIds(count: number): string[] {
  return Array.from({ length: count }, () => v7());
}

export function returned(instanceId: string): Message {
  return { instanceId, messageId: `returned:${instanceId}`, ...RETURNED };
}

function engineOn(store: PostgresEngineStore, clock: MovableClock): Engine {
  const handlers = new EffectHandlers();
  const nobody = { run: async () => undefined };
  handlers.register('sendLetter', nobody);
  handlers.register('enterRegister', nobody);
  return new Engine({
    definitions: new Definitions([permit as unknown as AnyDefinition]),
    store,
    clock,
    inline: inlineTaskEffects(permitTaskEvents),
    handlers,
    delivery: { nudge: async () => undefined, revive: async () => undefined },
  }).boot();
}

/** Its draft is due on 8 January. */
async function drafted(engine: Engine): Promise<string> {
  const instanceId = v7();
  const parties = [
    { org: ORG, person: randomUUID(), role: 'clerk' },
    { org: ORG, person: randomUUID(), role: 'applicant' },
  ];
  const input = { site: SITE, startsOn: '2026-01-01' };
  const first = await engine.start({
    ...{ definition: 'permit', org: ORG, instanceId, messageId: 'start', input, actor: APPLICANT, parties },
    cohortId: randomUUID(),
  });
  if (!first.ok) throw new Error(first.refusal.code);
  return instanceId;
}

/** Nudged already: its review alone is due, on 15 January. */
async function inReview(engine: Engine, clock: MovableClock): Promise<string> {
  const instanceId = await drafted(engine);
  const on = '2026-01-01';
  const sent = await engine.apply({
    instanceId,
    messageId: 'submit',
    type: 'submitted',
    payload: { on },
    actor: APPLICANT,
  });
  if (!sent.ok) throw new Error(sent.refusal.code);
  clock.set(NOW);
  const { fired } = await engine.fireDue(NOW);
  if (fired !== 1) throw new Error('the nudge alone is due');
  return instanceId;
}

/** Kept as they were: what is due is due for a prototype too. */
const COPIED = ['instance', 'deadline', 'task', 'journey_party'];

const COPY = [
  `insert into instance select (jsonb_populate_record(i, jsonb_build_object('id', copy.id,
      'cohort_id', md5((copy.n / $3::integer)::text || ($2::uuid[])[1]::text)::uuid))).*
    from prototype_instance i, unnest($2::uuid[]) with ordinality as copy (id, n) where i.id = $1`,
  `insert into deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'instance_id', copy.id))).*
    from prototype_deadline d, unnest($2::uuid[]) as copy (id) where d.instance_id = $1 and d.status = 'armed' and $3 > 0`,
  `insert into task select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'instance_id', copy.id))).*
    from prototype_task t, unnest($2::uuid[]) as copy (id) where t.instance_id = $1 and t.status = 'open' and $3 > 0`,
  `insert into journey_party select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'instance_id', copy.id))).*
    from prototype_journey_party p, unnest($2::uuid[]) as copy (id) where p.instance_id = $1 and $3 > 0`,
];
