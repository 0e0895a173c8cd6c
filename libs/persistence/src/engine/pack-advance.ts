import type { DeadlineWrite, InlineRow, Unit } from '#libs/engine';

type Opening = InlineRow & { op: 'openTask' };
type Closing = InlineRow & { op: 'closeTasks' } & { before: number };
type Flag = InlineRow & { op: 'flag' };

/** The parameters of `engine_advance_v1` for a step of one instance, but for the last: when effects are ready. */
export function packAdvance(unit: Unit): unknown[] {
  const { instance, expected, was, inbox, entries, deadlines, inline, outbox, at } = unit;
  const { next, tally } = instance;
  const { openings, closings, flags } = sorted(inline);
  return [
    ...[instance.orgId, instance.id, expected, JSON.stringify(instance.snapshot), instance.state],
    ...[instance.status, instance.revision, bytes(instance.head), next.action, next.owner, next.deadline],
    ...[next.due, at, tally?.state, tally?.late, was?.state, was?.late],
    ...[inbox.messageId, bytes(inbox.salt), bytes(inbox.digest), JSON.stringify(inbox.outcome)],
    entries.map(({ type }) => type),
    entries.map(({ data }) => json(data)),
    entries.map(({ salt }) => bytes(salt)),
    entries.map(({ digest }) => bytes(digest)),
    entries.map(({ prevHash }) => bytes(prevHash)),
    entries.map(({ hash }) => bytes(hash)),
    entries.map(({ actor }) => actor.id),
    entries.map(({ actor }) => actor.role),
    entries.map((entry) => entry.at),
    entries.map(({ messageId }) => messageId),
    entries.map(({ definitionVersion }) => definitionVersion),
    ...deadlineColumns(deadlines),
    ...closingColumns(closings),
    ...openingColumns(openings),
    ...columns(flags, [({ id }) => id, ({ seq }) => seq, ({ code }) => code, ({ params }) => json(params)]),
    ...columns(outbox, [
      ({ id }) => id,
      ({ seq }) => seq,
      ({ ordinal }) => ordinal,
      ({ kind }) => kind,
      ({ payload }) => json(payload),
    ]),
  ];
}

function sorted(inline: readonly InlineRow[]) {
  const openings: Opening[] = [];
  const closings: Closing[] = [];
  const flags: Flag[] = [];
  for (const write of inline) {
    if (write.op === 'openTask') openings.push(write);
    else if (write.op === 'closeTasks') closings.push({ ...write, before: openings.length });
    else flags.push(write);
  }
  return { openings, closings, flags };
}

function deadlineColumns(writes: readonly DeadlineWrite[]): unknown[] {
  return columns(writes, [
    ({ op }) => op,
    ({ name }) => name,
    ({ seq }) => seq,
    (write) => ('due' in write ? write.token : null),
    (write) => ('due' in write ? write.due : null),
    (write) => ('due' in write ? write.on : null),
    (write) => ('due' in write ? json(write.why) : null),
  ]);
}

function closingColumns(closings: readonly Closing[]): unknown[] {
  return columns(closings, [
    ({ before }) => before,
    ({ kinds }) => json(kinds),
    ({ keys }) => json(keys),
    ({ cause }) => cause,
    ({ actor }) => actor,
    ({ seq }) => seq,
  ]);
}

function openingColumns(openings: readonly Opening[]): unknown[] {
  return columns(openings, [
    ({ id }) => id,
    ({ task }) => task.kind,
    ({ task }) => task.key,
    ({ task }) => task.role,
    ({ task }) => task.candidate,
    ({ task }) => task.priority,
    ({ task }) => task.dueDeadline,
    ({ task }) => json(task.events),
    ({ task }) => json(task.subject),
    ({ seq }) => seq,
  ]);
}

/** Null where there are no rows: an array that is not sent need not be read. */
function columns<T>(rows: readonly T[], of: readonly ((row: T) => unknown)[]): unknown[] {
  return of.map((column) => (rows.length === 0 ? null : rows.map(column)));
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function bytes(hex: string | null): string | null {
  return hex === null ? null : `\\x${hex}`;
}
