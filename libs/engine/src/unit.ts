import type { AnyDefinition, DeadlineChange, StepResult } from '#libs/statechart';
import type { Instant } from '#libs/calendar';
import { digestOf, linked, newSalt } from './chain.js';
import { newId } from './identity.js';
import type { Applied, Outcome, Party } from './message.js';
import type {
  DeadlineWrite,
  InboxEntry,
  InlineRow,
  NewEntry,
  OutboxWrite,
  Standing,
  Unit,
} from './engine-store.port.js';
import type { Entry, InlineEffects } from './ports.js';
import type { Step } from './settle.js';

/** The message as the unit sees it: its id, and what its digest covers. */
export interface Envelope {
  messageId: string;
  content: unknown;
}

export interface UnitParts {
  op: Unit['op'];
  definition: AnyDefinition;
  /** As read; for a start, an instance at revision 0. */
  before: Standing;
  steps: Step[];
  envelope: Envelope;
  inline: InlineEffects;
  parties: Party[];
}

export interface BuiltUnit {
  unit: Unit;
  applied: Applied;
  /** The same entries as projections see them. */
  seen: Entry[];
}

/** Everything that the steps of one message write, as data. */
export function buildUnit(parts: UnitParts): BuiltUnit {
  const { before, steps, envelope } = parts;
  const last = steps.at(-1)?.result;
  if (!last) throw new Error('a unit without a step');
  const entries = entriesOf(parts);
  const instance = afterwards(before, last, entries);
  const applied = appliedOf(before, last, steps);
  const unit: Unit = {
    op: parts.op,
    instance,
    expected: before.revision,
    was: parts.op === 'start' ? null : before.tally,
    parties: parts.parties,
    inbox: inboxEntry(envelope, applied),
    entries,
    deadlines: each(steps, before.revision, ({ result }, seq) =>
      result.deadlines.map((change) => deadlineWrite(change, seq)),
    ),
    inline: each(steps, before.revision, (step, seq) => inlineRows(parts.inline, step, seq)),
    outbox: each(steps, before.revision, ({ result }, seq) => outboxWrites(parts.inline, result, seq)),
    redact: null,
    at: instance.updatedAt,
  };
  return {
    unit,
    applied,
    seen: steps.map((step, index) => seenBy(instance, step, before.revision + 1 + index)),
  };
}

export function inboxEntry({ messageId, content }: Envelope, outcome: Outcome): InboxEntry {
  const salt = newSalt();
  return { messageId, salt, digest: digestOf(salt, content), outcome };
}

/** When the step happened: never before the step that it follows. */
export function instantOf(result: StepResult): Instant {
  return result.stored.machine.context.now;
}

function each<T>(steps: Step[], revision: number, map: (step: Step, seq: number) => T[]): T[] {
  return steps.flatMap((step, index) => map(step, revision + 1 + index));
}

function entriesOf({ before, steps, envelope, definition }: UnitParts): NewEntry[] {
  const entries: NewEntry[] = [];
  for (const { type, data, actor, result } of steps) {
    const seq = before.revision + 1 + entries.length;
    const unlinked = {
      seq,
      type,
      data,
      actor,
      at: instantOf(result),
      messageId: envelope.messageId,
      definitionVersion: definition.version,
    };
    entries.push(linked(unlinked, before.id, entries.at(-1)?.hash ?? before.head));
  }
  return entries;
}

function afterwards(before: Standing, last: StepResult, entries: NewEntry[]): Unit['instance'] {
  return {
    ...before,
    snapshot: last.stored,
    state: last.state,
    status: last.status,
    revision: before.revision + entries.length,
    head: entries.at(-1)?.hash ?? before.head,
    next: last.next,
    tally: last.tally,
    updatedAt: instantOf(last),
  };
}

function appliedOf(before: Standing, last: StepResult, steps: Step[]): Applied {
  return {
    ok: true,
    instanceId: before.id,
    seq: before.revision + 1,
    revision: before.revision + steps.length,
    state: last.state,
    status: last.status,
    allowedEvents: last.allowedEvents,
    fired: steps
      .filter(({ result }) => result.deadlines[0]?.op === 'fire')
      .map(({ data }) => String(data['name'])),
    replayed: false,
  };
}

function deadlineWrite(change: DeadlineChange, seq: number): DeadlineWrite {
  return 'due' in change ? { ...change, seq, token: newId() } : { ...change, seq };
}

function inlineRows(inline: InlineEffects, { type: cause, actor, result }: Step, seq: number): InlineRow[] {
  const writes = result.effects.flatMap(({ type, params }) => inline[type]?.(params) ?? []);
  return writes.map((write) => ({ ...write, id: newId(), seq, cause, actor: actor.id }));
}

function outboxWrites(inline: InlineEffects, { effects }: StepResult, seq: number): OutboxWrite[] {
  return effects.flatMap(({ type, params }, ordinal) =>
    inline[type] ? [] : [{ id: newId(), seq, ordinal, kind: type, payload: params }],
  );
}

function seenBy(instance: Standing, { type, data, actor, result }: Step, seq: number): Entry {
  const { orgId, id, definition, personId, cohortId, links } = instance;
  return {
    orgId,
    instanceId: id,
    definition,
    personId,
    cohortId,
    links,
    seq,
    type,
    data,
    actor,
    at: instantOf(result),
    state: result.state,
    status: result.status,
    context: result.stored.machine.context as unknown as Record<string, unknown>,
    effects: result.effects,
  };
}
