import { randomUUID } from 'node:crypto';
import pg from 'pg';
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

/** Permits in review in an engine's own record; each has one armed deadline, one open task and two parties. */
export class PermitBench {
  private constructor(
    readonly engine: Engine,
    readonly clock: MovableClock,
    readonly pool: pg.Pool,
    private readonly prototype: string,
    private readonly closeSource: () => Promise<void>,
  ) {}

  static async open(connectionString: string): Promise<PermitBench> {
    await migrate(connectionString);
    const dataSource = createDataSource({ connectionString, poolSize: CONNECTIONS });
    await dataSource.initialize();
    const clock = new MovableClock('2026-01-01T08:00:00.000Z');
    const engine = engineOn(new PostgresEngineStore({ dataSource, wall: clock }), clock);
    const pool = new pg.Pool({ connectionString, max: CONNECTIONS });
    const prototype = await inReview(engine, clock);
    return new PermitBench(engine, clock, pool, prototype, () => dataSource.destroy());
  }

  /** As many copies of the prototype, which the engine itself brought there. */
  async spawn(count: number): Promise<string[]> {
    const ids = freshIds(count);
    for (const sql of COPY) await this.pool.query(sql, [this.prototype, ids, PEOPLE_A_COHORT]);
    await this.pool.query('analyze instance, deadline, task, journey_party');
    return ids;
  }

  async snapshot(): Promise<object> {
    const { rows } = await this.pool.query<{ snapshot: object }>(
      'select snapshot from instance where id = $1',
      [this.prototype],
    );
    return (rows[0] as { snapshot: object }).snapshot;
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.closeSource();
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

async function inReview(engine: Engine, clock: MovableClock): Promise<string> {
  const instanceId = v7();
  const parties = [
    { org: ORG, person: randomUUID(), role: 'clerk' },
    { org: ORG, person: randomUUID(), role: 'applicant' },
  ];
  const input = { site: SITE, startsOn: '2026-01-01' };
  const actor = { id: 'ani', role: 'applicant' };
  const first = await engine.start({
    ...{ definition: 'permit', org: ORG, instanceId, messageId: 'start', input, actor, parties },
    cohortId: randomUUID(),
  });
  if (!first.ok) throw new Error(first.refusal.code);
  const on = '2026-01-01';
  const sent = await engine.apply({
    instanceId,
    messageId: 'submit',
    type: 'submitted',
    payload: { on },
    actor,
  });
  if (!sent.ok) throw new Error(sent.refusal.code);
  clock.set(NOW);
  const { fired } = await engine.fireDue(NOW);
  if (fired !== 1) throw new Error('the nudge alone is due');
  return instanceId;
}

const COPY = [
  `insert into instance select (jsonb_populate_record(i, jsonb_build_object('id', copy.id,
      'cohort_id', md5((copy.n / $3::integer)::text || ($2::uuid[])[1]::text)::uuid))).*
    from instance i, unnest($2::uuid[]) with ordinality as copy (id, n) where i.id = $1`,
  `insert into deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'instance_id', copy.id))).*
    from deadline d, unnest($2::uuid[]) as copy (id) where d.instance_id = $1 and d.status = 'armed' and $3 > 0`,
  `insert into task select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'instance_id', copy.id))).*
    from task t, unnest($2::uuid[]) as copy (id) where t.instance_id = $1 and t.status = 'open' and $3 > 0`,
  `insert into journey_party select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'instance_id', copy.id))).*
    from journey_party p, unnest($2::uuid[]) as copy (id) where p.instance_id = $1 and $3 > 0`,
];
