import { join } from 'node:path';
import type { Caller } from '#libs/access';
import { readTable } from '#libs/exchange';
import { currentAt, loadKnowledge } from '#libs/knowledge';
import { bulkStore, migrate } from '#libs/persistence';
import { createLog, parseSettings, systemClock } from '#libs/platform';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import {
  BulkDesk,
  createCohort,
  importRoster,
  institutesOf,
  SYSTEM_SCOPE,
  type BulkInput,
} from '#libs/training';
import { v7 as uuid } from 'uuid';
import { rosterDeps } from '../../../api/src/index.js';
import { projectRoot } from '../project-root.js';
import { settleWorld } from '../sandbox/sandbox-callers.js';
import { readSandboxFiles } from '../sandbox/sandbox-files.js';
import { compose, type Composition } from './compose.js';

const config = join(projectRoot(), 'config');
const HEADINGS = 'nip,name,birthDate,sex,email,agencyCode,unit,post,postLevel,rank,entry';
const ROSTER = [
  HEADINGS,
  ...[901, 902, 903, 904].map(
    (serial) =>
      `198501012010011${serial},Contoh ${serial},1985-01-01,L,p@ins-01.example,INS-01,Biro,Kepala,administrator,III/d,incumbent`,
  ),
].join('\n');
const COHORT = {
  ...{
    programme: 'PKA',
    pathway: 'flexible',
    assessmentOption: 'separate',
    zone: 'Asia/Jakarta',
    name: 'Asal',
  },
  ...{ startsOn: '2026-03-02', endsOn: '2026-04-24' },
  stages: [
    { stage: 'selfLearning', from: '2026-03-02', to: '2026-03-20' },
    { stage: 'eLearning', from: '2026-03-24', to: '2026-04-03' },
    { stage: 'classical', from: '2026-04-13', to: '2026-04-24' },
  ],
};

describe('a bulk operation whose process dies in the middle', () => {
  const files = readSandboxFiles(config);
  const knowledge = loadKnowledge(config);
  let database: TestDatabase;
  let whole: Composition;
  let lembaga: Caller;
  let journeys: string[];

  const started = async () =>
    compose({
      settings: parseSettings({ TITIAN_SANDBOX: 'true' }),
      connectionString: database.connectionString,
      knowledge,
      log: createLog({ level: 'silent' }),
      sandboxBegins: files.stands,
    });

  /** The desk of a process that dies after `survives` of the journeys at hand. */
  const dying = ({ training, dataSource }: Composition, survives: number) =>
    new BulkDesk({
      ...{
        definitions: training.definitions,
        knowledge: training.lookup,
        patienceMs: 60_000,
        carriesOut: true,
      },
      ...{
        store: bulkStore(dataSource.manager),
        now: () => training.clock.now(),
        wall: () => systemClock.now(),
      },
      closeIncident: (id) => training.engine.incidents.retry(id),
      onError: () => undefined,
      door: {
        applyMany: async (messages) => {
          await training.door.applyMany(messages.slice(0, survives));
          throw new Error('killed');
        },
      },
    });

  const standing = async (id: string) => {
    const operation = await bulkStore(whole.dataSource.manager).byId(id);
    return operation && { status: operation.status, ...operation.counts };
  };

  /** Waits for the process that goes on, and fails with where it stands if it does not. */
  const untilDone = async (id: string) => {
    const end = Date.now() + 30_000;
    for (let now = await standing(id); now?.status !== 'done'; now = await standing(id)) {
      if (Date.now() > end) throw new Error(`the operation was left behind: ${JSON.stringify(now)}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  };

  const told = async (type: string) => {
    const histories = await Promise.all(journeys.map((id) => whole.training.engine.history(id)));
    return histories.map((entries) => entries?.filter((entry) => entry.type === type).length);
  };

  const dueOf = async () => {
    const views = await Promise.all(journeys.map((id) => whole.training.engine.view(id)));
    return views.map(
      (view) => view?.deadlines.find(({ name, status }) => name === 'profileDue' && status === 'armed')?.on,
    );
  };

  beforeAll(async () => {
    database = await cloneTemplateDatabase({ migrate });
    whole = await started();
    const { training } = whole;
    const found = (await settleWorld(training.access, files.world)).get('lembaga');
    if (!found) throw new Error('the world has no institute');
    lembaga = found;
    const { cohorts, lookup, newId } = training;
    const deps = { cohorts, versions: currentAt(knowledge, '2026-02-02'), newId, lookup };
    const created = await createCohort(deps, institutesOf(lembaga)[0] ?? '', COHORT, files.stands);
    if (!created.ok) throw new Error(JSON.stringify(created.refusal));
    const cohort = await cohorts.byId(created.value.id, SYSTEM_SCOPE);
    const reading = await readTable(new TextEncoder().encode(ROSTER));
    if (!reading.ok || !cohort) throw new Error('there is no roster');
    const sent = { cohort, sheet: reading.table, at: files.stands, dryRun: false };
    const enrolled = await importRoster(rosterDeps(training, lembaga), sent);
    journeys = enrolled.ok ? enrolled.value.enrolled.flatMap(({ journeyId }) => journeyId ?? []).sort() : [];
    expect(journeys).toHaveLength(4);
  });
  afterAll(async () => {
    await whole.close();
    await database.drop();
  });

  it('is finished by the next process: each journey is told once, a shift counts once', async () => {
    const before = await dueOf();
    const id = uuid();
    const order: BulkInput = {
      ...{ action: 'reschedule', deadline: 'profileDue', shift: 'P7D', reason: 'Libur', preview: false },
      ids: journeys,
    };
    // 1. Two of four are committed, none of it is written down, and the process is gone.
    const desk = dying(whole, 2);
    expect((await desk.submit(lembaga, id, order)).ok).toBe(true);
    expect(await standing(id)).toEqual({ status: 'running', pending: 4, done: 0, refused: 0, failed: 0 });
    expect(await told('rescheduled')).toEqual([1, 1, 0, 0]);
    // 2. While its lease lasts, nobody else takes it up.
    expect(await desk.goOn()).toBe(false);
    await whole.close();
    // 3. A process starts; the lease has run out.
    whole = await started();
    await whole.dataSource.query(`update bulk_operation set lease_until = now() - interval '1 second'`);
    await whole.deliver();
    await untilDone(id);

    expect(await standing(id)).toEqual({ status: 'done', pending: 0, done: 4, refused: 0, failed: 0 });
    expect(await told('rescheduled')).toEqual([1, 1, 1, 1]);
    const weekLater = before.map((on) =>
      new Date(Date.parse(String(on)) + 7 * 86_400_000).toISOString().slice(0, 10),
    );
    expect(await dueOf()).toEqual(weekLater);
    for (const one of journeys) expect((await whole.training.engine.rebuild(one))?.ok).toBe(true);
  });

  it('is let go by a process that stops, and taken up at once by another', async () => {
    const id = uuid();
    const order: BulkInput = { action: 'suspend', reason: 'Jeda', preview: false, ids: journeys };
    expect((await dying(whole, 0).submit(lembaga, id, order)).ok).toBe(true);
    expect(await told('suspended')).toEqual([0, 0, 0, 0]);
    await bulkStore(whole.dataSource.manager).letGo(id);
    await untilDone(id);
    expect(await told('suspended')).toEqual([1, 1, 1, 1]);
  });
});
