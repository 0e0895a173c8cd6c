import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { PermitOffice, permit } from '#libs/testing';

type Move =
  | { do: 'send'; type: string; payload: Record<string, unknown>; twice: boolean }
  | { do: 'wait'; days: number }
  | { do: 'redact'; seq: number };

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-01-${String(number).padStart(2, '0')}`);
const payloads: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
  noted: fc.record({ text: fc.string({ unit: 'grapheme' }) }),
  submitted: fc.record({ on: day }),
  returned: fc.constant({ reason: 'x' }),
  approved: fc.record({ on: day }),
  cancelled: fc.constant({ reason: 'x' }),
  broke: fc.record({ how: fc.constantFrom('assign', 'guard') }),
  suspended: fc.constant({ reason: 'x' }),
  resumed: fc.constant({ reason: 'x' }),
  rescheduled: fc.record({
    deadline: fc.constantFrom('draftDue', 'reviewDue'),
    due: day.map((date) => `${date}T00:00:00.000Z`),
    reason: fc.constant('x'),
  }),
};
const send = fc.oneof(
  ...Object.entries(payloads).map(([type, payload]) => ({
    weight: type === 'cancelled' ? 1 : 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      type: fc.constant(type),
      payload,
      twice: fc.boolean(),
    }),
  })),
);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: send },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 0, max: 20 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('redact' as const), seq: fc.integer({ min: 1, max: 8 }) }),
  },
);

describe('any life of an instance', () => {
  let office: PermitOffice;
  beforeAll(async () => {
    office = await PermitOffice.open();
  });
  afterAll(() => office.close());

  const play = async (id: string, moves: Move[]): Promise<void> => {
    for (const [index, one] of moves.entries()) {
      const messageId = `${id}:${index}`;
      if (one.do === 'wait') {
        const to = new Date(Date.parse(office.clock.now()) + one.days * 86_400_000).toISOString();
        await office.engine.fireDue(to);
        office.clock.set(to);
      } else if (one.do === 'redact') {
        const actor = { id: 'budi', role: 'clerk' };
        await office.engine.redact({ instanceId: id, messageId, seq: one.seq, reason: 'x', actor });
      } else {
        const first = await office.send(id, one.type, one.payload, { messageId });
        const second = one.twice ? await office.send(id, one.type, one.payload, { messageId }) : first;
        const recorded =
          first.ok || (first.refusal.code !== 'journey.incident' && first.refusal.kind !== 'forbidden');
        if (one.twice && recorded) expect(second).toEqual({ ...first, replayed: true });
      }
    }
  };

  it('folds to its snapshot, has an unbroken chain, and armed rows that belong to active states and equal their reckoned due', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 14 }), async (moves) => {
        office.clock.set('2026-01-01T08:00:00.000Z');
        const id = await office.begun({ instanceId: randomUUID() });
        await play(id, moves);
        expect(await office.engine.rebuild(id)).toMatchObject({ ok: true, differences: [] });
        expect(await office.engine.verifyChain(id)).toMatchObject({ ok: true, faults: [] });
        const view = await office.engine.view(id);
        const armed = view?.deadlines.filter(({ status }) => status === 'armed') ?? [];
        for (const { name, due, why, on } of armed) {
          const reckoned = permit.dues[name]?.(view?.instance.snapshot.machine.context as never);
          expect(reckoned).toEqual({ at: due, on, why });
        }
        if (view?.instance.status === 'final') expect(armed).toEqual([]);
        if (view?.instance.status === 'live') expect(view.instance.next.due).not.toBeNull();
        const open = await office.rows(
          `select from task where instance_id = $1 and status in ('open', 'claimed')`,
          [id],
        );
        expect(open.length).toBe(['drafting', 'reviewing'].includes(view?.instance.state[0] ?? '') ? 1 : 0);
      }),
      { numRuns: 60 },
    );
  });

  it('comes out the same from writers at once, whatever order the store made of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(send, { minLength: 2, maxLength: 8 }), async (sends) => {
        office.clock.set('2026-01-01T08:00:00.000Z');
        const id = await office.begun({ instanceId: randomUUID() });
        const outcomes = await Promise.all(sends.map(({ type, payload }) => office.send(id, type, payload)));
        const counted = outcomes.filter(({ ok }) => ok).length;
        const history = (await office.engine.history(id)) ?? [];
        expect(history.filter(({ type }) => type !== 'deadlineFired')).toHaveLength(counted + 1);
        expect(await office.engine.rebuild(id)).toMatchObject({ ok: true, differences: [] });
        expect(await office.engine.verifyChain(id)).toMatchObject({ ok: true, faults: [] });
      }),
      { numRuns: 25 },
    );
  });
});
