import { randomUUID } from 'node:crypto';
import type { Message } from '#libs/engine';
import { PermitOffice } from '#libs/testing';
import { foldTallies, funnel, leaveCohort, recountTallies, type FunnelLine } from './tallies.js';
import { PostgresVerifyStore } from './verify-store.js';

describe('the counts of cohorts', () => {
  let office: PermitOffice;
  beforeAll(async () => {
    office = await PermitOffice.open();
  });
  afterAll(() => office.close());
  beforeEach(() => office.clock.set('2026-01-01T08:00:00.000Z'));

  const begun = async (cohortId: string | null, count: number): Promise<string[]> => {
    const requests = Array.from({ length: count }, () => ({
      ...{ definition: 'permit', org: office.org, instanceId: randomUUID(), messageId: 'start', cohortId },
      input: { site: 'Jalan Titian 1', startsOn: '2026-01-01' },
      actor: { id: 'ani', role: 'applicant' },
      parties: [],
    }));
    return (await office.engine.startMany(requests)).map(({ instanceId }) => instanceId);
  };
  const sent = (ids: string[], type: string, payload: Record<string, unknown>): Message[] =>
    ids.map((instanceId) => ({
      ...{ instanceId, messageId: office.nextMessageId(), type, payload },
      actor: { id: 'budi', role: 'clerk' },
    }));
  const counts = (cohortId: string) =>
    office.rows(
      `select state, late, sum(n)::int as n from cohort_tally where cohort_id = $1
       group by 1, 2 having sum(n) <> 0 order by 1, 2`,
      [cohortId],
    );

  const differences = () => new PostgresVerifyStore(office.dataSource).tallies();
  /** The funnel as the cohorts' rows have it, whether folded or not. */
  const summed = (owners: string[] | null) =>
    office.rows(
      `select state, sum(n)::int as count, coalesce(sum(n) filter (where late), 0)::int as late from cohort_tally
       where $1::uuid[] is null or org_id = any($1) group by state having sum(n) <> 0 order by state`,
      [owners],
    );

  it('follow every unit, single or in a batch, and every deadline', async () => {
    const cohort = randomUUID();
    const ids = await begun(cohort, 10);
    await begun(null, 2);
    expect(await counts(cohort)).toEqual([{ state: 'drafting', late: false, n: 10 }]);
    await office.engine.applyMany(sent(ids.slice(0, 4), 'submitted', { on: '2026-01-01' }));
    await office.engine.apply(sent(ids.slice(4, 5), 'cancelled', { reason: 'x' })[0] as Message);
    // Neither what changes no place nor what is refused is counted.
    await office.engine.applyMany(sent(ids, 'noted', { text: 'x' }));
    await office.engine.applyMany(sent(ids.slice(4, 5), 'submitted', { on: '2026-01-01' }));
    await office.engine.fireDue('2026-01-08T00:00:00.000Z');
    expect(await counts(cohort)).toEqual([
      { state: 'cancelled', late: false, n: 1 },
      { state: 'drafting', late: true, n: 5 },
      { state: 'reviewing', late: false, n: 4 },
    ]);
    expect(await differences()).toEqual([]);
  });

  it('stay the same when folded, while others write', async () => {
    const cohort = randomUUID();
    const ids = await begun(cohort, 20);
    await Promise.all([
      ...sent(ids, 'submitted', { on: '2026-01-01' }).map((message) => office.engine.apply(message)),
      ...Array.from({ length: 5 }, () => foldTallies(office.dataSource.manager)),
    ]);
    expect(await counts(cohort)).toEqual([{ state: 'reviewing', late: false, n: 20 }]);
    await foldTallies(office.dataSource.manager);
    expect(await counts(cohort)).toEqual([{ state: 'reviewing', late: false, n: 20 }]);
    expect(await office.rows('select from cohort_tally where cohort_id = $1', [cohort])).toHaveLength(1);
  });

  it('lose whoever leaves, for good', async () => {
    const cohort = randomUUID();
    const ids = await begun(cohort, 3);
    await leaveCohort(office.dataSource.manager, ids.slice(0, 1));
    await leaveCohort(office.dataSource.manager, ids.slice(0, 1));
    await office.engine.applyMany(sent(ids, 'submitted', { on: '2026-01-01' }));
    expect(await counts(cohort)).toEqual([{ state: 'reviewing', late: false, n: 2 }]);
    expect(await differences()).toEqual([]);
  });

  it('that are wrong are told, and counted anew', async () => {
    const cohort = randomUUID();
    await begun(cohort, 3);
    await office.rows(
      `insert into cohort_tally (org_id, cohort_id, state, late, n) values ($1, $2, 'drafting', false, 1), ($1, $2, 'lapsed', true, 2)`,
      [office.org, cohort],
    );
    const wrong = [
      { orgId: office.org, cohortId: cohort, state: 'drafting', late: false, counted: 4, standing: 3 },
      { orgId: office.org, cohortId: cohort, state: 'lapsed', late: true, counted: 2, standing: 0 },
    ];
    expect(await differences()).toEqual(wrong);
    await foldTallies(office.dataSource.manager);
    await office.rows(`update funnel_tally set n = n + 7 where state = 'lapsed' and org_id is null`);
    const sum = { orgId: null, cohortId: null, state: 'lapsed', late: true, counted: 9, standing: 2 };
    expect(await differences()).toEqual([...wrong, sum]);
    await recountTallies(office.dataSource.manager);
    expect(await differences()).toEqual([]);
    expect(await funnel(office.dataSource.manager, null)).toEqual(await summed(null));
  });

  it('are mended beside whoever writes and folds', async () => {
    const cohort = randomUUID();
    const ids = await begun(cohort, 20);
    await foldTallies(office.dataSource.manager);
    await office.rows(`update cohort_tally set n = n + 3 where cohort_id = $1`, [cohort]);
    await office.rows(`update funnel_tally set n = n - 2 where state = 'drafting'`);
    const store = new PostgresVerifyStore(office.dataSource);
    expect((await differences()).length).toBeGreaterThan(2);
    await Promise.all([
      ...sent(ids, 'submitted', { on: '2026-01-01' }).map((message) => office.engine.apply(message)),
      store.mendTallies(),
      foldTallies(office.dataSource.manager),
    ]);
    await store.mendTallies();
    expect(await differences()).toEqual([]);
    expect(await counts(cohort)).toEqual([{ state: 'reviewing', late: false, n: 20 }]);
    expect(await funnel(office.dataSource.manager, null)).toEqual(await summed(null));
  });

  it('add up over the cohorts of an organisation', async () => {
    const { manager } = office.dataSource;
    const before = await funnel(manager, [office.org]);
    await begun(randomUUID(), 2);
    await begun(randomUUID(), 3);
    const drafting = (lines: typeof before) => lines.find(({ state }) => state === 'drafting')?.count ?? 0;
    expect(drafting(await funnel(manager, [office.org]))).toBe(drafting(before) + 5);
    expect(await funnel(manager, [randomUUID()])).toEqual([]);
    expect(drafting(await funnel(manager, null))).toBe(drafting(before) + 5);
  });

  it('are the same in the funnel at every moment, folded or not, for each organisation and for all', async () => {
    const { manager } = office.dataSource;
    const other = randomUUID();
    await office.rows(
      `insert into cohort_tally (org_id, cohort_id, state, late, n) select $1, gen_random_uuid(), 'drafting', false, 4`,
      [other],
    );
    const looks: FunnelLine[][] = [];
    const ids = await begun(randomUUID(), 30);
    const looking = async () => {
      for (let look = 0; look < 20; look += 1) looks.push(await funnel(manager, null));
    };
    await Promise.all([
      ...sent(ids, 'submitted', { on: '2026-01-01' }).map((message) => office.engine.apply(message)),
      ...Array.from({ length: 5 }, () => foldTallies(manager)),
      looking(),
    ]);
    const all = (lines: FunnelLine[]) => lines.reduce((sum, { count }) => sum + count, 0);
    // Nobody came or went: whoever looked while others moved on and were folded saw as many.
    expect(new Set(looks.map(all)).size).toBe(1);
    for (const owners of [null, [office.org], [other], [office.org, other]]) {
      const unfolded = await summed(owners);
      expect(await funnel(manager, owners)).toEqual(unfolded);
    }
    await foldTallies(manager);
    expect(await office.rows('select from cohort_tally where not folded')).toEqual([]);
    for (const owners of [null, [office.org], [other], [office.org, other]])
      expect(await funnel(manager, owners)).toEqual(await summed(owners));
    await office.rows('delete from cohort_tally where org_id = $1', [other]);
    await recountTallies(manager);
  });
});
