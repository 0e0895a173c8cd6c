import { randomUUID } from 'node:crypto';
import type { Message } from '#libs/engine';
import { PermitOffice } from '#libs/testing';
import { foldTallies, funnel, leaveCohort, recountTallies, tallyDifferences } from './tallies.js';

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
    expect(await tallyDifferences(office.dataSource.manager)).toEqual([]);
  });

  it('stay the same when folded, while others write', async () => {
    const cohort = randomUUID();
    const ids = await begun(cohort, 20);
    await Promise.all([
      ...sent(ids, 'submitted', { on: '2026-01-01' }).map((message) => office.engine.apply(message)),
      ...Array.from({ length: 5 }, () => foldTallies(office.dataSource.manager, 0)),
    ]);
    expect(await counts(cohort)).toEqual([{ state: 'reviewing', late: false, n: 20 }]);
    await foldTallies(office.dataSource.manager, 0);
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
    expect(await tallyDifferences(office.dataSource.manager)).toEqual([]);
  });

  it('that are wrong are told, and counted anew', async () => {
    const cohort = randomUUID();
    await begun(cohort, 3);
    await office.rows(
      `insert into cohort_tally (org_id, cohort_id, state, late, n) values ($1, $2, 'drafting', false, 1), ($1, $2, 'lapsed', true, 2)`,
      [office.org, cohort],
    );
    expect(await tallyDifferences(office.dataSource.manager)).toEqual([
      { orgId: office.org, cohortId: cohort, state: 'drafting', late: false, counted: 4, found: 3 },
      { orgId: office.org, cohortId: cohort, state: 'lapsed', late: true, counted: 2, found: 0 },
    ]);
    await recountTallies(office.dataSource.manager);
    expect(await tallyDifferences(office.dataSource.manager)).toEqual([]);
  });

  it('add up over the cohorts of an organisation', async () => {
    const before = await funnel(office.dataSource.manager, [office.org]);
    await begun(randomUUID(), 2);
    await begun(randomUUID(), 3);
    const drafting = (lines: typeof before) => lines.find(({ state }) => state === 'drafting')?.count ?? 0;
    expect(drafting(await funnel(office.dataSource.manager, [office.org]))).toBe(drafting(before) + 5);
    expect(await funnel(office.dataSource.manager, [randomUUID()])).toEqual([]);
    expect(drafting(await funnel(office.dataSource.manager, null))).toBe(drafting(before) + 5);
  });
});
