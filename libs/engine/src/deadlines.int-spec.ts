import { randomUUID } from 'node:crypto';
import type { DeadlineRow, Outcome } from '#libs/engine';
import { PermitOffice } from '#libs/testing';

const accepted = (outcome: Outcome) => {
  if (!outcome.ok) throw new Error(`was refused with ${outcome.refusal.code}`);
  return outcome;
};

describe('the deadline ledger', () => {
  let office: PermitOffice;
  beforeEach(async () => {
    office = await PermitOffice.open();
  });
  afterEach(() => office.close());

  const ledger = async (id: string): Promise<DeadlineRow[]> =>
    (await office.engine.view(id))?.deadlines ?? [];
  const inShort = async (id: string) =>
    (await ledger(id)).map(({ name, on, status, setBySeq, closedBySeq }) => [
      name,
      on,
      status,
      setBySeq,
      closedBySeq,
    ]);
  const tokenOf = async (id: string, name: string): Promise<string> => {
    const row = (await ledger(id)).find((one) => one.name === name && one.status === 'armed');
    return String(row?.token);
  };

  it('says which entry armed, moved, fired or cancelled each row', async () => {
    const id = await office.begun();
    await office.send(id, 'rescheduled', {
      deadline: 'draftDue',
      due: '2026-01-20T00:00:00.000Z',
      reason: 'flood',
    });
    await office.send(id, 'submitted', { on: '2026-01-01' });
    await office.engine.fireDue('2026-01-05T00:00:00.000Z');
    expect(await inShort(id)).toEqual([
      ['review.nudge', '2026-01-04', 'fired', 3, 4],
      ['reviewDue', '2026-01-15', 'armed', 3, null],
      ['draftDue', '2026-01-20', 'cancelled', 2, 3],
    ]);
  });

  it('tells why a date stands that was set to the day on which it was due anyway', async () => {
    const id = await office.begun();
    const due = (await ledger(id)).find(({ name }) => name === 'draftDue')?.due;
    await office.send(id, 'rescheduled', { deadline: 'draftDue', due, reason: 'flood' });
    const row = (await ledger(id)).find(({ name }) => name === 'draftDue');
    expect(row).toMatchObject({ due, status: 'armed', setBySeq: 2 });
    expect(row?.why.en).toContain('moved');
  });

  it.each(['beforeCommit', 'afterCommit'] as const)(
    'fires once though the process that fires it is killed %s, and what follows is carried by the next',
    async (point) => {
      // Two, for what fires alone is one statement, which has no moment before its commit.
      for (const site of ['x', 'y']) await office.begun({ input: { site, startsOn: '2025-12-28' } });
      const firings = () => office.rows(`select from event where type = 'deadlineFired'`);
      office.clock.set('2026-01-04T00:00:00.000Z');
      office.faults.killAt(point);
      await expect(office.engine.fireDue('2026-01-04T00:00:00.000Z')).rejects.toThrow(`killed ${point}`);
      expect(await firings()).toHaveLength(point === 'beforeCommit' ? 0 : 2);

      const next = office.reopened();
      await next.engine.fireDue('2026-01-04T00:00:00.000Z');
      next.wall.advanceSeconds(60);
      await next.relay.sweep(10);
      expect(await firings()).toHaveLength(2);
      expect(await office.rows(`select from outbox where status <> 'done'`)).toEqual([]);
    },
  );

  it('keeps the token of a row that moves, and its new date counts', async () => {
    const id = await office.begun();
    const token = await tokenOf(id, 'draftDue');
    await office.engine.reschedule({
      instanceId: id,
      messageId: 'move',
      actor: { id: 'budi', role: 'clerk' },
      reason: 'flood',
      deadline: 'draftDue',
      due: '2026-01-20T00:00:00.000Z',
    });
    office.clock.set('2026-01-10T00:00:00.000Z');
    const early = await office.engine.fire({ instanceId: id, token });
    expect(early).toMatchObject({ ok: false, refusal: { code: 'deadline.not_due' } });
    office.clock.set('2026-01-20T00:00:00.000Z');
    expect(await office.engine.fire({ instanceId: id, token })).toMatchObject({
      ok: true,
      fired: ['draftDue'],
    });
  });

  it('gives a state that is entered anew a new token; the old one never fires', async () => {
    const id = await office.begun();
    await office.send(id, 'submitted', { on: '2026-01-01' });
    const old = await tokenOf(id, 'reviewDue');
    await office.send(id, 'submitted', { on: '2026-01-01' });
    expect(await tokenOf(id, 'reviewDue')).not.toBe(old);
    office.clock.set('2026-02-01T00:00:00.000Z');
    const late = await office.engine.fire({ instanceId: id, token: old });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'deadline.not_armed' }, replayed: false });
    expect(await office.engine.fire({ instanceId: id, token: old })).toEqual({ ...late, replayed: true });
    expect((await office.engine.view(id))?.instance).toMatchObject({ revision: 3, state: ['reviewing'] });
  });

  it('records an unknown token as a no-op', async () => {
    const id = await office.begun();
    const ref = { instanceId: id, token: randomUUID() };
    expect(await office.engine.fire(ref)).toMatchObject({ ok: false, replayed: false });
    expect(await office.engine.fire(ref)).toMatchObject({ ok: false, replayed: true });
  });

  it('fires once, however many fire it at once', async () => {
    const id = await office.begun();
    await office.send(id, 'submitted', { on: '2026-01-01' });
    office.clock.set('2026-01-04T00:00:00.000Z');
    const ref = { instanceId: id, token: await tokenOf(id, 'review.nudge') };
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => office.engine.fire(ref)));
    expect(outcomes.filter(({ ok, replayed }) => ok && !replayed)).toHaveLength(1);
    expect(office.letters.map(({ params }) => params['about'])).toEqual(['nudge']);
  });

  it('fires in the order due, instance, name, each at its own time', async () => {
    const [one, other] = [randomUUID(), randomUUID()].sort() as [string, string];
    await office.begun({ instanceId: other, input: { site: 'b', startsOn: '2026-01-01' } });
    await office.begun({ instanceId: one, input: { site: 'a', startsOn: '2026-01-02' } });
    await office.send(other, 'submitted', { on: '2026-01-06' });
    const moves: string[] = [];
    await office.engine.fireDue('2026-01-23T00:00:00.000Z', {
      before: async ({ due, name, instanceId }) => {
        moves.push(`${due.slice(0, 10)} ${instanceId === one ? 'one' : 'other'} ${name}`);
        office.clock.set(due);
      },
    });
    // 1. `one` has its reminder on the 9th, which arms the next for the 16th
    // 2. `other` has its nudge on the 9th, after `one` by its id
    // 3. the second reminder comes before what was armed long ago for the 20th
    expect(moves).toEqual([
      '2026-01-09 one draftDue',
      '2026-01-09 other review.nudge',
      '2026-01-16 one draftDue',
      '2026-01-20 other reviewDue',
      '2026-01-23 one draftDue',
    ]);
    const history = await office.engine.history(one);
    expect(history?.filter(({ type }) => type === 'deadlineFired').map(({ at }) => at)).toEqual([
      '2026-01-09T00:00:00.000Z',
      '2026-01-16T00:00:00.000Z',
      '2026-01-23T00:00:00.000Z',
    ]);
  });

  it('fires at most as many as asked for', async () => {
    const ids = [await office.begun(), await office.begun(), await office.begun()];
    expect(await office.engine.fireDue('2026-01-08T00:00:00.000Z', { limit: 2 })).toEqual({ fired: 2 });
    expect(await office.engine.due('2026-01-08T00:00:00.000Z', 10)).toHaveLength(ids.length - 2);
  });

  it('fires what is due at once within the unit that made it so, and answers where that led', async () => {
    office.clock.set('2026-03-01T00:00:00.000Z');
    const id = await office.begun({ input: { site: 'x', startsOn: '2026-02-28' } });
    const outcome = accepted(await office.send(id, 'submitted', { on: '2026-01-01' }, { messageId: 'late' }));
    expect(outcome).toMatchObject({
      state: ['lapsed'],
      status: 'final',
      fired: ['review.nudge', 'reviewDue'],
      revision: 4,
    });
    expect(await office.send(id, 'submitted', { on: '2026-01-01' }, { messageId: 'late' })).toEqual({
      ...outcome,
      replayed: true,
    });
    expect(await office.engine.rebuild(id)).toMatchObject({ ok: true, differences: [] });
  });

  it('brings a repeating deadline back until its bound, when the process was away for months', async () => {
    office.clock.set('2026-01-01T00:00:00.000Z');
    const id = await office.begun();
    office.clock.set('2026-06-01T00:00:00.000Z');
    expect(await office.engine.fireDue(office.clock.now())).toEqual({ fired: 4 });
    expect((await office.engine.view(id))?.instance).toMatchObject({ state: ['lapsed'], status: 'final' });
    expect(await office.rows('select from flag where instance_id = $1', [id])).toHaveLength(3);
  });

  it('fires nothing while suspended; resumed, what passed meanwhile fires at once', async () => {
    const id = await office.begun();
    await office.send(id, 'submitted', { on: '2026-01-01' });
    const verb = { instanceId: id, actor: { id: 'budi', role: 'clerk' }, reason: 'strike' };
    expect(accepted(await office.engine.suspend({ ...verb, messageId: 's' }))).toMatchObject({
      status: 'suspended',
    });
    office.clock.set('2026-01-10T00:00:00.000Z');
    expect(await office.engine.due(office.clock.now(), 10)).toEqual([]);
    const ref = { instanceId: id, token: await tokenOf(id, 'review.nudge') };
    expect(await office.engine.fire(ref)).toMatchObject({
      ok: false,
      refusal: { code: 'journey.suspended' },
    });
    const resumed = accepted(await office.engine.resume({ ...verb, messageId: 'r' }));
    expect(resumed).toMatchObject({ status: 'live', fired: ['review.nudge'] });
  });

  it('parks a journey whose deadline fails, leaves the others alone, and goes on once the cause is mended', async () => {
    const [bad, good] = [await office.begun(), await office.begun()];
    // The ledger of the snapshot and the row disagree: somebody's hand was in the data.
    await office.rows(
      `update instance set snapshot = jsonb_set(snapshot, '{deadlines,draftDue,status}', '"fired"') where id = $1`,
      [bad],
    );
    office.clock.set('2026-01-08T00:00:00.000Z');
    expect(await office.engine.fireDue(office.clock.now())).toEqual({ fired: 1 });
    expect((await office.engine.view(good))?.instance.revision).toBe(2);
    const [incident] = await office.engine.incidents.list({ status: 'open' });
    expect(incident).toMatchObject({ kind: 'deadline', instanceId: bad, orgId: office.org });
    expect(await office.engine.incidents.retry(String(incident?.id))).toMatchObject({ resolved: false });
    await office.rows(
      `update instance set snapshot = jsonb_set(snapshot, '{deadlines,draftDue,status}', '"armed"') where id = $1`,
      [bad],
    );
    expect(await office.engine.incidents.retry(String(incident?.id))).toMatchObject({
      resolved: true,
      outcome: { ok: true },
    });
    expect((await office.engine.view(bad))?.instance.revision).toBe(2);
  });

  it('never lets an entry be older than the one before it', async () => {
    const id = await office.begun();
    office.clock.set('2025-12-01T00:00:00.000Z');
    await office.send(id, 'noted', { text: 'x' });
    const history = await office.engine.history(id);
    expect(history?.map(({ at }) => at)).toEqual(['2026-01-01T08:00:00.000Z', '2026-01-01T08:00:00.000Z']);
  });
});
