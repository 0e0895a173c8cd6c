import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import type { Enrolment } from '#libs/training';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';
import { enrolmentStore } from './enrolment.store.js';

describe('the enrolments in Postgres', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const orgId = randomUUID();

  beforeAll(async () => {
    database = await cloneTemplateDatabase({ migrate });
    dataSource = await createDataSource({ connectionString: database.connectionString }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const openCohort = async (): Promise<string> => {
    const id = randomUUID();
    await dataSource.query(
      `insert into cohort (org_id, id, kind, assessment_option, name, zone, versions, created_at)
       values ($1, $2, 'assessment', 'separate', 'Asesmen', 'Asia/Jakarta', '{}', now())`,
      [orgId, id],
    );
    return id;
  };
  const people = (cohortId: string, count: number): Enrolment[] =>
    Array.from({ length: count }, () => ({
      ...{ journeyId: randomUUID(), orgId, cohortId, personId: randomUUID(), agencyOrgId: randomUUID() },
      ...{ entry: 'assessmentOnly', postLevel: 'administrator', targetPostLevel: null, superiorNip: null },
      ...{ unit: 'Biro', post: 'Kepala', rank: 'III/d', participationCertificate: null },
      ...{ enteredOn: '2026-03-01', createdAt: '2026-03-01T01:00:00.000Z' },
    }));
  /** The same people in another upload, which begins journeys of its own for them. */
  const anew = (all: Enrolment[]): Enrolment[] => all.map((one) => ({ ...one, journeyId: randomUUID() }));
  const journeysOf = (all: (Enrolment | null)[]) => all.map((one) => one?.journeyId ?? null);

  it('many at once come back in the order given, as one by one', async () => {
    const store = enrolmentStore(dataSource.manager);
    const given = people(await openCohort(), 40);
    expect(await store.insertMany(given, null)).toEqual(given);
    expect(await store.byJourneys(journeysOf(given) as string[])).toHaveLength(40);
    const [first] = given;
    expect(await store.insert({ ...first!, journeyId: randomUUID() }, null)).toEqual(first);
  });

  it('who is enrolled keeps his journey and takes no place; the last places go in the order given', async () => {
    const store = enrolmentStore(dataSource.manager);
    const given = people(await openCohort(), 6);
    await store.insertMany([given[4]!], 4);
    const again = given.map((one) => ({ ...one, journeyId: randomUUID() }));
    const stored = await store.insertMany(again, 4);
    expect(journeysOf(stored)).toEqual([
      ...journeysOf(again.slice(0, 3)),
      ...[null, given[4]!.journeyId, null],
    ]);
  });

  it('uploads that come at once never fill more than there are places, nor wait for each other in a circle', async () => {
    const store = enrolmentStore(dataSource.manager);
    const [limited, open] = [await openCohort(), await openCohort()];
    const given = people(limited, 60);
    const halves = [given.slice(0, 40), anew(given.slice(20).reverse())];
    const results = await Promise.all(halves.map((half) => store.insertMany(half, 30)));
    expect(new Set(results.flat().flatMap((one) => one?.journeyId ?? [])).size).toBe(30);
    const same = people(open, 60);
    const both = await Promise.all([
      store.insertMany(same, null),
      store.insertMany(anew([...same].reverse()), null),
    ]);
    expect(journeysOf(both[1])).toEqual(journeysOf([...both[0]].reverse()));
  });
});
