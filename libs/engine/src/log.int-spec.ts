import { PermitOffice } from '#libs/testing';

describe('the log', () => {
  let office: PermitOffice;
  beforeAll(async () => {
    office = await PermitOffice.open();
  });
  afterAll(() => office.close());
  beforeEach(() => office.clock.set('2026-01-01T08:00:00.000Z'));

  const lived = async (): Promise<string> => {
    const id = await office.begun();
    await office.send(id, 'noted', { text: 'Ani, 0812 555 555, is ill' });
    office.clock.set('2026-01-03T09:00:00.000Z');
    await office.send(id, 'submitted', { on: '2026-01-03' });
    await office.engine.fireDue('2026-01-06T00:00:00.000Z');
    office.clock.set('2026-01-07T09:00:00.000Z');
    await office.send(id, 'approved', { on: '2026-01-07' });
    return id;
  };
  const verb = (instanceId: string, messageId = office.nextMessageId()) => ({
    instanceId,
    messageId,
    actor: { id: 'budi', role: 'clerk' },
    reason: 'asked for by the person',
  });

  it('has no holes and links every entry to the one before it', async () => {
    const id = await lived();
    expect(await office.engine.verifyChain(id)).toEqual({ ok: true, entries: 5, redacted: [], faults: [] });
    const history = await office.engine.history(id);
    expect(history?.map(({ seq, type, state }) => [seq, type, state[0]])).toEqual([
      [1, 'started', 'drafting'],
      [2, 'noted', 'drafting'],
      [3, 'submitted', 'reviewing'],
      [4, 'deadlineFired', 'reviewing'],
      [5, 'approved', 'valid'],
    ]);
    expect(history?.[3]).toMatchObject({
      data: { name: 'review.nudge' },
      actor: { id: 'system', role: 'system' },
    });
  });

  it.each([
    ['update', `update event set data = '{"text": "another"}' where instance_id = $1 and seq = 2`],
    ['backdating', `update event set at = at - interval '1 day' where instance_id = $1 and seq = 2`],
    [
      'silent blanking with more',
      `update event set data = null, salt = null, redacted_at = at, checkpoint = '{}', type = 'x' where instance_id = $1 and seq = 2`,
    ],
    ['delete', `delete from event where instance_id = $1 and seq = 2`],
    ['truncate', `truncate event`],
  ])('refuses an %s', async (_, sql) => {
    const id = await lived();
    await expect(office.rows(sql, sql.includes('$1') ? [id] : [])).rejects.toThrow('event is append-only');
  });

  it.each([
    [
      'digest',
      `update event set data = '{"text": "another"}' where instance_id = $1 and seq = 2`,
      { seq: 2, fault: 'digest' },
    ],
    [
      'hash',
      `update event set actor_id = 'eve' where instance_id = $1 and seq = 3`,
      { seq: 3, fault: 'hash' },
    ],
    ['gap', `delete from event where instance_id = $1 and seq = 2`, { seq: 3, fault: 'gap' }],
    ['link', `delete from event where instance_id = $1 and seq = 2`, { seq: 3, fault: 'link' }],
    ['head', `delete from event where instance_id = $1 and seq = 5`, { seq: 4, fault: 'head' }],
    [
      'redactedWithoutEntry',
      `update event set data = null, salt = null, redacted_at = at, checkpoint = '{}' where instance_id = $1 and seq = 2`,
      { seq: 2, fault: 'redactedWithoutEntry' },
    ],
  ])('tells a forgery by its %s, even by a hand that switched the trigger off', async (_, sql, fault) => {
    const id = await lived();
    await office.rows('alter table event disable trigger event_keeps_rows');
    await office.rows(sql, [id]);
    await office.rows('alter table event enable trigger event_keeps_rows');
    const report = await office.engine.verifyChain(id);
    expect(report?.ok).toBe(false);
    expect(report?.faults).toContainEqual(fault);
  });

  it('folds to the snapshot that is stored', async () => {
    const id = await lived();
    expect(await office.engine.rebuild(id)).toEqual({
      instanceId: id,
      ok: true,
      revision: 5,
      differences: [],
    });
  });

  it('verifies and folds while others write', async () => {
    const id = await lived();
    const writes = Array.from({ length: 15 }, (_, index) => office.send(id, 'noted', { text: `${index}` }));
    const looks = Array.from({ length: 5 }, async () => [
      (await office.engine.rebuild(id))?.differences,
      (await office.engine.verifyChain(id))?.faults,
    ]);
    expect(await Promise.all(looks)).toEqual(looks.map(() => [[], []]));
    await Promise.all(writes);
  });

  it('says what differs when the stored snapshot, its columns or the deadline rows were touched', async () => {
    const id = await lived();
    await office.rows(
      `update instance set snapshot = jsonb_set(snapshot, '{machine,context,notes}', '7'), next_owner = 'nobody' where id = $1`,
      [id],
    );
    await office.rows(
      `update deadline set due_at = '2030-01-01Z' where instance_id = $1 and name = 'validUntil'`,
      [id],
    );
    expect((await office.engine.rebuild(id))?.differences).toEqual([
      { path: 'snapshot.machine.context.notes', stored: 7, folded: 1 },
      { path: 'next.owner', stored: 'nobody', folded: 'clerk' },
      {
        path: 'deadlineRows.validUntil',
        stored: '2030-01-01T00:00:00.000Z',
        folded: '2027-01-07T00:00:00.000Z',
      },
    ]);
  });

  it('shows the instance as it stood at any past instant', async () => {
    const id = await lived();
    expect(await office.engine.stateAt(id, '2026-01-01T07:59:59.999Z')).toBeNull();
    expect(await office.engine.stateAt(id, '2026-01-03T08:59:59.999Z')).toMatchObject({
      state: ['drafting'],
      revision: 2,
    });
    const reviewing = await office.engine.stateAt(id, '2026-01-05T00:00:00.000Z');
    expect(reviewing).toMatchObject({ state: ['reviewing'], revision: 3, status: 'live' });
    expect(reviewing?.allowedEvents).toContain('approved');
    expect(reviewing?.deadlines).toMatchObject([
      {
        name: 'review.nudge',
        due: '2026-01-06T00:00:00.000Z',
        status: 'armed',
        reckoned: { on: '2026-01-06' },
      },
      { name: 'reviewDue', status: 'armed' },
    ]);
    expect(await office.engine.stateAt(id, '2026-12-31T00:00:00.000Z')).toMatchObject({
      state: ['valid'],
      revision: 5,
    });
  });

  it('forgets what was redacted, and still verifies, folds and looks back', async () => {
    const id = await lived();
    const before = await office.engine.view(id);
    const redacted = await office.engine.redact({ ...verb(id), seq: 2 });
    expect(redacted).toMatchObject({ ok: true, seq: 6, revision: 6, state: ['valid'] });
    const [row] = await office.rows<{ text: string }>(
      `select to_jsonb(event)::text || (select string_agg(to_jsonb(inbox)::text, '') from inbox where instance_id = $1) as text
       from event where instance_id = $1 and seq = 2`,
      [id],
    );
    // Nothing that digests and ids, which stay, could have among their digits.
    for (const told of ['Ani', '0812 555 555', 'is ill']) expect(row?.text).not.toContain(told);
    expect(await office.engine.verifyChain(id)).toEqual({ ok: true, entries: 6, redacted: [2], faults: [] });
    expect(await office.engine.rebuild(id)).toMatchObject({ ok: true, differences: [] });
    expect(await office.engine.stateAt(id, '2026-01-02T00:00:00.000Z')).toMatchObject({
      context: { notes: 1 },
    });
    const history = await office.engine.history(id);
    expect(history?.[1]).toMatchObject({ type: 'noted', data: null, redactedAt: '2026-01-07T09:00:00.000Z' });
    expect(history?.[5]).toMatchObject({
      type: 'entryRedacted',
      data: { seq: 2, reason: 'asked for by the person' },
    });
    expect((await office.engine.view(id))?.instance.snapshot).toEqual(before?.instance.snapshot);
  });

  it('redacts once: a repeat is answered alike, and there is nothing to redact twice', async () => {
    const id = await lived();
    const request = { ...verb(id, 'redact'), seq: 2 };
    const first = await office.engine.redact(request);
    expect(await office.engine.redact(request)).toEqual({ ...first, replayed: true });
    for (const seq of [2, 6, 99]) {
      const refused = await office.engine.redact({ ...verb(id), seq });
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'entry.not_redactable' } });
    }
  });

  it('redacts the start itself, and several entries of one instance', async () => {
    const id = await lived();
    for (const seq of [1, 2, 3]) expect((await office.engine.redact({ ...verb(id), seq })).ok).toBe(true);
    expect(await office.engine.verifyChain(id)).toMatchObject({ ok: true, redacted: [1, 2, 3] });
    expect(await office.engine.rebuild(id)).toMatchObject({ ok: true });
    expect((await office.send(id, 'noted', { text: 'goes on' })).ok).toBe(true);
    expect(await office.engine.rebuild(id)).toMatchObject({ ok: true });
  });
});
