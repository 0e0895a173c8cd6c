import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Rebuilder, Verifier, type Fault, type RecordFilter } from '#libs/engine';
import { loadKnowledge } from '#libs/knowledge';
import { createDataSource, PostgresVerifyStore, productRowSource } from '#libs/persistence';
import { createLog, parseSettings } from '#libs/platform';
import type { TestDatabase } from '#libs/testing';
import { productCompanion } from '#libs/training';
import { compose } from '../../apps/titian/src/composition/compose.js';
import { inlineEffects, releasedDefinitions } from '../../apps/titian/src/composition/released.js';
import { projectRoot } from '../../apps/titian/src/project-root.js';
import { sandboxDatabase } from './sandbox-server.js';

const config = join(projectRoot(), 'config');
const knowledge = loadKnowledge(config);

describe('the record of the sandbox', () => {
  let copy: TestDatabase;
  let dataSource: DataSource;
  beforeEach(async () => {
    copy = await sandboxDatabase();
    dataSource = await createDataSource({ connectionString: copy.connectionString }).initialize();
  });
  afterEach(async () => {
    await dataSource.destroy();
    await copy.drop();
  });

  const definitions = releasedDefinitions(knowledge);
  const verify = async (filter: RecordFilter = {}): Promise<Fault[]> => {
    const found: Fault[] = [];
    const source = new PostgresVerifyStore(dataSource);
    const programmes = ['PKN1', 'PKN2', 'PKA', 'PKP'];
    const companion = productCompanion(productRowSource(dataSource.manager), programmes);
    const verifier = new Verifier({ source, definitions, inline: inlineEffects, companion });
    await verifier.run({ filter, found: (fault) => found.push(fault), pauseMs: 1, mostEntries: 300 });
    return found;
  };
  /** The id that a statement answers; each journey is damaged once, so that no fault hides another. */
  const damage = async (sql: string): Promise<string> => {
    const [rows] = (await dataSource.query(sql)) as unknown as [{ id: string }[]];
    const id = rows[0]?.id;
    if (id === undefined) throw new Error(`nothing was there to damage: ${sql}`);
    return id;
  };
  const withOpenLog = async <T>(work: () => Promise<T>): Promise<T> => {
    await dataSource.query('alter table event disable trigger user');
    const result = await work();
    await dataSource.query('alter table event enable trigger user');
    return result;
  };

  it('is whole when nobody touched it', async () => {
    expect(await verify()).toEqual([]);
  });

  it('stays whole when an entry is redacted', async () => {
    const log = createLog({ level: 'silent' });
    const settings = parseSettings({ TITIAN_SANDBOX: 'false' });
    const { connectionString } = copy;
    const composition = await compose({ settings, connectionString, knowledge, log, sandboxBegins: null });
    try {
      const rows = await dataSource.query<{ id: string; seq: number }[]>(
        `select distinct on (type) instance_id as id, seq from event where type <> 'entryRedacted' order by type, instance_id`,
      );
      expect(rows.length).toBeGreaterThan(10);
      for (const [index, { id, seq }] of rows.entries()) {
        const actor = { id: 'lan', role: 'lan' };
        const request = {
          instanceId: id,
          messageId: `redact-${String(index)}`,
          seq,
          reason: 'diminta',
          actor,
        };
        expect(await composition.engine.redact(request)).toMatchObject({ ok: true });
      }
    } finally {
      await composition.close();
    }
    // The clock of the machine is years from the sandbox's: only what was to fire since then is overdue.
    expect((await verify()).filter(({ kind }) => kind !== 'deadline.overdue')).toEqual([]);
  });

  it('names every damage that was planted, with its journey, and nothing besides', async () => {
    const taken: string[] = [];
    const fresh = async (where: string): Promise<string> => {
      const [row] = await dataSource.query<{ id: string }[]>(
        `select i.id from instance i where i.definition_key = 'participantJourney' and not (i.id = any($1)) and ${where}
         order by i.id limit 1`,
        [taken],
      );
      if (!row) throw new Error(`no journey where ${where}`);
      taken.push(row.id);
      return row.id;
    };
    const live = `i.status = 'live'`;
    const has = (table: string, more = 'true', key = 'instance_id') =>
      `exists (select from ${table} t where t.${key} = i.id and ${more})`;
    const planted = new Map<string, string[]>();
    const plant = (id: string, ...kinds: string[]) => planted.set(id, [...(planted.get(id) ?? []), ...kinds]);
    const run = (sql: string, ...values: unknown[]) => dataSource.query(sql, values);

    await withOpenLog(async () => {
      const missing = await fresh(`${live} and i.revision > 6`);
      await run(`delete from event where instance_id = $1 and seq = 3`, missing);
      plant(missing, 'log.gap', 'log.link');
      const changed = await fresh(has('event', `t.type = 'placementConfirmed'`));
      await run(
        `update event set data = data || '{"note": "diubah"}' where instance_id = $1 and type = 'placementConfirmed'`,
        changed,
      );
      plant(changed, 'log.digest');
    });

    const lost = await fresh(`${live} and ${has('deadline', `t.status = 'armed'`)}`);
    await run(
      `delete from deadline where id = (select id from deadline where instance_id = $1 and status = 'armed' limit 1)`,
      lost,
    );
    plant(lost, 'deadline.lost');

    const twice = await fresh(has('deadline', `t.status = 'fired'`));
    await run(
      `insert into deadline select org_id, gen_random_uuid(), instance_id, name, due_at, due_on, why, status, fired_at, set_by_seq,
         closed_by_seq from deadline where instance_id = $1 and status = 'fired' limit 1`,
      twice,
    );
    plant(twice, 'deadline.doubled');

    const moved = await fresh(`${live} and ${has('deadline', `t.status = 'armed'`)}`);
    await run(
      `update deadline set due_at = due_at + interval '3 days' where instance_id = $1 and status = 'armed'
       and id = (select id from deadline where instance_id = $1 and status = 'armed' limit 1)`,
      moved,
    );
    plant(moved, 'deadline.differs');

    const elsewhere = await fresh(`${live} and i.state[1] like 'training%'`);
    await run(
      `update instance set snapshot = (select snapshot from instance where definition_key = 'participantJourney' and status = 'live'
         and id <> $1 and state[1] not like 'training%' limit 1) where id = $1`,
      elsewhere,
    );
    plant(elsewhere, 'instance.differs');

    const ownerless = await fresh(live);
    await run(`update instance set next_owner = '' where id = $1`, ownerless);
    plant(ownerless, 'instance.differs', 'next.missing');

    const lostEffect = await fresh(has('outbox', `t.kind = 'notify'`));
    await run(
      `delete from outbox where id = (select id from outbox where instance_id = $1 and kind = 'notify' limit 1)`,
      lostEffect,
    );
    plant(lostEffect, 'effect.lost', 'outcome.unknown');

    const undone = await fresh(has('notification', 'true', 'journey_id'));
    await run(
      `delete from notification where ground = (select ground from notification where journey_id = $1 limit 1)`,
      undone,
    );
    plant(undone, 'outcome.lost');

    const open = await fresh(has('task', `t.status = 'done'`));
    await run(
      `update task set status = 'open', closed_at = null, closed_by = null where id =
         (select id from task where instance_id = $1 and status = 'done' limit 1)`,
      open,
    );
    plant(open, 'task.leftOpen');

    const doubled = await fresh(has('certificate', `t.kind = 'competency'`, 'journey_id'));
    await run(
      `insert into certificate select org_id, serial || 'X', kind, ground || 'X', journey_id, gen_random_uuid(), person_id, programme,
         level, issued_on, assessed_on, valid_until, legal_basis, created_at from certificate where journey_id = $1 and kind = 'competency'`,
      doubled,
    );
    plant(doubled, 'certificate.doubled');

    const raised = await fresh(has('certificate', `t.kind = 'completion'`, 'journey_id'));
    await run(
      `update certificate set level = level + 1 where journey_id = $1 and kind = 'completion'`,
      raised,
    );
    plant(raised, 'certificate.differs');

    const score = await fresh(has('evaluation_score', 'true', 'journey_id'));
    await run(
      `update evaluation_score set score = score - 1 where journey_id = $1 and component = 'academic'`,
      score,
    );
    plant(score, 'row.differs');

    const profile = await fresh(has('profile', 'true', 'journey_id'));
    await run(
      `delete from profile where journey_id = $1 and seq = (select min(seq) from profile where journey_id = $1)`,
      profile,
    );
    plant(profile, 'row.lost');

    const unenrolled = await fresh(live);
    await run(`delete from enrolment where journey_id = $1`, unenrolled);
    plant(unenrolled, 'enrolment.missing');

    const unseen = await fresh(live);
    await run(`delete from journey_party where instance_id = $1 and role = 'participant'`, unseen);
    plant(unseen, 'party.missing');

    const gone = await damage(
      `delete from instance where id = (select instance_id from certificate where kind = 'participation' order by serial limit 1) returning id`,
    );
    const [paper] = await dataSource.query<{ journey: string }[]>(
      `select journey_id as journey from certificate where instance_id = $1`,
      [gone],
    );
    plant(gone, 'rows.ownerless');
    plant(paper?.journey ?? '', 'certificate.course');

    await run(`update cohort_tally set n = n + 1 where ctid = (select min(ctid) from cohort_tally)`);
    await run(`update certificate_counter set last = last + 1 where kind = 'competency'`);

    const faults = await verify();
    const found = new Map<string, string[]>();
    for (const { instanceId, kind } of faults) {
      const kinds = found.get(instanceId ?? 'nobody') ?? [];
      if (!kinds.includes(kind)) found.set(instanceId ?? 'nobody', [...kinds, kind]);
    }
    // The doubled certificate took a number that its counter never gave.
    planted.set('nobody', ['certificate.counter', 'tally.differs']);
    const sorted = (all: Map<string, string[]>) =>
      Object.fromEntries([...all].map(([id, kinds]): [string, string[]] => [id, kinds.sort()]).sort());
    expect(sorted(found)).toEqual(sorted(planted));

    const parts = await Promise.all([0, 1, 2].map((at) => verify({ part: { at, of: 3 } })));
    const told = (all: Fault[]) => all.map((fault) => JSON.stringify(fault)).sort();
    expect(told(parts.flat())).toEqual(told(faults));
    expect(parts.every((part) => part.length > 0)).toBe(true);
  });

  it('has its counters right again when one journey is rebuilt, whether they had followed it or not', async () => {
    const [one, other] = await dataSource.query<{ id: string }[]>(
      `select id from instance where cohort_id is not null and status = 'live' order by id limit 2`,
    );
    const ids = [one?.id ?? '', other?.id ?? ''];
    await dataSource.query(`update instance set tally_state = 'lost' where id = any($1)`, [ids]);
    await dataSource.query(
      `insert into cohort_tally (org_id, cohort_id, state, late, n)
       select org_id, cohort_id, tally_state, tally_late, 1 from instance where id = $1`,
      [ids[0]],
    );
    const source = new PostgresVerifyStore(dataSource);
    expect((await source.tallies()).length).toBeGreaterThan(0);
    const rebuilder = new Rebuilder({ source, mender: source, definitions });
    const outcomes: string[] = [];
    await rebuilder.run({
      filter: { instanceIds: ids },
      told: ({ outcome }) => outcomes.push(outcome),
    });
    expect(outcomes).toEqual(['mended', 'mended']);
    expect(await source.tallies()).toEqual([]);
    expect(await verify()).toEqual([]);
  });

  it('is rebuilt where its logs are whole', async () => {
    await dataSource.query(`update instance set next_owner = 'nobody', state = '{lost}'`);
    await dataSource.query(`delete from deadline where status = 'armed'`);
    await dataSource.query(
      `update instance set tally_late = not tally_late where tally_state like 'training%'`,
    );
    await dataSource.query(`update cohort_tally set n = n + 3 where state like 'verdict%'`);
    const source = new PostgresVerifyStore(dataSource);
    const rebuilder = new Rebuilder({ source, mender: source, definitions });
    const outcomes = new Set<string>();
    const { tallies } = await rebuilder.run({
      told: ({ outcome }) => outcomes.add(outcome),
      mostEntries: 300,
    });
    expect(tallies).toBeGreaterThan(0);
    expect(outcomes).toEqual(new Set(['mended']));
    expect(await verify()).toEqual([]);
  });
});
