import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Entry, Message, Outcome, Projection } from '#libs/engine';
import { PermitOffice } from '#libs/testing';

const NOW = '2026-01-09T08:00:00.000Z';
const CLERK = { id: 'budi', role: 'clerk' };

interface Given {
  who: number;
  messageId: string;
  type: string;
  payload: Record<string, unknown>;
  role: string;
  expectedRevision?: number;
}

const on = fc.integer({ min: 1, max: 9 }).map((day) => `2026-01-0${String(day)}`);
const event = fc.oneof(
  fc.record({ type: fc.constant('noted'), payload: fc.record({ text: fc.string({ unit: 'grapheme' }) }) }),
  fc.record({ type: fc.constant('submitted'), payload: fc.record({ on }) }),
  fc.record({ type: fc.constant('approved'), payload: fc.record({ on }) }),
  fc.record({
    type: fc.constantFrom('returned', 'cancelled', 'suspended', 'resumed'),
    payload: fc.constant({ reason: 'x' }),
  }),
  fc.record({
    type: fc.constant('broke'),
    payload: fc.record({ how: fc.constantFrom('assign', 'guard') }),
  }),
  fc.record({ type: fc.constantFrom('submitted', 'unheardOf'), payload: fc.constant({ on: 'soon' }) }),
);
const given: fc.Arbitrary<Given> = fc
  .record(
    {
      who: fc.integer({ min: 0, max: 6 }),
      messageId: fc.integer({ min: 0, max: 40 }).map((number) => `m${String(number)}`),
      event,
      role: fc.constantFrom('clerk', 'clerk', 'clerk', 'applicant', 'thief'),
      expectedRevision: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: ['who', 'messageId', 'event', 'role'] },
  )
  .map(({ event: { type, payload }, ...rest }) => ({ ...rest, type, payload }));

describe('many messages at once', () => {
  let office: PermitOffice;
  const projected = projectedNotes();
  beforeAll(async () => {
    office = await PermitOffice.open({ projections: [projected.projection] });
    await office.rows('create table projected (instance_id uuid, seq integer, text text)');
  });
  afterAll(() => office.close());
  beforeEach(() => office.clock.set('2026-01-01T08:00:00.000Z'));

  const begun = async (count: number): Promise<string[]> => {
    const requests = Array.from({ length: count }, () => ({
      definition: 'permit',
      org: office.org,
      instanceId: randomUUID(),
      messageId: 'start',
      input: { site: 'Jalan Titian 1', startsOn: '2026-01-01' },
      actor: { id: 'ani', role: 'applicant' },
      parties: [{ org: office.org, role: 'clerk', person: '7c1f9a3e-58b4-4e6d-8a4f-3f0a5c6d7e8f' }],
    }));
    const outcomes = await office.engine.startMany(requests);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    return outcomes.map(({ instanceId }) => instanceId);
  };
  const messageOf = (ids: string[], { who, role, ...rest }: Given): Message => ({
    ...rest,
    // The last of them is nobody's.
    instanceId: ids[who] ?? NOBODY,
    actor: { id: 'budi', role },
  });

  it('leave the same record and the same answers as one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 30 }), async (all) => {
        office.clock.set('2026-01-01T08:00:00.000Z');
        const [together, apart] = [await begun(6), await begun(6)];
        office.clock.set(NOW);
        const answers = await office.engine.applyMany(all.map((one) => messageOf(together, one)));
        const others: Outcome[] = [];
        for (const one of all) others.push(await office.engine.apply(messageOf(apart, one)));
        expect(answers.map(answerOf)).toEqual(others.map(answerOf));
        await office.engine.fireMany(await dueOf(office, together));
        for (const due of await dueOf(office, apart)) await office.engine.fire(due);
        for (const [index, id] of together.entries()) {
          expect(await recordOf(office, id)).toEqual(await recordOf(office, apart[index] ?? ''));
          expect(await office.engine.rebuild(id)).toMatchObject({ ok: true, differences: [] });
          expect(await office.engine.verifyChain(id)).toMatchObject({ ok: true, faults: [] });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('come through side by side with others that want the same instances, each counted once', async () => {
    const ids = await begun(30);
    const noted = (instanceId: string, messageId: string): Message => ({
      ...{ instanceId, messageId, actor: CLERK },
      type: 'noted',
      payload: { text: messageId },
    });
    const batches = ['a', 'b', 'c'].map((name, turn) => {
      const messages = ids.map((id) => noted(id, name));
      return turn === 1 ? messages.reverse() : messages;
    });
    const outcomes = await Promise.all([
      ...batches.map((batch) => office.engine.applyMany(batch)),
      Promise.all(ids.map((id) => office.engine.apply(noted(id, 'd')))),
    ]);
    expect(outcomes.flat().every(({ ok, replayed }) => ok && !replayed)).toBe(true);
    const revisions = await office.rows<{ revision: number }>(
      'select distinct revision from instance where id = any($1)',
      [ids],
    );
    expect(revisions).toEqual([{ revision: 5 }]);
  });

  it('set apart whom the database itself refuses; the incident is his alone', async () => {
    const ids = await begun(7);
    projected.refuse = ids[3] ?? '';
    const before = projected.calls.length;
    const outcomes = await office.engine.applyMany(
      ids.map((instanceId) => ({
        ...{ instanceId, messageId: 'n', actor: CLERK },
        type: 'noted',
        payload: { text: 'x' },
      })),
    );
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, false, true, true, true]);
    const [incident] = await office.engine.incidents.list({ instanceId: ids[3] ?? '' });
    expect(incident).toMatchObject({ kind: 'message', ref: 'n', cause: 'no paper left' });
    expect(await office.rows('select from projected where instance_id = any($1)', [ids])).toHaveLength(6);
    // 7 together, 4 together with the bad one in them, the bad one's 2, he alone; then the other 2 and 3
    expect(projected.calls.slice(before)).toEqual([7, 4, 2, 2, 1, 1, 3]);
  });

  it('are all or nothing for a process that dies before its commit, and repeat the same answers after it', async () => {
    const ids = await begun(5);
    const messages = ids.map((instanceId): Message => ({
      ...{ instanceId, messageId: 's', actor: CLERK },
      type: 'submitted',
      payload: { on: '2026-01-01' },
    }));
    office.faults.killAt('beforeCommit');
    await expect(office.engine.applyMany(messages)).rejects.toThrow('killed beforeCommit');
    const revisions = async () =>
      office.rows('select from instance where id = any($1) and revision > 1', [ids]);
    expect(await revisions()).toHaveLength(0);
    const outcomes = await office.engine.applyMany(messages);
    expect(await revisions()).toHaveLength(5);
    expect(await office.engine.applyMany(messages)).toEqual(
      outcomes.map((outcome) => ({ ...outcome, replayed: true })),
    );
  });
});

