import { join } from 'node:path';
import { loadKnowledge } from '#libs/knowledge';
import { migrate, sandboxMarks } from '#libs/persistence';
import { createLog, parseSettings } from '#libs/platform';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import { SYSTEM_SCOPE, type SandboxMarks } from '#libs/training';
import { compose, type Composition } from '../composition/compose.js';
import { projectRoot } from '../project-root.js';
import { loadSandbox } from './load-sandbox.js';
import { readSandboxFiles } from './sandbox-files.js';

const config = join(projectRoot(), 'config');

describe('loading the sandbox', () => {
  const files = readSandboxFiles(config);
  const knowledge = loadKnowledge(config);
  const databases: TestDatabase[] = [];
  const open: Composition[] = [];

  const sandbox = async (): Promise<Composition & { marks: SandboxMarks }> => {
    const database = await cloneTemplateDatabase({ migrate });
    databases.push(database);
    return started(database);
  };
  const started = async ({ connectionString }: TestDatabase) => {
    const settings = parseSettings({ TITIAN_SANDBOX: 'true' });
    const log = createLog({ level: 'silent' });
    const composition = await compose({
      settings,
      connectionString,
      knowledge,
      log,
      sandboxBegins: files.begins,
    });
    open.push(composition);
    return { ...composition, marks: sandboxMarks(composition.dataSource.manager) };
  };
  afterEach(async () => {
    for (const composition of open.splice(0)) await composition.close();
    for (const database of databases.splice(0)) await database.drop();
  });

  /** Everything that the sandbox shows, without the ids that differ from database to database. */
  const picture = async ({ training, sandboxClock }: Composition) => {
    const now = sandboxClock?.now() ?? '';
    const cohorts = await training.cohorts.list(
      SYSTEM_SCOPE,
      {},
      { limit: 10, order: 'newest', turned: false, after: null },
      '2026-02-02',
    );
    const lines = await training.journeys.list(SYSTEM_SCOPE, {}, { limit: 500, after: null }, now);
    const people = lines.map(({ nip, state, revision, nextAction, nextDue, status }) => ({
      nip,
      state,
      revision,
      nextAction,
      nextDue,
      status,
    }));
    return {
      now,
      cohorts: cohorts.map(({ id, name, enrolled }) => ({ id, name, enrolled })),
      people: people.sort((one, other) => ((one.nip ?? '') < (other.nip ?? '') ? -1 : 1)),
    };
  };

  /** What a whole loading comes to: the first test looks at it, the second comes to the same by detours. */
  let loaded: Awaited<ReturnType<typeof picture>>;

  it('stops at the instant of its files, with people at different points of the way', async () => {
    const whole = await sandbox();
    await loadSandbox(whole.training, files, whole.marks);
    loaded = await picture(whole);
    const { now, cohorts, people } = loaded;
    expect(now).toBe(files.stands);
    expect(cohorts.length).toBe(files.stories.length);
    expect(new Set(people.map(({ state }) => state[0])).size).toBeGreaterThan(3);
    // Nobody is stuck, and whoever is under way has a date.
    expect(
      people.filter(
        ({ status, nextDue }) => status === 'incident' || (status === 'live' && nextDue === null),
      ),
    ).toEqual([]);
    await loadSandbox(whole.training, files, whole.marks);
    expect(await picture(whole)).toEqual({ now, cohorts, people });
  });

  it('killed at any moment goes on where it stopped and comes to the same', async () => {
    const killed = await sandbox();
    const { training, marks } = killed;
    let enrolled = 0;
    const dyingInTheRoster = {
      ...training.enrolments,
      insertMany: async (...given: Parameters<typeof training.enrolments.insertMany>) => {
        const stored = await training.enrolments.insertMany(...given);
        enrolled += 1;
        // Between the enrolment and the start of its journey.
        if (enrolled === 7) throw new Error('killed in the roster');
        return stored;
      },
    };
    await expect(loadSandbox({ ...training, enrolments: dyingInTheRoster }, files, marks)).rejects.toThrow(
      'killed in the roster',
    );

    let events = 0;
    const apply: typeof training.engine.apply = async (message) => {
      events += 1;
      if (events === 20) throw new Error('killed among the events');
      return training.engine.apply(message);
    };
    const dyingEngine = Object.assign(Object.create(training.engine) as typeof training.engine, { apply });
    await expect(loadSandbox({ ...training, engine: dyingEngine }, files, marks)).rejects.toThrow(
      'killed among the events',
    );

    const dyingMarks = {
      done: () => marks.done(),
      mark: () => Promise.reject(new Error('killed before the mark')),
    };
    await expect(loadSandbox(training, files, dyingMarks)).rejects.toThrow('killed before the mark');

    await loadSandbox(training, files, marks);
    expect(await picture(killed)).toEqual(loaded);
  });
});
