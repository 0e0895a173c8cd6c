import { randomUUID } from 'node:crypto';
import type { Outcome, Projection } from '#libs/engine';
import { PermitOffice } from '#libs/testing';

const refusalOf = (outcome: Outcome) => {
  if (outcome.ok) throw new Error('was accepted');
  return outcome.refusal;
};
const accepted = (outcome: Outcome) => {
  if (!outcome.ok) throw new Error(`was refused with ${outcome.refusal.code}`);
  return outcome;
};

describe('the engine', () => {
  let office: PermitOffice;
  beforeAll(async () => {
    office = await PermitOffice.open();
  });
  afterAll(() => office.close());

  it('answers a start with where the instance stands and what it accepts', async () => {
    const started = accepted(await office.start());
    expect(started).toMatchObject({
      revision: 1,
      seq: 1,
      state: ['drafting'],
      status: 'live',
      replayed: false,
    });
    expect(started.allowedEvents).toEqual(['broke', 'cancelled', 'noted', 'submitted']);
    const view = await office.engine.view(started.instanceId);
    expect(view?.deadlines).toMatchObject([
      {
        name: 'draftDue',
        due: '2026-01-08T00:00:00.000Z',
        on: '2026-01-08',
        status: 'armed',
        why: { en: 'because of draftDue' },
      },
    ]);
    expect(view?.instance.next).toEqual({
      action: 'drafting',
      owner: 'applicant',
      deadline: 'draftDue',
      due: '2026-01-08T00:00:00.000Z',
    });
  });

  it('counts a message sent twice once, and answers the same both times', async () => {
    const id = await office.begun();
    const first = await office.send(id, 'noted', { text: 'hello' }, { messageId: 'twice' });
    const second = await office.send(id, 'noted', { text: 'hello' }, { messageId: 'twice' });
    expect(second).toEqual({ ...first, replayed: true });
    expect((await office.engine.view(id))?.instance.revision).toBe(2);
  });

  it('counts a message sent ten times at once once', async () => {
    const id = await office.begun();
    const sent = Array.from({ length: 10 }, () =>
      office.send(id, 'noted', { text: 'hello' }, { messageId: 'at once' }),
    );
    const outcomes = (await Promise.all(sent)).map(accepted);
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(outcomes.map(({ revision }) => revision))).toEqual(new Set([2]));
    expect((await office.engine.view(id))?.instance.revision).toBe(2);
  });

  it('makes one instance of a start sent ten times at once, also without a given id', async () => {
    const messageId = office.nextMessageId();
    const request = {
      definition: 'permit',
      org: office.org,
      messageId,
      input: { site: 'x', startsOn: '2026-01-01' },
      actor: { id: 'ani', role: 'applicant' },
      parties: [],
    };
    const starts = await Promise.all(Array.from({ length: 10 }, () => office.engine.start(request)));
    const outcomes = starts.map(accepted);
    expect(new Set(outcomes.map(({ instanceId }) => instanceId)).size).toBe(1);
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('counts every one of twenty writers at once', async () => {
    const id = await office.begun();
    const sent = Array.from({ length: 20 }, (_, index) =>
      office.send(id, 'noted', { text: `note ${index}` }),
    );
    const revisions = (await Promise.all(sent)).map((outcome) => accepted(outcome).revision);
    expect(revisions.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 2),
    );
    expect((await office.engine.view(id))?.instance.snapshot.machine.context).toMatchObject({ notes: 20 });
    expect(await office.engine.verifyChain(id)).toMatchObject({ ok: true, entries: 21 });
  });

  it('lets one of two writers that expect the same revision through, and tells the other where it stands', async () => {
    const id = await office.begun();
    const sent = ['one', 'other'].map((text) => office.send(id, 'noted', { text }, { expectedRevision: 1 }));
    const outcomes = await Promise.all(sent);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const loser = outcomes.find(({ ok }) => !ok) as Outcome;
    expect(refusalOf(loser)).toMatchObject({
      code: 'journey.version_conflict',
      kind: 'conflict',
      revision: 2,
    });
  });

  it('does not hold a version conflict against the message: sent again with the right revision it counts', async () => {
    const id = await office.begun();
    const messageId = office.nextMessageId();
    expect((await office.send(id, 'noted', { text: 'a' }, { messageId, expectedRevision: 7 })).ok).toBe(
      false,
    );
    expect((await office.send(id, 'noted', { text: 'a' }, { messageId, expectedRevision: 1 })).ok).toBe(true);
  });

  it('refuses with the list of what is accepted, and refuses a repeat alike even after things changed', async () => {
    const id = await office.begun();
    const early = await office.send(id, 'approved', { on: '2026-01-01' }, { messageId: 'early' });
    expect(refusalOf(early)).toMatchObject({
      code: 'journey.event_not_accepted',
      allowedEvents: ['broke', 'cancelled', 'noted', 'submitted'],
    });
    await office.send(id, 'submitted', { on: '2026-01-01' });
    const again = await office.send(id, 'approved', { on: '2026-01-01' }, { messageId: 'early' });
    expect(again).toEqual({ ...early, replayed: true });
    expect((await office.engine.view(id))?.instance.revision).toBe(2);
  });

  it('refuses the same message id with another content', async () => {
    const id = await office.begun();
    await office.send(id, 'noted', { text: 'this' }, { messageId: 'reused' });
    const outcome = await office.send(id, 'noted', { text: 'that' }, { messageId: 'reused' });
    expect(refusalOf(outcome).code).toBe('message.id_reused');
  });

  it.each([
    ['xstate.after.draftDue.permit.drafting', {}, 'event.unknown', 'invalid'],
    ['toString', {}, 'event.unknown', 'invalid'],
    ['returned', { reason: 'x' }, 'event.role_not_allowed', 'forbidden'],
    ['submitted', { on: 'yesterday' }, 'event.payload_invalid', 'invalid'],
    ['noted', { text: 'a\u0000b' }, 'event.payload_invalid', 'invalid'],
    ['noted', { text: 'half \ud83d' }, 'event.payload_invalid', 'invalid'],
  ])('refuses %s %j as %s', async (type, payload, code, kind) => {
    const id = await office.begun();
    const refusal = refusalOf(
      await office.send(id, type, payload, { actor: { id: 'ani', role: 'applicant' } }),
    );
    expect(refusal).toMatchObject({ code, kind });
    expect((await office.engine.view(id))?.instance.revision).toBe(1);
  });

  it('names each fault of a payload by its path, in both languages', async () => {
    const id = await office.begun();
    const refusal = refusalOf(await office.send(id, 'submitted', {}));
    expect(refusal.errors).toMatchObject([{ path: 'payload.on', code: 'required' }]);
    expect(refusal.errors?.[0]?.message.id).not.toBe(refusal.errors?.[0]?.message.en);
  });

  it('gives the definition’s own reason for a no', async () => {
    const id = await office.begun();
    await office.send(id, 'submitted', { on: '2026-01-01' });
    expect(refusalOf(await office.send(id, 'approved', { on: '2026-02-01' })).code).toBe('permit.in_future');
  });

  it('refuses a start with a bad input or a taken id, and writes nothing', async () => {
    const bad = await office.start({ input: { site: 'x', startsOn: '2026-02-30' } });
    expect(refusalOf(bad).code).toBe('event.payload_invalid');
    expect(await office.engine.view(bad.instanceId)).toBeNull();
    const id = await office.begun();
    expect(refusalOf(await office.start({ instanceId: id })).code).toBe('journey.exists');
  });

  it.each([randomUUID(), 'not-an-id'])('knows no instance %s', async (id) => {
    expect(refusalOf(await office.send(id, 'noted', { text: 'x' }))).toMatchObject({
      code: 'journey.not_found',
      kind: 'notFound',
    });
    expect(await office.engine.view(id)).toBeNull();
    expect(await office.engine.history(id)).toBeNull();
  });

  it('accepts nothing after the end', async () => {
    const id = await office.begun();
    expect(accepted(await office.send(id, 'cancelled', { reason: 'x' }))).toMatchObject({
      status: 'final',
      allowedEvents: [],
    });
    expect(refusalOf(await office.send(id, 'noted', { text: 'x' }))).toMatchObject({
      code: 'journey.event_not_accepted',
      allowedEvents: [],
    });
  });

  it.each(['assign', 'guard'])('parks only its own journey when an %s throws', async (how) => {
    const [id, neighbour] = [await office.begun(), await office.begun()];
    const before = await office.engine.view(id);
    const refusal = refusalOf(await office.send(id, 'broke', { how }));
    expect(refusal).toMatchObject({ code: 'journey.incident', kind: 'conflict' });
    expect(await office.engine.view(id)).toEqual(before);
    expect(await office.engine.incidents.list({ instanceId: id })).toMatchObject([
      { id: refusal.incidentId, kind: 'message', status: 'open', orgId: office.org, occurrences: 1 },
    ]);
    expect((await office.send(neighbour, 'noted', { text: 'x' })).ok).toBe(true);
    expect((await office.send(id, 'noted', { text: 'x' })).ok).toBe(true);
  });

  it('counts up the same incident when the same message fails again', async () => {
    const id = await office.begun();
    for (const _ of [1, 2]) await office.send(id, 'broke', { how: 'assign' }, { messageId: 'breaks' });
    expect(await office.engine.incidents.list({ instanceId: id })).toMatchObject([
      {
        ref: 'breaks',
        occurrences: 2,
        cause: expect.stringContaining('the site fell into the sea') as string,
      },
    ]);
  });
});

