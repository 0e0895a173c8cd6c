import { randomUUID } from 'node:crypto';
import { Rebuilder, Verifier, type Fault, type Rebuilt } from '#libs/engine';
import { PostgresVerifyStore } from '#libs/persistence';
import { PermitOffice } from '#libs/testing';

describe('the verifier', () => {
  let office: PermitOffice;
  let verifier: Verifier;
  let rebuilder: Rebuilder;
  beforeEach(async () => {
    office = await PermitOffice.open();
    const source = new PostgresVerifyStore(office.dataSource);
    const { definitions, inline } = office;
    verifier = new Verifier({ source, definitions, inline });
    rebuilder = new Rebuilder({ source, mender: source, definitions });
  });
  afterEach(() => office.close());

  const clerk = { id: 'budi', role: 'clerk' };
  const lived = async (): Promise<string> => {
    office.clock.set('2026-01-01T08:00:00.000Z');
    const id = await office.begun();
    await office.send(id, 'noted', { text: 'Ani, 0812 555 555, is ill' });
    office.clock.set('2026-01-03T09:00:00.000Z');
    await office.send(id, 'submitted', { on: '2026-01-03' });
    await office.engine.fireDue('2026-01-06T00:00:00.000Z');
    office.clock.set('2026-01-07T09:00:00.000Z');
    await office.send(id, 'returned', { reason: 'a page is missing' });
    await office.send(id, 'submitted', { on: '2026-01-07' });
    return id;
  };
  const verify = async (mostEntries = 7): Promise<Fault[]> => {
    const faults: Fault[] = [];
    await verifier.run({ found: (fault) => faults.push(fault), mostEntries, pauseMs: 1 });
    return faults;
  };
  const rebuild = async (dryRun = false): Promise<Rebuilt[]> => {
    const all: Rebuilt[] = [];
    await rebuilder.run({ dryRun, told: (one) => all.push(one), mostEntries: 7 });
    return all;
  };
  /** Past the trigger that keeps the log append-only, as somebody with the database's password could. */
  const tamper = async (sql: string, id: string): Promise<void> => {
    await office.rows('alter table event disable trigger user');
    await office.rows(sql, [id]);
    await office.rows('alter table event enable trigger user');
  };
  const named = (faults: Fault[]) => faults.map(({ kind, subject }) => `${kind} ${subject}`);

  it('finds nothing in a record that nobody touched, page by page, every instance once', async () => {
    for (let n = 0; n < 7; n += 1) await lived();
    const progress: number[] = [];
    const counted = await verifier.run({
      found: (fault) => expect(fault).toBeUndefined(),
      progress: ({ instances }) => progress.push(instances),
      mostEntries: 7,
    });
    expect(counted).toMatchObject({ instances: 7, entries: 42, faults: 0, of: 7 });
    expect(progress.length).toBeGreaterThan(4);
    expect(await rebuild()).toEqual([]);
  });

  it('accepts a redaction of every entry in turn', async () => {
    for (let seq = 1; seq <= 6; seq += 1) {
      const id = await lived();
      const request = {
        instanceId: id,
        messageId: office.nextMessageId(),
        seq,
        reason: 'asked',
        actor: clerk,
      };
      expect((await office.engine.redact(request)).ok).toBe(true);
      await office.send(id, 'approved', { on: '2026-01-07' });
    }
    expect(await verify()).toEqual([]);
  });

  it('accepts what was suspended, rescheduled, taken in from the past, parked and cancelled', async () => {
    const id = await lived();
    const verb = () => ({ instanceId: id, messageId: office.nextMessageId(), actor: clerk, reason: 'flood' });
    await office.engine.reschedule({ ...verb(), deadline: 'reviewDue', due: '2026-01-20T16:59:59.000Z' });
    await office.engine.suspend(verb());
    await office.engine.resume(verb());
    await office.send(await lived(), 'cancelled', { reason: 'sold' });
    await office.send(await lived(), 'broke', { how: 'assign' });
    await office.engine.intake({
      ...{ definition: 'permit', org: office.org, instanceId: randomUUID(), messageId: 'past', parties: [] },
      ...{ input: { site: 'Jalan Lama', startsOn: '2025-12-01' }, actor: { id: 'ani', role: 'applicant' } },
      at: '2025-12-01T08:00:00.000Z',
      events: [
        { type: 'submitted', payload: { on: '2025-12-20' }, actor: clerk, at: '2025-12-20T08:00:00.000Z' },
      ],
    });
    expect(await verify()).toEqual([]);
  });

  it.each([
    [
      'a missing entry',
      `delete from event where instance_id = $1 and seq = 3`,
      ['log.gap #4', 'log.link #4'],
    ],
    [
      'a missing end',
      `delete from event where instance_id = $1 and seq = 6`,
      ['log.head #5', 'log.revision #5'],
    ],
    [
      'changed data',
      `update event set data = '{"text": "Ani is well"}' where instance_id = $1 and seq = 2`,
      ['log.digest #2'],
    ],
    [
      'another actor',
      `update event set actor_id = 'eve' where instance_id = $1 and seq = 2`,
      ['log.hash #2'],
    ],
    [
      'data that is gone without a word',
      `update event set data = null, salt = null, redacted_at = at, checkpoint = '{}' where instance_id = $1 and seq = 2`,
      ['log.redactedWithoutEntry #2'],
    ],
    ['a lost log', `delete from event where instance_id = $1`, ['log.missing log']],
    [
      'a forged snapshot',
      `update instance set snapshot = jsonb_set(snapshot, '{machine,context,notes}', '7') where id = $1`,
      ['instance.differs snapshot.machine.context.notes'],
    ],
    [
      'a lost owner',
      `update instance set next_owner = '', next_due = null where id = $1`,
      ['instance.differs next.due', 'instance.differs next.owner', 'next.missing owner, date'],
    ],
    [
      'a lost deadline',
      `delete from deadline where instance_id = $1 and name = 'reviewDue' and status = 'armed'`,
      ['deadline.lost reviewDue'],
    ],
    [
      'a moved deadline',
      `update deadline set due_at = due_at + interval '1 day' where instance_id = $1 and name = 'reviewDue' and status = 'armed'`,
      ['deadline.differs reviewDue'],
    ],
    [
      'a deadline that says another day',
      `update deadline set due_on = due_on + 1 where instance_id = $1 and name = 'reviewDue' and status = 'armed'`,
      ['deadline.differs reviewDue', 'deadline.reckoned reviewDue'],
    ],
    [
      'a deadline fired twice',
      `insert into deadline select org_id, gen_random_uuid(), instance_id, name, due_at, due_on, why, status, fired_at, set_by_seq, closed_by_seq
       from deadline where instance_id = $1 and status = 'fired'`,
      ['deadline.doubled review.nudge'],
    ],
    [
      'an effect that is lost',
      `delete from outbox where instance_id = $1 and seq = 4`,
      ['effect.lost sendLetter #4.0'],
    ],
    [
      'an effect that nobody asked for',
      `insert into outbox select org_id, gen_random_uuid(), instance_id, seq, 9, kind, payload, actor_id, actor_role, at, status,
         attempts, next_attempt_at, lease_id, lease_until, last_error, done_at from outbox where instance_id = $1 and seq = 4`,
      ['effect.unknown sendLetter #4.9'],
    ],
    [
      'an effect that says something else',
      `update outbox set payload = '{"about": "approved"}' where instance_id = $1 and seq = 4`,
      ['effect.differs sendLetter #4.0'],
    ],
    [
      'a task left open',
      `update task set status = 'open', closed_at = null where instance_id = $1 and opened_by_seq = 1`,
      ['task.leftOpen draft #1'],
    ],
    [
      'a task closed early',
      `update task set status = 'done', closed_at = now() where instance_id = $1 and opened_by_seq = 6`,
      ['task.closedEarly review #6'],
    ],
    ['a lost task', `delete from task where instance_id = $1 and opened_by_seq = 6`, ['task.lost review #6']],
    [
      'a message that is not there',
      `delete from inbox where instance_id = $1 and message_id = (select message_id from event where instance_id = $1 and seq = 2)`,
      ['message.lost #2'],
    ],
  ])('names %s, and nothing else', async (_what, damage, expected) => {
    await lived();
    const id = await lived();
    await lived();
    await tamper(damage, id);
    const faults = await verify();
    expect(new Set(faults.map(({ instanceId }) => instanceId))).toEqual(new Set([id]));
    expect(named(faults)).toEqual(expected);
  });

  it('names a snapshot from elsewhere by what differs', async () => {
    const [one, other] = [await lived(), await lived()];
    await office.send(other, 'approved', { on: '2026-01-07' });
    await office.rows(
      'update instance set snapshot = (select snapshot from instance where id = $2) where id = $1',
      [one, other],
    );
    const faults = await verify();
    expect(faults.every(({ instanceId, kind }) => instanceId === one && kind === 'instance.differs')).toBe(
      true,
    );
    expect(named(faults)).toContain('instance.differs snapshot.machine.value');
  });

  it('names rows whose instance is gone, by table', async () => {
    await lived();
    const id = await lived();
    await office.rows('delete from instance where id = $1', [id]);
    const faults = await verify();
    expect(named(faults)).toEqual(
      ['event', 'inbox', 'deadline', 'outbox', 'task'].map((table) => `rows.ownerless ${table}`),
    );
    expect(new Set(faults.map(({ instanceId }) => instanceId))).toEqual(new Set([id]));
  });

  it('names a deadline that passed while the system was at work, unless it is parked', async () => {
    const id = await lived();
    office.clock.set('2026-02-20T00:00:00.000Z');
    await office.begun();
    expect(named(await verify())).toEqual(['deadline.overdue review.nudge', 'deadline.overdue reviewDue']);
    await office.engine.incidents.open(
      { orgId: null, instanceId: id, kind: 'deadline', ref: randomUUID(), message: null },
      new Error('the post is on strike'),
    );
    expect(await verify()).toEqual([]);
  });

  it('looks at what it was asked for only', async () => {
    const [one, other] = [await lived(), await lived()];
    await office.rows(`delete from task where instance_id = any($1)`, [[one, other]]);
    const faults: Fault[] = [];
    const filter = { instanceIds: [one] };
    expect(await verifier.run({ filter, found: (fault) => faults.push(fault) })).toMatchObject({
      instances: 1,
      of: 1,
    });
    expect(new Set(faults.map(({ instanceId }) => instanceId))).toEqual(new Set([one]));
  });

  it('runs beside writers and calls nothing a fault that is only under way', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => lived()));
    const writes = Array.from({ length: 60 }, (_, n) =>
      office.send(ids[n % 4] ?? '', 'noted', { text: String(n) }),
    );
    const looks = Array.from({ length: 4 }, () => verify(3));
    expect(await Promise.all(looks)).toEqual([[], [], [], []]);
    await Promise.all(writes);
  });

  it('rebuilds snapshot, row and deadlines from the log, says what differed, and leaves the rest alone', async () => {
    const whole = await lived();
    const id = await lived();
    const before = await office.rows(`select * from deadline where instance_id = $1 order by id`, [id]);
    const stood = await office.engine.view(id);
    await office.rows(
      `update instance set snapshot = jsonb_set(snapshot, '{machine,context,notes}', '7'), state = '{valid}', next_owner = 'nobody' where id = $1`,
      [id],
    );
    await office.rows(
      `delete from deadline where instance_id = $1 and name = 'reviewDue' and status = 'armed'`,
      [id],
    );
    await office.rows(`delete from deadline where instance_id = $1 and status = 'fired'`, [id]);
    await office.rows(
      `insert into deadline select org_id, gen_random_uuid(), instance_id, 'never', due_at, due_on, why, status, fired_at, set_by_seq, closed_by_seq
       from deadline where instance_id = $1 and status = 'armed' limit 1`,
      [id],
    );
    const foreseen = await rebuild(true);
    expect(foreseen).toMatchObject([{ instanceId: id, outcome: 'wouldMend' }]);
    expect(foreseen[0]?.differences.map(({ path }) => path)).toEqual([
      'snapshot.machine.context.notes',
      'state',
      'next.owner',
      'deadline.review.nudge',
      'deadline.reviewDue',
      'deadline.never',
    ]);
    expect(await verify()).not.toEqual([]);
    expect(await rebuild()).toEqual(
      foreseen.map((one) => ({ ...one, outcome: 'mended', differences: expect.any(Array) as unknown })),
    );
    expect(await verify()).toEqual([]);
    expect(await rebuild()).toEqual([]);
    const after = await office.rows<{ name: string; id: string }>(
      `select * from deadline where instance_id = $1 order by id`,
      [id],
    );
    // Whatever was left keeps its token, and so does the one that fired under its own.
    const unlike = before.filter((row) => !after.some((one) => JSON.stringify(one) === JSON.stringify(row)));
    expect(unlike).toMatchObject([{ name: 'reviewDue', status: 'armed' }]);
    expect(await office.engine.view(id)).toMatchObject({ instance: stood?.instance ?? {} });
    expect((await office.send(id, 'approved', { on: '2026-01-07' })).ok).toBe(true);
    expect(await verify()).toEqual([]);
    expect((await office.engine.view(whole))?.instance.state).toEqual(['reviewing']);
  });

  it('never builds from a broken log, and says so', async () => {
    const id = await lived();
    await office.rows(`update instance set next_owner = 'nobody' where id = $1`, [id]);
    await tamper(`update event set data = '{"text": "Ani is well"}' where instance_id = $1 and seq = 2`, id);
    expect(await rebuild()).toMatchObject([
      { instanceId: id, outcome: 'untouched', faults: [{ kind: 'log.digest', subject: '#2' }] },
    ]);
    const [row] = await office.rows<{ next_owner: string }>(`select next_owner from instance where id = $1`, [
      id,
    ]);
    expect(row?.next_owner).toBe('nobody');
  });
});
