import { CohortWorld, levels } from './cohort-world.js';
import { titian } from './titian-process.js';

/** `npm run test:long` plays every story so, on both stores of the queues. */
describe('a story whose every job comes twice, shuffled and late', () => {
  let world: CohortWorld;
  let journeys: string[];

  beforeAll(async () => {
    world = await CohortWorld.begin({ backend: 'postgres', hostile: true });
    const cohort = await world.opens({ pathway: 'flexible' });
    journeys = await world.enrols(cohort, [{}, {}, {}]);
  });

  afterAll(() => world.end());

  it('comes to the same end as on a calm day', async () => {
    for (const journey of journeys) await world.isPlaced(journey, levels(3, { M2: 2 }), '2026-02-02');
    await world.movesTo('2026-04-25');
    for (const journey of journeys) {
      await world.isScored(journey);
      await world.sent('lembaga', journey, 'graduationDecided', { decision: 'passed', note: 'lulus' });
    }
    await world.movesTo('2026-07-27');
    for (const journey of journeys) {
      await world.isAssessed(journey, levels(3), '2026-07-27');
      await world.isConfirmed(journey);
      expect(await world.kindsOf(journey)).toEqual(['competency', 'completion']);
    }
    await world.movesTo('2026-10-01');
    for (const journey of journeys) expect(await world.stateOf(journey)).toEqual(['completed']);
  });

  it('leaves a record on which each effect counts once', async () => {
    const verify = titian(['verify', '--json'], { DATABASE_URL: world.connectionString });
    const code = await verify.exited();
    expect({ code, output: code === 0 ? '' : verify.output() }).toEqual({ code: 0, output: '' });
  });
});
