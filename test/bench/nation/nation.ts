import pg from 'pg';
import { createDataSource, recountTallies } from '#libs/persistence';

/** Copies of the sandbox that belong to one institute; the first ones to the sandbox's own. */
const COPIES_AN_INSTITUTE = 10;

/** Another id for each copy, the same wherever the row is named. */
const FUNCTIONS = `
  create function copy_id(uuid, integer) returns uuid language sql immutable as $$ select md5($1::text || ':' || $2::text)::uuid $$;
  create function copy_org(uuid, integer) returns uuid language sql immutable as
    $$ select case when ($2 - 1) / ${String(COPIES_AN_INSTITUTE)} = 0 then $1 else copy_id($1, ($2 - 1) / ${String(COPIES_AN_INSTITUTE)}) end $$;
  create temporary table live as select id, org_id, cohort_id, revision from instance
    where definition_key = 'participantJourney' and status = 'live' and cohort_id is not null`;

const OF_LIVE = (table: string) =>
  `${table} t join live on live.org_id = t.org_id and live.id = t.instance_id`;
/** At most five rows of each journey: what stands, then the newest. */
const FEW = (table: string, standing: string) =>
  `(select t.*, row_number() over (partition by t.instance_id order by (${standing}) desc, t.id desc) as place
    from ${OF_LIVE(table)}) few join ${table} t on t.id = few.id and few.place <= 5`;

interface Copied {
  table: string;
  from: string;
  /** Columns that a copy has otherwise; `k` is its number. */
  with: string;
}

const COPIED: readonly Copied[] = [
  {
    table: 'cohort',
    from: 'cohort t',
    with: `'id', copy_id(t.id, k), 'org_id', copy_org(t.org_id, k), 'name', t.name || ' ' || k`,
  },
  { table: 'person', from: 'person t', with: `'id', copy_id(t.id, k)` },
  {
    table: 'person_data',
    from: 'person_data t',
    with: `'person_id', copy_id(t.person_id, k), 'nip', t.nip || '-' || k`,
  },
  {
    table: 'enrolment',
    from: 'enrolment t join live on live.id = t.journey_id',
    with: `'journey_id', copy_id(t.journey_id, k), 'org_id', copy_org(t.org_id, k), 'cohort_id', copy_id(t.cohort_id, k),
      'person_id', copy_id(t.person_id, k)`,
  },
  {
    table: 'instance',
    from: 'instance t join live using (org_id, id)',
    with: `'id', copy_id(t.id, k), 'org_id', copy_org(t.org_id, k), 'cohort_id', copy_id(t.cohort_id, k),
      'person_id', copy_id(t.person_id, k), 'next_due', t.next_due + make_interval(mins => k)`,
  },
  {
    table: 'event',
    from: `${OF_LIVE('event')} and t.seq > live.revision - 5`,
    with: `'instance_id', copy_id(t.instance_id, k), 'org_id', copy_org(t.org_id, k)`,
  },
  {
    table: 'deadline',
    from: FEW('deadline', `t.status = 'armed'`),
    with: `'id', copy_id(t.id, k), 'instance_id', copy_id(t.instance_id, k), 'org_id', copy_org(t.org_id, k),
      'due_at', t.due_at + make_interval(mins => k)`,
  },
  {
    table: 'task',
    from: FEW('task', 't.closed_at is null'),
    with: `'id', copy_id(t.id, k), 'instance_id', copy_id(t.instance_id, k), 'org_id', copy_org(t.org_id, k),
      'candidate_org', case when t.candidate_org = t.org_id then copy_org(t.org_id, k) else t.candidate_org end,
      'due_at', t.due_at + make_interval(mins => k),
      'assignee', case when copy_org(t.org_id, k) = t.org_id then t.assignee else copy_id(t.assignee, k) end`,
  },
  {
    table: 'journey_party',
    from: OF_LIVE('journey_party'),
    with: `'id', copy_id(t.id, k), 'instance_id', copy_id(t.instance_id, k), 'org_id', copy_org(t.org_id, k),
      'party_org', case when t.party_org = t.org_id then copy_org(t.org_id, k) else t.party_org end,
      'person_id', copy_id(t.person_id, k)`,
  },
];

/** Once again as many journeys as there are live ones in the sandbox, until there are so many; answers how many rows stand. */
export async function populate(connectionString: string, live: number): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(FUNCTIONS);
    const found = await client.query<{ live: number }>('select count(*)::integer as live from live');
    const copies = Math.ceil(live / (found.rows[0]?.live ?? 1)) - 1;
    await client.query(
      `insert into organisation select copy_id(id, g), code || '-' || g, kind, name || ' ' || g, zone
        from organisation, generate_series(1, ($1::integer - 1) / ${String(COPIES_AN_INSTITUTE)}) g where kind = 'institute'`,
      [copies],
    );
    for (const { table, from, with: columns } of COPIED) {
      await client.query(
        `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${columns}))).*
          from ${from}, generate_series(1, $1::integer) copy (k)`,
        [copies],
      );
    }
    // As housekeeping leaves them: a row for each state in which somebody of the cohort stands, and their sums.
    await recounted(connectionString);
    await client.query('vacuum analyze');
    const counts = await client.query<Record<string, number>>(
      `select (select count(*)::integer from instance where status = 'live' and definition_key = 'participantJourney') as journeys,
        (select count(*)::integer from event) as events, (select count(*)::integer from deadline) as deadlines,
        (select count(*)::integer from task) as tasks`,
    );
    return counts.rows[0] ?? {};
  } finally {
    await client.end();
  }
}

async function recounted(connectionString: string): Promise<void> {
  const dataSource = await createDataSource({ connectionString }).initialize();
  await recountTallies(dataSource.manager);
  await dataSource.destroy();
}
