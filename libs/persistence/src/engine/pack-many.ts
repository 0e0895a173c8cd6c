import type { DeadlineWrite, InlineRow, OutboxWrite, Unit } from '#libs/engine';
import { dueIn, type Plain } from './plain.js';
import { jsonArray, plainArray, textArray } from './sql-array.js';

/** A row of another table, and the place of its unit, beginning with 1. */
interface Placed<T> {
  place: number;
  unit: Unit;
  row: T;
}

type Column<T> = (rows: Placed<T>[]) => string;

/** The parameters of `engine_advance_many_v1`, but for the last: when effects are ready. */
export function packMany(plains: readonly Plain[]): unknown[] {
  const units = plains.map(({ unit }) => unit);
  const instances = units.map(({ instance }) => instance);
  const entries = plains.map(({ entry }) => entry);
  return [
    plainArray(instances.map(({ orgId }) => orgId)),
    plainArray(instances.map(({ id }) => id)),
    plainArray(units.map(({ expected }) => expected)),
    jsonArray(instances.map(({ snapshot }) => snapshot)),
    textArray(instances.map(({ state }) => state.join(PART))),
    plainArray(instances.map(({ status }) => status)),
    textArray(instances.map(({ next }) => next.action)),
    textArray(instances.map(({ next }) => next.owner)),
    textArray(instances.map(({ next }) => next.deadline)),
    plainArray(instances.map(({ next }) => next.due)),
    plainArray(units.map(({ at }) => at)),
    textArray(instances.map(({ tally }) => tally?.state)),
    plainArray(instances.map(({ tally }) => tally?.late)),
    textArray(units.map(({ was }) => was?.state)),
    plainArray(units.map(({ was }) => was?.late)),
    `\\x${plains.map(sealsOf).join('')}`,
    textArray(units.map(({ inbox }) => inbox.messageId)),
    jsonArray(units.map(({ inbox }) => inbox.outcome)),
    textArray(entries.map(({ type }) => type)),
    jsonArray(entries.map(({ data }) => data)),
    textArray(entries.map(({ actor }) => actor.id)),
    textArray(entries.map(({ actor }) => actor.role)),
    plainArray(entries.map(({ definitionVersion }) => definitionVersion)),
    ...columns(
      placed(plains, ({ changes }) => changes),
      CHANGE,
    ),
    ...columns(
      placed(plains, ({ arms }) => arms),
      ARM,
    ),
    ...columns(placed(plains, closingOf), CLOSING),
    ...columns(
      placed(plains, ({ openings }) => openings),
      OPENING,
    ),
    ...columns(
      placed(plains, ({ flags }) => flags),
      FLAG,
    ),
    ...columns(
      placed(plains, ({ unit }) => unit.outbox),
      EFFECT,
    ),
  ];
}

/** Between the parts of a list within a list; no name has it. */
const PART = '\u001f';

function sealsOf({ unit: { inbox }, entry }: Plain): string {
  return `${inbox.salt}${inbox.digest}${entry.salt}${entry.digest}${entry.prevHash}${entry.hash}`;
}

function placed<T>(plains: readonly Plain[], rowsOf: (plain: Plain) => readonly T[]): Placed<T>[] {
  return plains.flatMap((plain, index) => {
    const rows = rowsOf(plain);
    return rows.map((row) => ({ place: index + 1, unit: plain.unit, row }));
  });
}

/** Null where there are no rows: the function then leaves the statement out. */
function columns<T>(rows: Placed<T>[], of: readonly Column<T>[]): (string | null)[] {
  return of.map((column) => (rows.length === 0 ? null : column(rows)));
}

const place = (rows: Placed<unknown>[]): string => plainArray(rows.map((one) => one.place));
const actor = (rows: Placed<unknown>[]): string =>
  textArray(rows.map(({ unit }) => unit.entries[0]?.actor.id));
const role = (rows: Placed<unknown>[]): string =>
  textArray(rows.map(({ unit }) => unit.entries[0]?.actor.role));

const CHANGE: readonly Column<DeadlineWrite>[] = [
  place,
  (rows) => plainArray(rows.map(({ row }) => row.op)),
  (rows) => textArray(rows.map(({ row }) => row.name)),
  (rows) => plainArray(rows.map(({ row }) => ('due' in row ? row.due : null))),
  (rows) => plainArray(rows.map(({ row }) => ('due' in row ? row.on : null))),
  (rows) => jsonArray(rows.map(({ row }) => ('due' in row ? row.why : null))),
];

const ARM: readonly Column<Plain['arms'][number]>[] = [
  place,
  (rows) => plainArray(rows.map(({ row }) => row.token)),
  (rows) => textArray(rows.map(({ row }) => row.name)),
  (rows) => plainArray(rows.map(({ row }) => row.due)),
  (rows) => plainArray(rows.map(({ row }) => row.on)),
  (rows) => jsonArray(rows.map(({ row }) => row.why)),
];

function closingOf({ closing }: Plain): NonNullable<Plain['closing']>[] {
  return closing ? [closing] : [];
}

const CLOSING: readonly Column<NonNullable<Plain['closing']>>[] = [
  place,
  (rows) => plainArray(rows.map(({ row }) => row.any)),
  (rows) => textArray(rows.map(({ row }) => row.kinds.join(PART))),
  (rows) => textArray(rows.map(({ row }) => row.keys.join(PART))),
  (rows) => textArray(rows.map(({ unit }) => unit.entries[0]?.type)),
  actor,
];

const OPENING: readonly Column<InlineRow & { op: 'openTask' }>[] = [
  place,
  (rows) => plainArray(rows.map(({ row }) => row.id)),
  (rows) => textArray(rows.map(({ row }) => row.task.kind)),
  (rows) => textArray(rows.map(({ row }) => row.task.key)),
  (rows) => textArray(rows.map(({ row }) => row.task.role)),
  (rows) => textArray(rows.map(({ row }) => row.task.candidate)),
  (rows) => plainArray(rows.map(({ row }) => row.task.priority)),
  (rows) => textArray(rows.map(({ row }) => row.task.dueDeadline)),
  (rows) => plainArray(rows.map(({ row, unit }) => dueIn(unit, row.task.dueDeadline))),
  (rows) => jsonArray(rows.map(({ row }) => row.task.events)),
  (rows) => jsonArray(rows.map(({ row }) => row.task.subject)),
];

const FLAG: readonly Column<InlineRow & { op: 'flag' }>[] = [
  place,
  (rows) => plainArray(rows.map(({ row }) => row.id)),
  (rows) => textArray(rows.map(({ row }) => row.code)),
  (rows) => jsonArray(rows.map(({ row }) => row.params)),
];

const EFFECT: readonly Column<OutboxWrite>[] = [
  place,
  (rows) => plainArray(rows.map(({ row }) => row.id)),
  (rows) => plainArray(rows.map(({ row }) => row.ordinal)),
  (rows) => textArray(rows.map(({ row }) => row.kind)),
  (rows) => jsonArray(rows.map(({ row }) => row.payload)),
  actor,
  role,
];
