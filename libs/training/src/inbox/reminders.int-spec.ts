import { randomUUID } from 'node:crypto';
import { itemWords } from './item-words.js';
import { InboxWorld } from './inbox-world.fixture.js';

const OPENED = '2026-09-01T01:00:00.000Z';
// A Wednesday, 23:59:59 in Jakarta.
const DUE = '2026-09-16T16:59:59.000Z';

describe('reminders of a task', () => {
  let world: InboxWorld;
  let coach = '';
  beforeEach(async () => {
    world = await InboxWorld.open();
    world.clock.set('2026-09-01T02:00:00.000Z');
    coach = await world.person('Contoh Coach', null, { org: world.institute, role: 'coach' });
  });
  afterEach(() => world.close());
  const organiser = () =>
    world.person('Contoh Penyelenggara', null, { org: world.institute, role: 'institute' });

  it('come once each, at every step of the default policy, to the person, the deputy and the organisation', async () => {
    const seat = { org: world.institute, role: 'coach' };
    const [deputy, admin] = [await world.person('Contoh Wakil', null, seat), await organiser()];
    await world.deputies.set(
      coach,
      { deputyId: deputy, from: '2026-09-01', until: '2026-12-31', reason: 'Cuti' },
      OPENED,
    );
    const { task } = await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.live('2026-10-10T00:00:00.000Z');
    expect(await world.told(coach)).toEqual([
      '2026-09-09T01:00 Due in 7 days: Hold a coaching session',
      '2026-09-15T01:00 Due tomorrow: Hold a coaching session',
      '2026-09-16T01:00 Due today: Hold a coaching session',
    ]);
    expect(await world.told(deputy)).toEqual(['2026-09-19T01:00 3 days late: Hold a coaching session']);
    expect(await world.told(admin, 'id')).toEqual([
      '2026-09-23T01:00 Terlambat 7 hari: Melakukan sesi coaching',
    ]);
    const [item] = await world.inbox.list({ id: deputy, chosen: null }, {}, { limit: 1, after: null });
    expect(item).toMatchObject({
      role: 'coach',
      count: 1,
      subjects: [{ taskId: task, name: 'Contoh Peserta' }],
    });
    expect(itemWords(item!, 'en')).toMatchObject({
      text: 'Contoh Peserta, Angkatan Contoh. It is due on 16 September 2026.',
      why: 'This task is past its date and you are the deputy of whoever holds it.',
    });
    // The deputy may do it from then on.
    expect(await world.sql(`select deputy from task where id = $1`, [task])).toEqual([{ deputy }]);
  });

  it('come at eight by the clock of the cohort', async () => {
    for (const [zone, due] of [
      ['Asia/Makassar', '2026-09-16T15:59:59.000Z'],
      ['Asia/Jayapura', '2026-09-16T14:59:59.000Z'],
    ] as const)
      await world.task({ due, openedAt: OPENED, assignee: coach, zone });
    await world.live('2026-09-09T12:00:00.000Z');
    expect((await world.told(coach)).map((line) => line.slice(0, 16))).toEqual([
      '2026-09-08T23:00',
      '2026-09-09T00:00',
    ]);
  });

  it('come to the person again where nobody stands in for him', async () => {
    await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    world.clock.set('2026-09-17T00:00:00.000Z');
    await world.live('2026-09-20T00:00:00.000Z');
    expect(await world.told(coach)).toEqual(['2026-09-19T01:00 3 days late: Hold a coaching session']);
  });

  it('pass over a deputy whose time is over or has not come', async () => {
    const deputy = await world.person('Contoh Wakil', null);
    await world.deputies.set(
      coach,
      { deputyId: deputy, from: '2026-09-20', until: '2026-12-31', reason: 'Cuti' },
      OPENED,
    );
    await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.live('2026-09-20T00:00:00.000Z');
    expect(await world.told(deputy)).toEqual([]);
  });

  it('pass over a deputy who does not have the role there', async () => {
    const elsewhere = await world.organisation(`LP-${randomUUID().slice(0, 4)}`, 'institute', 'Asia/Jakarta');
    const deputy = await world.person('Contoh Wakil', null, { org: elsewhere, role: 'coach' });
    const absence = { deputyId: deputy, from: '2026-09-01', until: '2026-12-31', reason: 'Cuti' };
    await world.deputies.set(coach, absence, OPENED);
    const { task } = await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.live('2026-09-20T00:00:00.000Z');
    expect(await world.told(deputy)).toEqual([]);
    expect(await world.sql(`select deputy from task where id = $1`, [task])).toEqual([{ deputy: null }]);
  });

  it('go to everybody who may take it on while nobody has, and to him alone who has', async () => {
    const other = await world.person('Contoh Coach Lain', null, { org: world.institute, role: 'coach' });
    const { task } = await world.task({ due: DUE, openedAt: OPENED });
    await world.live('2026-09-10T00:00:00.000Z');
    await world.sql(`update task set status = 'claimed', assignee = $2 where id = $1`, [task, other]);
    await world.live('2026-09-16T12:00:00.000Z');
    expect([(await world.told(coach)).length, (await world.told(other)).length]).toEqual([1, 3]);
  });

  it('stop when the task is closed', async () => {
    const { task } = await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.live('2026-09-10T00:00:00.000Z');
    await world.sql(`update task set status = 'done', closed_at = $2 where id = $1`, [task, OPENED]);
    await world.live('2026-10-01T00:00:00.000Z');
    expect((await world.told(coach)).length).toBe(1);
    expect(await world.inbox.counts({ id: coach, chosen: null })).toMatchObject({ total: 1, unread: 0 });
  });

  it('are silent while the journey is suspended', async () => {
    const { journey } = await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.sql(`update instance set status = 'suspended' where id = $1`, [journey]);
    await world.live('2026-09-15T12:00:00.000Z');
    await world.sql(`update instance set status = 'live' where id = $1`, [journey]);
    await world.live('2026-09-16T12:00:00.000Z');
    expect(await world.told(coach)).toEqual(['2026-09-16T01:00 Due today: Hold a coaching session']);
  });

  it('of a due date that moved come anew where they are still ahead, and not where they lie behind', async () => {
    const { journey } = await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.live('2026-09-10T00:00:00.000Z');
    // To five days later: a week before that is the day before yesterday.
    await world.move(journey, 2, '2026-09-15T16:59:59.000Z', '2026-09-10T00:00:00.000Z');
    await world.live('2026-09-12T00:00:00.000Z');
    await world.move(journey, 3, '2026-09-30T16:59:59.000Z', '2026-09-12T00:00:00.000Z');
    await world.live('2026-09-30T12:00:00.000Z');
    expect(await world.told(coach)).toEqual([
      '2026-09-09T01:00 Due in 7 days: Hold a coaching session',
      '2026-09-23T01:00 Due in 7 days: Hold a coaching session',
      '2026-09-29T01:00 Due tomorrow: Hold a coaching session',
      '2026-09-30T01:00 Due today: Hold a coaching session',
    ]);
  });

  it('go on from the date that was missed when an escalating deadline comes back', async () => {
    const admin = await organiser();
    const { journey } = await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.live('2026-09-16T17:00:00.000Z');
    await world.escalate(journey, 2, '2026-09-23T16:59:59.000Z', '2026-09-16T17:00:00.000Z');
    await world.live('2026-09-23T17:00:00.000Z');
    await world.escalate(journey, 3, '2026-09-30T16:59:59.000Z', '2026-09-23T17:00:00.000Z');
    await world.live('2026-10-20T00:00:00.000Z');
    expect((await world.told(coach)).slice(3)).toEqual([
      '2026-09-19T01:00 3 days late: Hold a coaching session',
    ]);
    expect(await world.told(admin)).toEqual(['2026-09-23T01:00 7 days late: Hold a coaching session']);
  });

  it('after a standstill are one, the latest, and not all that were missed', async () => {
    await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.desk().remind({ upTo: world.clock.now(), catchUp: true });
    await world.desk().remind({ upTo: '2026-09-16T02:00:00.000Z', catchUp: true });
    expect(await world.told(coach)).toEqual(['2026-09-16T01:00 Due today: Hold a coaching session']);
    expect(
      await world.sql(`select told, count(*)::int as n from reminder group by told order by told`),
    ).toEqual([
      { told: false, n: 2 },
      { told: true, n: 1 },
    ]);
  });

  it('after a standstill are none of a date that was set, or a task that was opened, only after their moment', async () => {
    const { journey } = await world.task({
      due: '2026-10-16T16:59:59.000Z',
      openedAt: OPENED,
      assignee: coach,
    });
    await world.desk().remind({ upTo: '2026-09-07T00:00:00.000Z', catchUp: true });
    const due = '2026-09-17T16:59:59.000Z';
    await world.move(journey, 2, due, '2026-09-10T05:00:00.000Z');
    await world.task({ due, openedAt: '2026-09-10T05:00:00.000Z', assignee: coach });
    await world.desk().remind({ upTo: '2026-09-10T06:00:00.000Z', catchUp: true });
    expect(await world.told(coach)).toEqual([]);
  });

  it('where time itself is moved come each at its own moment', async () => {
    await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.desk().remindBefore(world.clock.now());
    await world.desk().remindBefore('2026-11-01T00:00:00.000Z');
    expect((await world.told(coach)).map((line) => line.slice(0, 16))).toEqual([
      '2026-09-09T01:00',
      '2026-09-15T01:00',
      '2026-09-16T01:00',
      '2026-09-19T01:00',
    ]);
  });

  it('are told once by any number of processes that look at the same moment, and by a second look', async () => {
    for (let n = 0; n < 30; n += 1) await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.desk().remind({ upTo: world.clock.now(), catchUp: true });
    const upTo = '2026-09-09T01:00:00.000Z';
    const told = await Promise.all(
      Array.from({ length: 5 }, () => world.desk().remind({ upTo, catchUp: true })),
    );
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(30);
    expect(await world.desk().remind({ upTo: '2026-09-09T01:00:10.000Z', catchUp: true })).toBe(0);
    expect((await world.told(coach)).length).toBe(30);
  });

  it('are not told of what lay before the first look, such as before an upgrade', async () => {
    await world.task({ due: DUE, openedAt: OPENED, assignee: coach });
    await world.desk().remind({ upTo: '2026-09-15T02:00:00.000Z', catchUp: true });
    expect(await world.told(coach)).toEqual([]);
  });
});

