import { CohortWorld, levels } from './cohort-world.js';
import { text, type Answer } from './public-api.js';

const GAPS = levels(3, { M2: 1 });
/** Each race is run for so many people at once: a lock that is missing shows in some of them. */
const PEOPLE = 12;

/** Two organisers of one institute at the same task, in the same moment. */
describe('one task and two people', () => {
  let world: CohortWorld;
  let journeys: string[];
  let tasks: string[];
  let pimpinan: string;
  let races = 0;

  beforeAll(async () => {
    world = await CohortWorld.begin();
    pimpinan = text((await world.as.pimpinan.expect(200, world.as.pimpinan.get('/me')))['personId']);
  });
  afterAll(() => world.end());
  beforeEach(async () => {
    const cohort = await world.opens({ pathway: 'flexible', name: `PKA lomba ${String((races += 1))}` });
    journeys = await world.enrols(
      cohort,
      Array.from({ length: PEOPLE }, () => ({})),
    );
    for (const journey of journeys) await world.isAssessed(journey, GAPS, '2026-02-02');
    const found = await Promise.all(
      journeys.map((journey) => world.tasks('lembaga', `journey=${journey}&kind=confirmPlacement`)),
    );
    tasks = found.map(([task]) => task?.id ?? '');
    expect(tasks.every(Boolean)).toBe(true);
  });

  const post = (who: 'lembaga' | 'pimpinan', task: string, verb: string, body: object = {}) =>
    world.as[who].post(`/tasks/${task}/${verb}`, body);
  const codeOf = ({ status, body }: Answer) => (status === 200 ? 'done' : text(body['code']));
  const confirmations = async (journey: string) => {
    const { log } = await world.as.lembaga.expect(200, world.as.lembaga.get(`/journeys/${journey}/history`));
    const entries = log as unknown as { type: string }[];
    return entries.filter(({ type }) => type === 'placementConfirmed').length;
  };

  it('is taken on by one, and the other is told who has it', async () => {
    for (const answers of await Promise.all(
      tasks.map((task) => Promise.all([post('lembaga', task, 'claim'), post('pimpinan', task, 'claim')])),
    )) {
      expect(answers.map(codeOf).sort()).toEqual(['done', 'task.held']);
      const told = answers.find(({ status }) => status === 409);
      expect(text(told?.body['detail'])).toMatch(/holds this task since/);
    }
  });

  it('is completed by one, once, and the other is told', async () => {
    for (const answers of await Promise.all(
      tasks.map((task) =>
        Promise.all([post('lembaga', task, 'complete'), post('pimpinan', task, 'complete')]),
      ),
    )) {
      const codes = answers.map(codeOf).sort();
      expect(codes[0]).toBe('done');
      expect(['journey.event_not_accepted', 'task.closed']).toContain(codes[1]);
    }
    expect(await Promise.all(journeys.map(confirmations))).toEqual(journeys.map(() => 1));
  });

  it('is handed over or done, never both', async () => {
    for (const task of tasks) await world.as.lembaga.expect(200, post('lembaga', task, 'claim'));
    const answers = await Promise.all(
      tasks.map((task) =>
        Promise.all([post('lembaga', task, 'delegate', { to: pimpinan }), post('lembaga', task, 'complete')]),
      ),
    );
    for (const [delegated, completed] of answers) {
      // Whoever handed it over may still do it himself; once it is done it is handed to nobody.
      expect(completed.status).toBe(200);
      expect(['done', 'task.closed']).toContain(codeOf(delegated));
    }
    const ended = await Promise.all(tasks.map((task) => world.as.lembaga.get(`/tasks/${task}`)));
    expect(ended.map(({ body }) => text(body['status']))).toEqual(tasks.map(() => 'done'));
    expect(await Promise.all(journeys.map(confirmations))).toEqual(journeys.map(() => 1));
  });

  it('is not overwritten from a stale screen', async () => {
    const [task = ''] = tasks;
    const [journey = ''] = journeys;
    const { revision } = await world.journey(journey);
    await world.sent('pimpinan', journey, 'mentorAssigned', { mentor: 'mentor' });
    const stale = await post('lembaga', task, 'complete', { expectedRevision: Number(revision) });
    expect(codeOf(stale)).toBe('journey.version_conflict');
    expect(await confirmations(journey)).toBe(0);
    const fresh = Number((await world.journey(journey))['revision']);
    expect(codeOf(await post('lembaga', task, 'complete', { expectedRevision: fresh }))).toBe('done');
  });
});
