import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import { localDateOf } from '#libs/calendar';
import { SHELVES, type Shelf, type Task, type TaskFilter, type TaskScope } from '#libs/training';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';
import { taskStore } from './task.store.js';

/** Three of five have a date, two of them the same one. */
const DUES = [null, '2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z', '2026-03-02T00:00:00.000Z', null];
const PAGE = 4;
/** The last of February in Jakarta, and the first of March in Jayapura. */
const NOW = '2026-02-28T16:30:00.000Z';
const ZONES = ['Asia/Jakarta', 'Asia/Jayapura'];

describe('the work lists in Postgres', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const [institute, other, me, colleague, stranger] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const cohorts = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    database = await cloneTemplateDatabase({ migrate });
    dataSource = await createDataSource({ connectionString: database.connectionString }).initialize();
    for (const [index, id] of cohorts.entries())
      await dataSource.query(
        `insert into cohort (org_id, id, kind, assessment_option, name, zone, versions, created_at)
         values ($1, $2, 'assessment', 'separate', 'Asesmen', $3, '{}', now())`,
        [institute, id, ZONES[index]],
      );
    const people = [[], [me], [colleague], [me, colleague], [colleague, stranger]];
    let count = 0;
    for (const candidates of people)
      for (const assignee of [null, me, colleague])
        for (const deputy of [null, me])
          for (const office of [institute, other])
            for (const status of ['open', 'claimed', 'done'])
              if (status !== 'claimed' || assignee !== null)
                await task({ candidates, assignee, deputy, office, status, number: (count += 1) });
    await dataSource.query(
      `update task set follow_up_at = '2026-03-05' where due_at is null and kind = 'coachSession'`,
    );
    await dataSource.query('analyze task');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  interface Given {
    candidates: string[];
    assignee: string | null;
    deputy: string | null;
    office: string;
    status: string;
    number: number;
  }

  const task = async ({ candidates, assignee, deputy, office, status, number }: Given) => {
    const journey = randomUUID();
    await dataSource.query(
      `insert into enrolment (org_id, journey_id, cohort_id, person_id, agency_org_id, entry, post_level, unit, post, rank,
         entered_on, created_at) values ($1, $2, $3, gen_random_uuid(), $1, 'incumbent', 'administrator', '', '', '', now(), now())`,
      [office, journey, cohorts[number % 2]],
    );
    await dataSource.query(
      `insert into task (org_id, id, instance_id, kind, key, role, candidate_role, candidate_org, candidates, assignee, deputy,
         due_at, status, opened_at, opened_by_seq, closed_at)
       values ($1, gen_random_uuid(), $2, $3, 'key', $4, $4, $1, $5, $6, $7, $8, $9, now(), 1, $10)`,
      [
        ...[office, journey, number % 3 === 0 ? 'coachSession' : 'reviewObjection'],
        ...[number % 4 === 0 ? 'examiner' : 'coach', JSON.stringify(candidates), assignee, deputy],
        ...[DUES[number % DUES.length], status, status === 'done' ? new Date() : null],
      ],
    );
  };

  const coach: TaskScope = {
    seats: [{ org: institute, role: 'coach' }],
    oversees: [],
    chosen: null,
    me,
    person: me,
  };
  const overseer: TaskScope = { ...coach, oversees: [institute] };
  const newcomer: TaskScope = { seats: [], oversees: [], chosen: null, me: randomUUID(), person: null };

  /** All pages, one after the other. */
  const listed = async (scope: TaskScope, filter: TaskFilter): Promise<Task[]> => {
    const found: Task[] = [];
    for (;;) {
      const last = found.at(-1);
      const after = last ? { due: last.due, id: last.id } : null;
      const page = await taskStore(dataSource.manager).list(scope, filter, { limit: PAGE, after }, NOW);
      found.push(...page);
      if (page.length < PAGE) return found;
    }
  };

  /** The same from all rows, by the words of the rule. */
  const expected = async (scope: TaskScope, filter: TaskFilter, overseen: boolean): Promise<string[]> => {
    const rows = await dataSource.query<
      (Given & { id: string; due: Date | null; kind: string; role: string })[]
    >(
      `select id, candidates, assignee, deputy, org_id as office, status, kind, role, due_at as due from task
       order by coalesce(due_at, 'infinity'), id`,
    );
    const isOffered = ({ candidates, assignee, deputy, office, role }: (typeof rows)[number]) =>
      [assignee, deputy, ...candidates].includes(scope.me) ||
      (candidates.length === 0 && scope.seats.some((seat) => seat.org === office && seat.role === role));
    return rows
      .filter((row) => isOffered(row) || (overseen && scope.oversees.includes(row.office)))
      .filter(({ status }) => (filter.status ? status === filter.status : status !== 'done'))
      .filter(({ kind }) => !filter.kind || kind === filter.kind)
      .filter(({ due }) => !filter.dueBefore || (due !== null && due.toISOString() <= filter.dueBefore))
      .filter(({ role }) => !filter.role || role === filter.role)
      .filter(({ assignee, deputy }) => !filter.mine || [assignee, deputy].includes(scope.me))
      .map(({ id }) => id);
  };

  it.each<[string, TaskScope, TaskFilter, boolean]>([
    ['whose turn it is', coach, {}, false],
    ['what he holds himself', coach, { mine: true }, false],
    ['one status', coach, { status: 'claimed' }, false],
    ['what is done', coach, { status: 'done' }, false],
    ['one kind', coach, { kind: 'coachSession' }, false],
    ['his own list, though he oversees more', overseer, {}, false],
    ['what he oversees', overseer, { overseen: true }, true],
    ['what he oversees of one role', overseer, { role: 'examiner' }, true],
    ['what he oversees that is done', overseer, { overseen: true, status: 'done' }, true],
    ['what is due by a date', coach, { dueBefore: '2026-03-01T00:00:00.000Z' }, false],
  ])(
    'show each task once, by date and those without one last: %s',
    async (_what, scope, filter, overseen) => {
      const found = await listed(scope, filter);
      expect(found.map(({ id }) => id)).toEqual(await expected(scope, filter, overseen));
      expect(found.length).toBeGreaterThan(PAGE);
    },
  );

  /** By the words of the rule, on the day that it is where somebody is trained. */
  const shelfOf = ({ status, assignee, deputy, followUp, due, zone }: Task): Shelf => {
    if (status === 'claimed' && ![deputy ?? assignee, null].includes(me)) return 'waiting';
    if (followUp !== null && followUp > NOW) return 'deferred';
    if (due === null) return 'noDue';
    const [day, today] = [due, NOW].map((at) => Date.parse(localDateOf(at, zone)));
    const days = ((day ?? 0) - (today ?? 0)) / 86_400_000;
    return days < 0 ? 'overdue' : days === 0 ? 'today' : days < 7 ? 'week' : 'later';
  };

  it.each<[string, TaskScope, TaskFilter]>([
    ['whose turn it is', coach, {}],
    ['one kind', coach, { kind: 'coachSession' }],
    ['what he oversees', overseer, { overseen: true }],
  ])('are counted by shelf over all pages, and listed by it: %s', async (_what, scope, filter) => {
    const all = await listed(scope, filter);
    const counts = await taskStore(dataSource.manager).counts(scope, filter, NOW);
    for (const shelf of SHELVES) {
      const standing = all.filter((task) => shelfOf(task) === shelf).map(({ id }) => id);
      expect([shelf, counts[shelf]]).toEqual([shelf, standing.length]);
      expect((await listed(scope, { ...filter, shelf })).map(({ id }) => id)).toEqual(standing);
    }
    expect(Object.values(counts).filter((count) => count > 0).length).toBeGreaterThan(2);
  });

  it('are empty for whoever has no part', async () => {
    expect(await listed(newcomer, {})).toEqual([]);
    expect(await listed(newcomer, { status: 'done' })).toEqual([]);
  });

  it('are of one cohort where that is asked for', async () => {
    const found = await listed(coach, { cohort: cohorts[0]! });
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ cohortId }) => cohortId))).toEqual(new Set([cohorts[0]]));
    const both = await listed(coach, { cohort: cohorts[1]! });
    expect(found.length + both.length).toBe((await listed(coach, {})).length);
  });
});
