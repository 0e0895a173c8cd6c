import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import {
  COHORT_ORDERS,
  cohortKeyOf,
  SYSTEM_SCOPE,
  type CohortFilter,
  type CohortOrder,
  type CohortRow,
} from '#libs/training';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';
import { cohortStore } from './cohort.store.js';

const TODAY = '2026-02-02';
const DATES = [
  ['2026-05-01', '2026-06-01'],
  ['2026-01-01', '2026-03-01'],
  ['2025-01-01', '2025-03-01'],
  [null, null],
  ['2026-01-01', '2026-02-02'],
] as const;
const PROGRAMMES = ['PKA', 'PKP', 'PKN2'];

describe('the list of cohorts in Postgres', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const orgId = randomUUID();

  beforeAll(async () => {
    database = await cloneTemplateDatabase({ migrate });
    dataSource = await createDataSource({ connectionString: database.connectionString }).initialize();
    await dataSource.query(
      `insert into organisation (id, code, kind, name, zone) values ($1, 'LP-9', 'institute', 'Lembaga', 'Asia/Jakarta')`,
      [orgId],
    );
    for (let number = 0; number < 30; number += 1) {
      const id = randomUUID();
      const [startsOn, endsOn] = DATES[number % DATES.length] ?? [];
      await dataSource.query(
        `insert into cohort (org_id, id, kind, programme, pathway, assessment_option, name, zone, starts_on, ends_on, stages, versions, created_at)
         values ($1, $2, case when $5::date is null then 'assessment' else 'training' end, $3,
           case when $5::date is not null then 'flexible' end, 'separate', $4, 'Asia/Jakarta', $5, $6, '[]', '{}', now())`,
        [
          orgId,
          id,
          startsOn ? PROGRAMMES[number % 3] : null,
          `${number % 2 ? 'angkatan' : 'Angkatan'} ${number % 7}%`,
          startsOn,
          endsOn,
        ],
      );
      for (let people = 0; people < number % 4; people += 1)
        await dataSource.query(
          `insert into enrolment (org_id, journey_id, cohort_id, person_id, agency_org_id, entry, post_level, unit, post, rank,
             entered_on, created_at)
           values ($1, gen_random_uuid(), $2, gen_random_uuid(), $1, 'incumbent', 'administrator', '', '', '', now(), now())`,
          [orgId, id],
        );
    }
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** All pages, one after the other. */
  const listed = async (filter: CohortFilter, order: CohortOrder, turned = false) => {
    const found: CohortRow[] = [];
    for (;;) {
      const last = found.at(-1);
      const after = last ? { key: cohortKeyOf(last, order), id: last.id } : null;
      const page = await cohortStore(dataSource.manager).list(
        SYSTEM_SCOPE,
        filter,
        { limit: 4, order, turned, after },
        TODAY,
      );
      found.push(...page);
      if (page.length < 4) return found;
    }
  };

  it.each(COHORT_ORDERS)(
    'shows each cohort once over all pages, ordered by %s, and the other way round',
    async (order) => {
      const found = await listed({}, order);
      expect(new Set(found.map(({ id }) => id)).size).toBe(30);
      expect(found).toHaveLength(30);
      expect((await listed({}, order, true)).map(({ id }) => id)).toEqual(
        found.map(({ id }) => id).reverse(),
      );
    },
  );

  it('is in the order that was asked for', async () => {
    const sizes = (await listed({}, 'enrolled')).map(({ enrolled }) => enrolled);
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    const names = (await listed({}, 'name')).map(({ name }) => name.toLowerCase());
    expect(names).toEqual([...names].sort());
    const starts = (await listed({}, 'startsOn')).map(({ startsOn }) => startsOn ?? '');
    expect(starts).toEqual([...starts].sort().reverse());
  });

  it('is narrowed by name, programme, pathway and dates', async () => {
    const all = await listed({}, 'newest');
    const ids = (rows: CohortRow[]) => rows.map(({ id }) => id);
    const those = (fits: (row: CohortRow) => boolean) => ids(all.filter(fits));
    const narrowed = async (filter: CohortFilter) => ids(await listed(filter, 'newest'));
    expect(await narrowed({ q: 'ANGKATAN 3%' })).toEqual(those(({ name }) => /angkatan 3%/i.test(name)));
    expect(await narrowed({ q: '_' })).toEqual([]);
    expect(await narrowed({ programme: 'PKP' })).toEqual(those(({ programme }) => programme === 'PKP'));
    expect(await narrowed({ pathway: 'cluster' })).toEqual([]);
    expect(await narrowed({ when: 'ahead' })).toEqual(those(({ startsOn }) => (startsOn ?? '') > TODAY));
    expect(await narrowed({ when: 'over' })).toEqual(
      those(({ endsOn }) => endsOn !== null && endsOn < TODAY),
    );
    expect((await narrowed({ when: 'now' })).length).toBe(18);
  });
});
