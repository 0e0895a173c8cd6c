import type { DeadlineWrite, InlineRow, Unit } from '#libs/engine';

type Opening = InlineRow & { op: 'openTask' };
type Closing = InlineRow & { op: 'closeTasks' };
type Flag = InlineRow & { op: 'flag' };

/** A unit that `engine_advance_v2` can write. */
export interface Plain {
  unit: Unit;
  openings: Opening[];
  closings: Closing[];
  flags: Flag[];
}

/** The unit as a single entry that closes tasks before it opens any; null for any other. */
export function plainOf(unit: Unit): Plain | null {
  if (unit.op !== 'advance' || unit.entries.length !== 1 || unit.redact !== null) return null;
  const plain: Plain = { unit, openings: [], closings: [], flags: [] };
  for (const write of unit.inline) {
    if (write.op === 'openTask') plain.openings.push(write);
    else if (write.op === 'flag') plain.flags.push(write);
    else if (plain.openings.length > 0) return null;
    else plain.closings.push(write);
  }
  return unit.instance.status === 'final' && plain.openings.length > 0 ? null : plain;
}

/** The parameters of `engine_advance_v2`, but for the last: when effects are ready. */
export function packAdvance({ unit, openings, closings, flags }: Plain): unknown[] {
  const { instance, expected, was, inbox, entries, deadlines, outbox, at } = unit;
  const [entry] = entries;
  if (!entry) throw new Error('a step without an entry');
  const { next, tally } = instance;
  return [
    ...[
      instance.orgId,
      instance.id,
      expected,
      JSON.stringify(instance.snapshot),
      instance.state,
      instance.status,
    ],
    ...[bytes(entry.hash), next.action, next.owner, next.deadline, next.due, at],
    ...[tally?.state, tally?.late, was?.state, was?.late],
    ...[inbox.messageId, bytes(inbox.salt), bytes(inbox.digest), JSON.stringify(inbox.outcome)],
    ...[entry.type, json(entry.data), bytes(entry.salt), bytes(entry.digest), bytes(entry.prevHash)],
    ...[entry.actor.id, entry.actor.role, entry.definitionVersion],
    ...deadlineColumns(deadlines),
    ...heldColumns(deadlines),
    ...closingColumns(closings),
    ...openingColumns(openings, unit),
    rows(flags, ({ id, code, params }) => ({ id, code, params })),
    rows(outbox, ({ id, ordinal, kind, payload }) => ({ id, ordinal, kind, payload })),
  ];
}

function deadlineColumns(writes: readonly DeadlineWrite[]): unknown[] {
  return columns(writes, [
    ({ op }) => op,
    ({ name }) => name,
    (write) => ('due' in write ? write.token : null),
    (write) => ('due' in write ? write.due : null),
    (write) => ('due' in write ? write.on : null),
    (write) => ('due' in write ? json(write.why) : null),
  ]);
}

/** What was armed or moved last holds: a step arms after it cancels. */
function heldColumns(writes: readonly DeadlineWrite[]): unknown[] {
  const held = writes.filter((write) => 'due' in write);
  return columns(held, [({ name }) => name, ({ due }) => due]);
}

function closingColumns(closings: readonly Closing[]): unknown[] {
  if (closings.length === 0) return [null, null, null];
  const any = closings.some(({ kinds, keys }) => kinds === null && keys === null);
  return [any, closings.flatMap(({ kinds }) => kinds ?? []), closings.flatMap(({ keys }) => keys ?? [])];
}

function openingColumns(openings: readonly Opening[], { instance }: Unit): unknown[] {
  return columns(openings, [
    ({ id }) => id,
    ({ task }) => task.kind,
    ({ task }) => task.key,
    ({ task }) => task.role,
    ({ task }) => task.candidate,
    ({ task }) => task.priority,
    ({ task }) => task.dueDeadline,
    ({ task }) => dueOf(instance.snapshot.deadlines, task.dueDeadline),
    ({ task }) => json(task.events),
    ({ task }) => json(task.subject),
  ]);
}

function dueOf(ledger: Unit['instance']['snapshot']['deadlines'], name: string | null): string | null {
  const deadline = name === null ? undefined : ledger[name];
  return deadline?.status === 'armed' ? deadline.due : null;
}

/** Null where there are no rows: an array that is not sent need not be read. */
function columns<T>(rows: readonly T[], of: readonly ((row: T) => unknown)[]): unknown[] {
  return of.map((column) => (rows.length === 0 ? null : rows.map(column)));
}

function rows<T>(all: readonly T[], row: (one: T) => object): string | null {
  return all.length === 0 ? null : JSON.stringify(all.map(row));
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function bytes(hex: string | null): string | null {
  return hex === null ? null : `\\x${hex}`;
}
