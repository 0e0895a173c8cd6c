import { begin, fire, lint, step, type AnyDefinition, type StepResult } from '#libs/statechart';
import { certificateV1 } from './certificate.definition.js';
import { certificateInput } from './certificate.events.js';

const policy = () => ({ journey: { certificateExpiringSoon: 'P6M' } }) as never;
const definition = certificateV1({ policy }) as AnyDefinition;

const INPUT = {
  serial: 'LP01-2027-000123',
  kind: 'competency' as const,
  zone: 'Asia/Jakarta' as const,
  validUntil: '2030-02-28' as string | null,
  versions: { policy: '2026.1' },
};

const start = (more: Partial<typeof INPUT> = {}) =>
  begin(definition, certificateInput.parse({ ...INPUT, ...more }), '2027-03-03T05:00:00.000Z');

const armed = ({ stored }: StepResult) =>
  Object.entries(stored.deadlines).flatMap(([name, row]) =>
    row.status === 'armed' ? [[name, row.due]] : [],
  );

function pass(result: StepResult, name: string): StepResult {
  const outcome = fire(definition, result.stored, name, result.stored.deadlines[name]!.due);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.result;
}

const send = (result: StepResult, type: string, payload: Record<string, unknown>) =>
  step(
    definition,
    result.stored,
    { type, payload, actor: { id: 'a', role: 'institute' } },
    '2027-04-01T05:00:00.000Z',
  );

describe('a certificate', () => {
  it('passes the lint', () => {
    expect(lint(definition)).toEqual([]);
  });

  it('reminds holder and agency six months before it ends, and ends after its last day', () => {
    const valid = start();
    expect(valid.state).toEqual(['valid']);
    expect(armed(valid)).toEqual([['expiringSoon', '2029-08-27T17:00:00.000Z']]);
    expect(valid.next).toMatchObject({ action: 'awaitExpiry', deadline: 'expiringSoon' });
    const soon = pass(valid, 'expiringSoon');
    expect(soon.state).toEqual(['expiringSoon']);
    expect(soon.effects.map(({ params }) => params['to'])).toEqual(['participant', 'agency']);
    expect(armed(soon)).toEqual([['expires', '2030-02-28T17:00:00.000Z']]);
    const expired = pass(soon, 'expires');
    expect(expired).toMatchObject({
      state: ['expired'],
      status: 'final',
      next: { action: 'none', due: null },
    });
  });

  it('without a last day stays valid, and nobody has to act', () => {
    const forever = start({ validUntil: null });
    expect(armed(forever)).toEqual([]);
    expect(forever.next).toMatchObject({ owner: 'none', due: null });
  });

  it.each([
    ['revoked', { reason: 'palsu' }],
    ['reissued', { by: 'LP01-2027-000124' }],
  ])('that is %s is final', (type, payload) => {
    const outcome = send(start(), type, payload);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.result).toMatchObject({ state: [type], status: 'final', allowedEvents: [] });
    expect(armed(outcome.result)).toEqual([]);
    expect(send(outcome.result, 'revoked', { reason: 'lagi' })).toMatchObject({ ok: false });
  });
});
