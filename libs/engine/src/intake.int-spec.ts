import { randomUUID } from 'node:crypto';
import type { IntakeRequest, Outcome } from '#libs/engine';
import { PermitOffice } from '#libs/testing';

const NOW = '2026-01-25T08:00:00.000Z';

describe('an intake of what has been under way elsewhere', () => {
  let office: PermitOffice;
  beforeEach(async () => {
    office = await PermitOffice.open();
  });
  afterEach(() => office.close());

  const request = (events: IntakeRequest['events'], more: Partial<IntakeRequest> = {}): IntakeRequest => ({
    definition: 'permit',
    org: office.org,
    instanceId: randomUUID(),
    messageId: 'intake',
    input: { site: 'Jalan Titian 1', startsOn: '2026-01-01' },
    actor: { id: 'ani', role: 'applicant' },
    parties: [],
    at: '2026-01-01T08:00:00.000Z',
    events,
    ...more,
  });
  const event = (type: string, at: string, payload: Record<string, unknown> = {}) => ({
    type,
    payload,
    actor: { id: 'budi', role: 'clerk' },
    at: `${at}T12:00:00.000Z`,
  });
  const idOf = (outcome: Outcome) => {
    if (!outcome.ok) throw new Error(`was refused with ${outcome.refusal.code}`);
    return outcome.instanceId;
  };
  const logOf = async (id: string) =>
    ((await office.engine.history(id)) ?? []).map(({ type, at, data, state }) => ({ type, at, data, state }));
  const ledgerOf = async (id: string) =>
    ((await office.engine.view(id))?.deadlines ?? []).map(({ name, due, status, firedAt }) => ({
      ...{ name, due, status, firedAt },
    }));

  const EVENTS = [
    event('noted', '2026-01-03', { text: 'a' }),
    event('submitted', '2026-01-16', { on: '2026-01-16' }),
    event('noted', '2026-01-22', { text: 'b' }),
  ];

  /** The same, one after the other, as the clock goes. */
  async function lived(): Promise<string> {
    const id = await office.begun();
    for (const { type, payload, at } of EVENTS) {
      await office.engine.fireDue(at, { before: async ({ due }) => office.clock.set(due) });
      office.clock.set(at);
      idOf(await office.send(id, type, payload));
    }
    await office.engine.fireDue(NOW, { before: async ({ due }) => office.clock.set(due) });
    office.clock.set(NOW);
    return id;
  }

  it('leaves the same log and the same ledger as a life under the clock, and folds to itself', async () => {
    const one = await lived();
    const other = idOf(await office.engine.intake(request(EVENTS)));
    expect(await logOf(other)).toEqual(await logOf(one));
    expect(await ledgerOf(other)).toEqual(await ledgerOf(one));
    expect(await office.engine.rebuild(other)).toMatchObject({ ok: true, differences: [] });
    expect(await office.engine.verifyChain(other)).toMatchObject({ ok: true });
    expect(await office.engine.due(NOW, 10)).toEqual([]);
  });

  it('counts once, however often it is sent, and never as something else', async () => {
    office.clock.set(NOW);
    const first = request(EVENTS);
    const log = await logOf(idOf(await office.engine.intake(first)));
    expect(await office.engine.intake(first)).toMatchObject({ ok: true, replayed: true });
    expect(await office.engine.intake({ ...first, events: EVENTS.slice(1) })).toMatchObject({
      ok: false,
      refusal: { code: 'message.id_reused' },
    });
    expect(await logOf(first.instanceId ?? '')).toEqual(log);
  });

  it('is refused whole for one event, says which, and foreseen leaves nothing behind either', async () => {
    office.clock.set(NOW);
    const wrong = request([...EVENTS, event('approved', '2026-01-23', { on: '2026-02-09' })]);
    for (const outcome of [await office.engine.foreseeIntake(wrong), await office.engine.intake(wrong)])
      expect(outcome).toMatchObject({ ok: false, refusal: { errors: [{ path: 'events[3]' }] } });
    expect((await office.engine.foreseeIntake(request(EVENTS))).ok).toBe(true);
    expect(await office.rows('select 1 from instance')).toEqual([]);
  });
});