const NOBODY = '018f0000-0000-7000-8000-000000000000';

function projectedNotes() {
  const state = { refuse: '', calls: [] as number[] };
  const write = async (entries: Entry[], tx: Parameters<Projection['project']>[1]) => {
    state.calls.push(entries.length);
    if (entries.some(({ instanceId }) => instanceId === state.refuse)) throw new Error('no paper left');
    for (const { instanceId, seq, data } of entries)
      await tx.query('insert into projected values ($1, $2, $3)', [instanceId, seq, data['text']]);
  };
  const projection: Projection = {
    wants: (_definition, type) => type === 'noted',
    project: (entry, tx) => write([entry], tx),
    projectMany: write,
  };
  return Object.assign(state, { projection });
}

async function dueOf(office: PermitOffice, ids: string[]) {
  const due = await office.engine.due('2026-01-20T00:00:00.000Z', 1_000);
  return due
    .filter(({ instanceId }) => ids.includes(instanceId))
    .sort((one, other) => ids.indexOf(one.instanceId) - ids.indexOf(other.instanceId));
}

/** The answer but for what is drawn anew for every instance. */
function answerOf(outcome: Outcome): unknown {
  const { instanceId: _instance, ...answer } = outcome;
  if (answer.ok) return answer;
  const { incidentId, ...refusal } = answer.refusal;
  return { ...answer, refusal: { ...refusal, isIncident: incidentId !== undefined } };
}

/** Everything that the store has of an instance, but for ids, salts and hashes. */
async function recordOf(office: PermitOffice, id: string): Promise<unknown> {
  const all = (columns: string, from: string, order: string) =>
    office.rows(`select ${columns} from ${from} where instance_id = $1 order by ${order}`, [id]);
  return {
    instance: await office.rows(
      `select snapshot, state, status, revision, next_action, next_owner, next_deadline, next_due, updated_at
       from instance where id = $1`,
      [id],
    ),
    events: await all(
      `seq, type, data, actor_id, actor_role, at, split_part(message_id, ':', 1) as message`,
      'event',
      'seq',
    ),
    inbox: await all(
      `split_part(message_id, ':', 1) as message, outcome - 'instanceId' as outcome, at`,
      'inbox',
      'message_id, at',
    ),
    deadlines: await all(
      'name, due_at, due_on, why, status, fired_at, set_by_seq, closed_by_seq',
      'deadline',
      'set_by_seq, name, closed_by_seq',
    ),
    tasks: await all(
      'kind, key, role, candidate_org, candidates, assignee, due_at, status, opened_at, opened_by_seq, closed_at, closed_by',
      'task',
      'opened_by_seq, key',
    ),
    flags: await all('seq, code, params, at', 'flag', 'seq, code'),
    outbox: await all('seq, ordinal, kind, payload, actor_id, at', 'outbox', 'seq, ordinal'),
    incidents: await all('kind, cause, occurrences, status', 'incident', 'cause'),
    projected: await all('seq, text', 'projected', 'seq'),
  };
}
