import { canonicalJson } from '../canonical-json.js';
import type { InlineEffects } from '../ports.js';
import { faultsOf, type Fault } from './fault.js';
import type { Replayed } from './replayed.js';

interface Asked {
  seq: number;
  subject: string;
  content: unknown;
}

/** The outbox and the flags against what the log asked for: each once, with the same content. */
export function checkEffects(replayed: Replayed, inline: InlineEffects): Fault[] {
  return [...outboxFaults(replayed, inline), ...flagFaults(replayed, inline)];
}

function outboxFaults(
  { record: { instance, outbox }, folded, silent }: Replayed,
  inline: InlineEffects,
): Fault[] {
  const fault = faultsOf(instance.id);
  const expected = new Map<string, Asked>();
  for (const { entry, asked } of folded) {
    for (const [ordinal, { type, params }] of (asked?.effects ?? []).entries()) {
      if (inline[type]) continue;
      const content = { kind: type, payload: params };
      const subject = `${type} #${String(entry.seq)}.${String(ordinal)}`;
      expected.set(`${String(entry.seq)}.${String(ordinal)}`, { seq: entry.seq, subject, content });
    }
  }
  const faults: Fault[] = [];
  for (const { id, seq, ordinal, kind, payload, status } of outbox) {
    // A record that says that something was to be done and never will be is not whole, even if an incident is open.
    if (status === 'dead')
      faults.push(fault('effect.givenUp', `${kind} #${String(seq)}.${String(ordinal)}`, { found: id }));
    const place = `${String(seq)}.${String(ordinal)}`;
    const own = expected.get(place);
    expected.delete(place);
    const found = { kind, payload };
    if (own && !same(own.content, found))
      faults.push(fault('effect.differs', own.subject, { expected: own.content, found }));
    // An effect of an entry whose data is gone can't be judged.
    if (!own && !silent.has(seq))
      faults.push(fault('effect.unknown', `${kind} #${place}`, { found: payload }));
  }
  const lost = [...expected.values()];
  return [
    ...faults,
    ...lost.map(({ subject, content }) => fault('effect.lost', subject, { expected: content })),
  ];
}

function flagFaults(
  { record: { instance, flags }, folded, silent }: Replayed,
  inline: InlineEffects,
): Fault[] {
  const fault = faultsOf(instance.id);
  const left = flags.filter(({ seq }) => !silent.has(seq));
  const lost = flagsOf(folded, inline).filter((asked) => {
    const at = left.findIndex(
      ({ seq, code, params }) => seq === asked.seq && same(asked.content, { code, params }),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...lost.map(({ subject, content }) => fault('effect.lost', subject, { expected: content })),
    ...left.map(({ seq, code, params }) =>
      fault('effect.unknown', `flag ${code} #${String(seq)}`, { found: params }),
    ),
  ];
}

function flagsOf(folded: Replayed['folded'], inline: InlineEffects): Asked[] {
  return folded.flatMap(({ entry, asked }) =>
    (asked?.effects ?? [])
      .flatMap(({ type, params }) => inline[type]?.(params) ?? [])
      .flatMap((write) => {
        if (write.op !== 'flag') return [];
        const { code, params } = write;
        return [{ seq: entry.seq, subject: `flag ${code} #${String(entry.seq)}`, content: { code, params } }];
      }),
  );
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
