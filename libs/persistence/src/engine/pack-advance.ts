import type { DeadlineWrite } from '#libs/engine';
import { dueIn, type Plain } from './plain.js';
import { jsonArray, plainArray, textArray } from './sql-array.js';

type Column<T> = (rows: readonly T[]) => string;

/** The parameters of `engine_advance_v2`, but for the last: when effects are ready. */
export function packAdvance(plain: Plain): unknown[] {
  const { unit, entry, flags } = plain;
  const { instance, expected, was, inbox, deadlines, outbox, at } = unit;
  const { next, tally } = instance;
  return [
    ...[instance.orgId, instance.id, expected, JSON.stringify(instance.snapshot), textArray(instance.state)],
    ...[instance.status, bytes(entry.hash), next.action, next.owner, next.deadline, next.due, at],
    ...[tally?.state, tally?.late, was?.state, was?.late],
    ...[inbox.messageId, bytes(inbox.salt), bytes(inbox.digest), JSON.stringify(inbox.outcome)],
    ...[
      entry.type,
      JSON.stringify(entry.data),
      bytes(entry.salt),
      bytes(entry.digest),
      bytes(entry.prevHash),
    ],
    ...[entry.actor.id, entry.actor.role, entry.definitionVersion],
    ...columns(deadlines, DEADLINE),
    ...columns(
      deadlines.filter((write) => 'due' in write),
      HELD,
    ),
    ...closingOf(plain),
    ...openingsOf(plain),
    rows(flags, ({ id, code, params }) => ({ id, code, params })),
    rows(outbox, ({ id, ordinal, kind, payload }) => ({ id, ordinal, kind, payload })),
  ];
}

const DEADLINE: readonly Column<DeadlineWrite>[] = [
  (writes) => plainArray(writes.map(({ op }) => op)),
  (writes) => textArray(writes.map(({ name }) => name)),
  (writes) => plainArray(writes.map((write) => ('due' in write ? write.token : null))),
  (writes) => plainArray(writes.map((write) => ('due' in write ? write.due : null))),
  (writes) => plainArray(writes.map((write) => ('due' in write ? write.on : null))),
  (writes) => jsonArray(writes.map((write) => ('due' in write ? write.why : null))),
];

/** What was armed or moved holds afterwards. */
const HELD: readonly Column<DeadlineWrite & { due: string }>[] = [
  (held) => textArray(held.map(({ name }) => name)),
  (held) => plainArray(held.map(({ due }) => due)),
];

function closingOf({ closing }: Plain): unknown[] {
  return closing ? [closing.any, textArray(closing.kinds), textArray(closing.keys)] : [null, null, null];
}

function openingsOf({ openings, unit }: Plain): unknown[] {
  const tasks = openings.map(({ task }) => task);
  return columns(tasks, [
    () => plainArray(openings.map(({ id }) => id)),
    () => textArray(tasks.map(({ kind }) => kind)),
    () => textArray(tasks.map(({ key }) => key)),
    () => textArray(tasks.map(({ role }) => role)),
    () => textArray(tasks.map(({ candidate }) => candidate)),
    () => plainArray(tasks.map(({ priority }) => priority)),
    () => textArray(tasks.map(({ dueDeadline }) => dueDeadline)),
    () => plainArray(tasks.map(({ dueDeadline }) => dueIn(unit, dueDeadline))),
    () => jsonArray(tasks.map(({ events }) => events)),
    () => jsonArray(tasks.map(({ subject }) => subject)),
  ]);
}

/** Null where there are no rows: an array that is not sent need not be read. */
function columns<T>(all: readonly T[], of: readonly Column<T>[]): (string | null)[] {
  return of.map((column) => (all.length === 0 ? null : column(all)));
}

function rows<T>(all: readonly T[], row: (one: T) => object): string | null {
  return all.length === 0 ? null : JSON.stringify(all.map(row));
}

function bytes(hex: string | null): string | null {
  return hex === null ? null : `\\x${hex}`;
}