describe('a projection', () => {
  const failing = { fails: true, racing: 0, cutting: false };
  const projection: Projection = {
    wants: (definition, type) => definition === 'permit' && type === 'noted',
    project: async ({ instanceId, data, seq }, tx) => {
      await tx.query('insert into note (id, seq, text) values ($1, $2, $3)', [instanceId, seq, data['text']]);
      failing.racing -= 1;
      if (failing.racing >= 0)
        throw Object.assign(new Error('could not serialize access'), { code: '40001' });
      if (failing.cutting) await tx.query('select pg_terminate_backend(pg_backend_pid())');
      if (failing.fails) throw new Error('the note would not stick');
    },
  };
  let office: PermitOffice;
  beforeAll(async () => {
    office = await PermitOffice.open({ projections: [projection] });
    await office.rows('create table note (id uuid, seq integer, text text, primary key (id, seq))');
  });
  afterAll(() => office.close());

  it('that fails takes the whole unit back, and goes through when the incident is tried again', async () => {
    const id = await office.begun();
    failing.fails = true;
    const refusal = refusalOf(await office.send(id, 'noted', { text: 'x' }, { messageId: 'note' }));
    expect(refusal.code).toBe('journey.incident');
    expect((await office.engine.view(id))?.instance.revision).toBe(1);
    expect(await office.rows('select from note')).toHaveLength(0);
    failing.fails = false;
    const retried = await office.engine.incidents.retry(String(refusal.incidentId));
    expect(retried).toMatchObject({ resolved: true, outcome: { ok: true, revision: 2 } });
    expect(await office.rows('select text from note')).toEqual([{ text: 'x' }]);
    expect(await office.engine.incidents.get(String(refusal.incidentId))).toMatchObject({
      status: 'resolved',
      message: null,
    });
    expect(await office.engine.incidents.retry(String(refusal.incidentId))).toBeNull();
  });

  it('writes once with each of many writers at once', async () => {
    failing.fails = false;
    const id = await office.begun();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => office.send(id, 'noted', { text: `${index}` })),
    );
    const notes = await office.rows<{ seq: number }>('select seq from note where id = $1 order by seq', [id]);
    expect(notes.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 2));
  });

  it('leaves nothing behind when the process dies before the commit', async () => {
    failing.fails = false;
    const id = await office.begun();
    office.faults.killAt('beforeCommit');
    await expect(office.send(id, 'noted', { text: 'lost' }, { messageId: 'dies' })).rejects.toThrow(
      'killed beforeCommit',
    );
    expect((await office.engine.view(id))?.instance.revision).toBe(1);
    expect(await office.rows('select from note where id = $1', [id])).toHaveLength(0);
    expect(await office.engine.incidents.list({ instanceId: id })).toEqual([]);
    expect(accepted(await office.send(id, 'noted', { text: 'lost' }, { messageId: 'dies' })).replayed).toBe(
      false,
    );
  });

  it('does the whole unit again on a serialization failure, and gives up on endless ones without an incident', async () => {
    failing.fails = false;
    const id = await office.begun();
    failing.racing = 3;
    expect(accepted(await office.send(id, 'noted', { text: 'x' })).revision).toBe(2);
    failing.racing = 1000;
    await expect(office.send(id, 'noted', { text: 'y' })).rejects.toThrow('races');
    failing.racing = 0;
    expect(await office.rows('select text from note where id = $1', [id])).toEqual([{ text: 'x' }]);
    expect(await office.engine.incidents.list({ instanceId: id })).toEqual([]);
  });

  it('whose connection breaks leaves nothing behind, parks nothing, and the next message goes through', async () => {
    failing.fails = false;
    const id = await office.begun();
    failing.cutting = true;
    await expect(office.send(id, 'noted', { text: 'x' }, { messageId: 'cut' })).rejects.toThrow();
    failing.cutting = false;
    expect(await office.engine.incidents.list({ instanceId: id })).toEqual([]);
    expect(accepted(await office.send(id, 'noted', { text: 'x' }, { messageId: 'cut' }))).toMatchObject({
      revision: 2,
      replayed: false,
    });
  });
});
