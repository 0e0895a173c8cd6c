import { join } from 'node:path';
import { readTable } from '#libs/exchange';
import { currentAt, loadKnowledge } from '#libs/knowledge';
import { migrate } from '#libs/persistence';
import { createLog, parseSettings } from '#libs/platform';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import { actorFor, createCohort, importRoster, institutesOf, SYSTEM_SCOPE } from '#libs/training';
import { rosterDeps } from '../../../api/src/index.js';
import { projectRoot } from '../project-root.js';
import { settleWorld } from '../sandbox/sandbox-callers.js';
import { readSandboxFiles } from '../sandbox/sandbox-files.js';
import { compose, type Composition } from './compose.js';

const config = join(projectRoot(), 'config');
const ROSTER = [
  'nip,name,birthDate,sex,email,agencyCode,unit,post,postLevel,rank,entry',
  '198501012010011901,Contoh Pindah,1985-01-01,L,p@ins-01.example,INS-01,Biro,Kepala,administrator,III/d,incumbent',
].join('\n');

describe('a transfer whose process died right after it was accepted', () => {
  const files = readSandboxFiles(config);
  const knowledge = loadKnowledge(config);
  let database: TestDatabase;
  let whole: Composition;

  const started = async () =>
    compose({
      settings: parseSettings({ TITIAN_SANDBOX: 'true' }),
      connectionString: database.connectionString,
      knowledge,
      log: createLog({ level: 'silent' }),
      sandboxBegins: files.stands,
    });

  beforeAll(async () => {
    database = await cloneTemplateDatabase({ migrate });
    whole = await started();
  });
  afterAll(async () => {
    await whole.close();
    await database.drop();
  });

  it('begins its journey in the other cohort once, with the next start or the next pass', async () => {
    const { training } = whole;
    const lembaga = (await settleWorld(training.access, files.world)).get('lembaga');
    if (!lembaga) throw new Error('the world has no institute');
    const now = files.stands;
    const opened = async (name: string) => {
      const versions = currentAt(knowledge, '2026-02-02');
      const body = {
        ...{
          programme: 'PKA',
          pathway: 'flexible',
          assessmentOption: 'separate',
          zone: 'Asia/Jakarta',
          name,
        },
        ...{ startsOn: '2026-03-02', endsOn: '2026-04-24' },
        stages: [
          { stage: 'selfLearning', from: '2026-03-02', to: '2026-03-20' },
          { stage: 'eLearning', from: '2026-03-24', to: '2026-04-03' },
          { stage: 'classical', from: '2026-04-13', to: '2026-04-24' },
        ],
      };
      const { cohorts, lookup, newId } = training;
      const deps = { cohorts, versions, newId, lookup };
      const created = await createCohort(deps, institutesOf(lembaga)[0] ?? '', body, now);
      if (!created.ok) throw new Error(JSON.stringify(created.refusal));
      const cohort = await training.cohorts.byId(created.value.id, SYSTEM_SCOPE);
      if (!cohort) throw new Error('the cohort is not there');
      return cohort;
    };
    const [from, to] = [await opened('Asal'), await opened('Tujuan')];
    const reading = await readTable(new TextEncoder().encode(ROSTER));
    if (!reading.ok) throw new Error(reading.fault.code);
    const enrolled = await importRoster(rosterDeps(training, lembaga), {
      ...{ cohort: from, sheet: reading.table, at: now, dryRun: false },
    });
    const journeyId = enrolled.ok ? (enrolled.value.enrolled[0]?.journeyId ?? '') : '';

    // 1. The event commits, and whoever would have begun the other journey is gone: the engine alone was asked.
    const outcome = await training.engine.apply({
      ...{ instanceId: journeyId, messageId: 'transfer', type: 'transferred' },
      payload: { toCohort: to.id, reason: 'Uji' },
      actor: actorFor(lembaga, ['institute']),
    });
    expect(outcome.ok).toBe(true);
    expect(await training.enrolments.ofCohort(to.id)).toEqual([]);

    // 2. Two passes at once, and one more after them.
    await Promise.all([whole.settleTransfers(), whole.settleTransfers()]);
    await whole.settleTransfers();
    const [begun, ...others] = await training.enrolments.ofCohort(to.id);
    expect(others).toEqual([]);
    const view = await training.engine.view(begun?.journeyId ?? '');
    expect(view?.instance.state).toEqual(['preAssessment.assessing']);
    expect(await training.journeys.liveOf(to.id)).toEqual([begun?.journeyId]);
    const rows = await whole.dataSource.query<{ to: string; fault: string | null }[]>(
      `select to_journey as "to", fault from transfer where from_journey = $1`,
      [journeyId],
    );
    expect(rows).toEqual([{ to: begun?.journeyId, fault: null }]);
  });
});
