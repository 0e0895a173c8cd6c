import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Entry } from '#libs/engine';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';
import { journeyProjections } from './journey.projections.js';

/** With what their rows are told apart. */
const TABLES = {
  profile: 'seq',
  evaluation_score: 'component',
  session_log: 'session',
  course_progress: 'course',
};

/** Every event whose rows are written many at once, in an order in which a journey may meet them. */
const STORY: [type: string, data: Record<string, unknown>][] = [
  [
    'profileRecorded',
    { profile: { assessedOn: '2026-02-01', ratings: [{ unit: 'M1', level: 2 }] }, reason: 'awal' },
  ],
  [
    'sessionLogged',
    { kind: 'coaching', competency: 'M1', heldOn: '2026-03-02', note: 'satu "kutip" \\ garis' },
  ],
  [
    'sessionLogged',
    {
      kind: 'mentoring',
      competency: 'M2',
      heldOn: '2026-03-03',
      ksaItems: ['k1'],
      note: 'dua',
      evidence: 'e',
    },
  ],
  ['sessionVoided', { session: 1, reason: 'salah orang' }],
  ['sessionConfirmed', { session: 2 }],
  ['learningProgressed', { course: 'C1', progress: 0.5 }],
  ['courseCompleted', { course: 'C1', completedOn: '2026-03-05', score: 88.25 }],
  ['courseCompleted', { course: 'C2', stage: 'eLearning', completedOn: '2026-03-06' }],
  ['courseReopened', { course: 'C2', stage: 'eLearning' }],
  ['componentScored', { component: 'academic', score: 55, indicatorRatings: { i1: 4 } }],
  ['componentScored', { component: 'attitude', score: 91.5 }],
  ['remedialCompleted', { scores: { academic: 72, fieldLearning: 80 } }],
  // Without a profile graduation writes no row.
  ['graduationDecided', { decision: 'passed' }],
];

describe('rows that follow the events of many journeys', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const org = randomUUID();

  beforeAll(async () => {
    database = await cloneTemplateDatabase({ migrate });
    dataSource = await createDataSource({ connectionString: database.connectionString }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const entry = (instanceId: string, seq: number, type: string, data: Record<string, unknown>): Entry => ({
    ...{ orgId: org, instanceId, definition: { key: 'participantJourney', version: 1 }, personId: null },
    ...{ cohortId: null, links: {}, seq, type, data, actor: { id: 'budi', role: 'coach' } },
    ...{
      at: `2026-03-${String(seq).padStart(2, '0')}T01:00:00.000Z`,
      state: [],
      status: 'live',
      context: {},
    },
    effects: [],
  });
  const rowsOf = async (journey: string) =>
    await Promise.all(
      Object.entries(TABLES).map(([table, key]) =>
        dataSource.query<unknown[]>(
          `select to_jsonb(written) - 'journey_id' as row from ${table} written where journey_id = $1 order by ${key}`,
          [journey],
        ),
      ),
    );

  it('are the same as one by one, whatever else came before', async () => {
    const together = Array.from({ length: 4 }, () => randomUUID());
    const alone = randomUUID();
    const { manager } = dataSource;
    for (const [index, [type, data]] of STORY.entries()) {
      const projection = journeyProjections.find((one) => one.wants('participantJourney', type));
      if (!projection?.projectMany) throw new Error(`${type} is written one by one`);
      await projection.project(entry(alone, index + 1, type, data), manager);
      await projection.projectMany(
        together.map((journey) => entry(journey, index + 1, type, data)),
        manager,
      );
    }
    const expected = await rowsOf(alone);
    expect(expected.map((rows) => rows.length)).toEqual([1, 3, 2, 2]);
    for (const journey of together) expect(await rowsOf(journey)).toEqual(expected);
    expect(expected).toMatchObject([
      [{ row: { event: 'profileRecorded', assessed_on: '2026-02-01', reason: 'awal', actor_id: 'budi' } }],
      [
        { row: { component: 'academic', score: 72, indicator_ratings: { i1: 4 } } },
        { row: { component: 'attitude', score: 91.5 } },
        { row: { component: 'fieldLearning', score: 80, indicator_ratings: null } },
      ],
      [
        { row: { session: 1, note: 'satu "kutip" \\ garis', ksa_items: [], void_reason: 'salah orang' } },
        { row: { session: 2, ksa_items: ['k1'], evidence: 'e', confirmed_at: '2026-03-05T01:00:00+00:00' } },
      ],
      [
        {
          row: {
            course: 'C1',
            stage: 'selfLearning',
            completed_on: '2026-03-05',
            score: 88.25,
            progress: 0.5,
          },
        },
        { row: { course: 'C2', stage: 'eLearning', completed_on: null } },
      ],
    ]);
  });
});