describe('what journeys tell', () => {
  let world: InboxWorld;
  beforeAll(async () => void (world = await InboxWorld.open()));
  afterAll(() => world.close());

  it('reaches the inbox of everybody it is for, once, and one item for the people of one moment', async () => {
    const staff = await world.person('Contoh Kepegawaian', null, { org: world.agency, role: 'agency' });
    const { journey } = await world.task({ due: DUE, openedAt: OPENED });
    await world.sql(
      `insert into journey_party (org_id, instance_id, role, party_org) values ($1, $2, 'agency', $3)`,
      [world.institute, journey, world.agency],
    );
    for (const message of ['assessmentLate', 'receiptAssumed'])
      await world.sql(
        `insert into notification (org_id, ground, journey_id, role, message, params, at) values ($1, $2, $3, 'agency', $4, '{}', $5)`,
        [world.institute, randomUUID(), journey, message, OPENED],
      );
    await Promise.all(Array.from({ length: 3 }, () => world.desk().remind({ upTo: OPENED, catchUp: true })));
    expect(await world.told(staff)).toEqual([
      '2026-09-01T01:00 The assessment after training is late',
      '2026-09-01T01:00 The feedback counts as received',
    ]);
    const [item] = await world.inbox.list(
      { id: staff, chosen: null },
      { unread: true },
      { limit: 1, after: null },
    );
    await world.inbox.read({ id: staff, chosen: null }, item!.id, OPENED);
    expect(await world.inbox.counts({ id: staff, chosen: null })).toMatchObject({ total: 2, unread: 1 });
    expect(await world.inbox.read({ id: randomUUID(), chosen: null }, item!.id, OPENED)).toBeNull();
    expect(await world.inbox.readAll({ id: staff, chosen: null }, OPENED)).toBe(1);
  });
});
