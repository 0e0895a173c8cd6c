import { checkChain } from '../chain.js';
import type { LogEntry } from '../engine-store.port.js';
import { faultsOf, type Fault } from './fault.js';
import type { InstanceRecord } from './record.port.js';

/** Whether a fault of the log leaves nothing to fold: what hangs on the log can't be judged then. */
export function isBroken(faults: Fault[]): boolean {
  return faults.some(({ kind }) => kind.startsWith('log.') && kind !== 'log.time');
}

/** Sequence, links, hashes, digests and redactions of a log, its end, its time, and that every entry has its message. */
export function checkLog({ instance, entries, messages }: InstanceRecord): Fault[] {
  const fault = faultsOf(instance.id);
  if (entries.length === 0) return [fault('log.missing', 'log', { expected: instance.revision, found: 0 })];
  const broken = checkChain(instance, entries)
    .faults.filter(({ seq, fault: kind }) => kind !== 'gap' || !follows(entries, seq))
    .map(({ seq, fault: kind }) =>
      fault(`log.${kind}`, `#${String(seq)}`, sidesOf(kind, seq, entries, instance.revision)),
    );
  return [...broken, ...backwards(entries, fault), ...messageFaults(entries, messages, fault)];
}

type Make = ReturnType<typeof faultsOf>;

function sidesOf(kind: string, seq: number, entries: LogEntry[], revision: number) {
  if (kind === 'revision') return { expected: entries.at(-1)?.seq, found: revision };
  if (kind !== 'gap') return { found: entries.find((entry) => entry.seq === seq)?.type };
  return { expected: `#${String((beforeOf(entries, seq)?.seq ?? 0) + 1)}`, found: `#${String(seq)}` };
}

/** Behind a hole every entry is out of its place; only the hole is the fault. */
function follows(entries: LogEntry[], seq: number): boolean {
  return beforeOf(entries, seq)?.seq === seq - 1;
}

function beforeOf(entries: LogEntry[], seq: number): LogEntry | undefined {
  return entries[entries.findIndex((entry) => entry.seq === seq) - 1];
}

function backwards(entries: LogEntry[], fault: Make): Fault[] {
  return entries.flatMap(({ seq, at }, index) => {
    const before = entries[index - 1]?.at;
    return before !== undefined && at < before
      ? [fault('log.time', `#${String(seq)}`, { expected: before, found: at })]
      : [];
  });
}

/** The entries of a message stand together, and its answer names the first of them. */
function messageFaults(entries: LogEntry[], messages: InstanceRecord['messages'], fault: Make): Fault[] {
  const answered = new Map(messages.map(({ messageId, seq }) => [messageId, seq]));
  const first = new Map<string, number>();
  return entries.flatMap(({ seq, messageId }, index) => {
    const subject = `#${String(seq)}`;
    if (entries[index - 1]?.messageId === messageId) return [];
    const earlier = first.get(messageId);
    if (earlier !== undefined) return [fault('message.twice', subject, { expected: earlier, found: seq })];
    first.set(messageId, seq);
    if (!answered.has(messageId)) return [fault('message.lost', subject, { expected: messageId })];
    const own = answered.get(messageId) ?? seq;
    return own === seq
      ? []
      : [fault('message.lost', subject, { expected: messageId, found: `#${String(own)}` })];
  });
}
