import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import {
  sortKeyOf,
  type JourneyFilter,
  type JourneyLine,
  type JourneyOrder,
  type Scope,
} from '#libs/training';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';
import { journeyIndex } from './journey-index.js';

const NOW = '2026-03-02T12:00:00.000Z';
const DUES = ['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z', null];
const PAGE = 4;

describe('the lists of journeys in Postgres', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const [one, other, agency, coach] = Array.from({ length: 4 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  const cohorts = new Map([one, other].map((org) => [org, randomUUID()]));

  beforeAll(async () => {
    database = await cloneTemplateDatabase({ migrate });
    dataSource = await createDataSource({ connectionString: database.connectionString }).initialize();
    await dataSource.query(
      `insert into organisation (id, code, kind, name, zone) values ($1, 'INS-X', 'agency', 'Instansi', 'Asia/Jakarta')`,
      [agency],
    );
    for (const [org, id] of cohorts)
      await dataSource.query(
        `insert into cohort (org_id, id, kind, assessment_option, name, zone, versions, created_at)
         values ($1, $2, 'assessment', 'separate', 'Asesmen', 'Asia/Jakarta', '{}', now())`,
        [org, id],
      );
    for (let number = 0; number < 40; number += 1) await journey(number);
    await dataSource.query('analyze');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const journey = async (number: number) => {
    const [id, org, person] = [randomUUID(), number % 2 ? one : other, randomUUID()];
    const due = DUES[number % DUES.length] ?? null;
    await dataSource.query(`insert into person (id) values ($1)`, [person]);
    await dataSource.query(`insert into person_data (person_id, name) values ($1, $2)`, [
      person,
      `Contoh ${String(number)}`,
    ]);
    await dataSource.query(
      `insert into enrolment (org_id, journey_id, cohort_id, person_id, agency_org_id, entry, post_level, unit, post, rank,
         entered_on, created_at) values ($1, $2, $3, $4, $5, 'incumbent', 'administrator', '', '', '', now(), now())`,
      [org, id, cohorts.get(org), person, agency],
    );
    await dataSource.query(
      `insert into instance (org_id, id, definition_key, definition_version, snapshot, state, status, revision, head,
         next_action, next_owner, next_deadline, next_due, tally_late, person_id, cohort_id, created_at, updated_at)
       values ($1, $2, 'participantJourney', 1, '{}', $3, $4, 1, $5, 'x', 'x', $6, $7, $8, $9, $10, $11, $11)`,
      [
        ...[org, id, number % 3 ? ['training.learning.eLearning'] : ['awaitingStart']],
        ...[due ? 'live' : 'final', Buffer.alloc(32), due && 'workDue', due, number % 5 === 0, person],
        ...[cohorts.get(org), NOW],
      ],
    );
    // Others that are armed beside the one that counts, earlier and later.
    for (const [name, at] of due
      ? [
          ['workDue', due],
          ['before', DUES[0]],
          ['after', DUES[2]],
        ]
      : [])
      await dataSource.query(
        `insert into deadline (org_id, id, instance_id, name, due_at, due_on, why, status, set_by_seq)
         values ($1, gen_random_uuid(), $2, $3, $4, ($4::timestamptz)::date, '{"id": "x", "en": "x"}', 'armed', 1)`,
        [org, id, name, at],
      );
    await dataSource.query(
      `insert into journey_party (org_id, instance_id, role, party_org, person_id) values ($1, $2, 'agency', $3, null)`,
      [org, id, agency],
    );
    if (number % 4 === 1)
      await dataSource.query(
        `insert into journey_party (org_id, instance_id, role, party_org, person_id) values ($1, $2, 'coach', $1, $3)`,
        [org, id, coach],
      );
  };

  const nobody: Scope = {
    ...{ all: false, owners: [], agencies: [], centres: [], person: null },
    ...{ named: [], vacant: { coach: [], mentor: [] } },
  };
  const listed = async (
    scope: Scope,
    filter: JourneyFilter,
    order: JourneyOrder = 'due',
  ): Promise<JourneyLine[]> => {
    const found: JourneyLine[] = [];
    for (;;) {
      const last = found.at(-1);
      const after = last ? { key: sortKeyOf(last, order), id: last.id } : null;
      const wanted = { limit: PAGE, order, after };
      const page = await journeyIndex(dataSource.manager).list(scope, filter, wanted, NOW);
      found.push(...page);
      if (page.length < PAGE) return found;
    }
  };
  const idsOf = async (condition = 'true'): Promise<string[]> => {
    const rows = await dataSource.query<{ id: string }[]>(
      `select id from instance where ${condition} order by coalesce(next_due, 'infinity'), id`,
    );
    return rows.map(({ id }) => id);
  };

  it('show each journey once by name, whose date is when it may', async () => {
    const found = await listed({ ...nobody, owners: [one] }, {}, 'name');
    const names = Array.from({ length: 20 }, (_, index) => `Contoh ${String(index * 2 + 1)}`);
    const sorted = await dataSource.query<{ name: string }[]>(
      'select name from unnest($1::text[]) as name order by name',
      [names],
    );
    expect(found.map(({ name }) => name)).toEqual(sorted.map(({ name }) => name));
    expect(await listed({ ...nobody, owners: [one] }, { q: 'Contoh 3' }, 'name')).toHaveLength(6);
  });

  it.each<[string, Scope, string, number]>([
    ['all', { ...nobody, all: true }, 'true', 40],
    ['the owner', { ...nobody, owners: [one] }, `org_id = '${one}'`, 20],
    ['the agency', { ...nobody, agencies: [agency] }, 'true', 40],
    ['owner and agency', { ...nobody, owners: [one], agencies: [agency] }, 'true', 40],
    [
      'a coach',
      { ...nobody, person: coach, named: ['coach'] },
      `id in (select instance_id from journey_party where role = 'coach')`,
      10,
    ],
    ['nobody', nobody, 'false', 0],
  ])(
    'show each journey once, by date and those without one last: %s',
    async (_who, scope, condition, count) => {
      const found = await listed(scope, {});
      expect(found.map(({ id }) => id)).toEqual(await idsOf(condition));
      expect(found).toHaveLength(count);
    },
  );

  it.each<[JourneyFilter, string]>([
    [{ state: 'training' }, `state[1] like 'training%'`],
    [{ agency: 'INS-X' }, 'true'],
    [{ agency: 'INS-Y' }, 'false'],
    [{ q: 'contoh 1' }, `person_id in (select person_id from person_data where name like 'Contoh 1%')`],
    [{ overdue: true }, `status = 'live' and (next_due < '${NOW}' or tally_late)`],
    [{ overdue: false }, `not (status = 'live' and (next_due < '${NOW}' or tally_late))`],
  ])('are filtered alike for whoever sees all and for whoever is a party: %j', async (filter, condition) => {
    const ids = await idsOf(condition);
    for (const scope of [
      { ...nobody, all: true },
      { ...nobody, agencies: [agency] },
    ])
      expect((await listed(scope, filter)).map(({ id }) => id)).toEqual(ids);
  });

  it('are of one cohort where that is asked for', async () => {
    const cohort = cohorts.get(other)!;
    const found = await listed({ ...nobody, all: true }, { cohort });
    expect(found.map(({ id }) => id)).toEqual(await idsOf(`cohort_id = '${cohort}'`));
    expect(found).toHaveLength(20);
  });
});
