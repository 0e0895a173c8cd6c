import type { Due, Instant } from '#libs/calendar';
import { canonicalJson } from '../canonical-json.js';
import type { DeadlineRow } from '../engine-store.port.js';
import { faultsOf, type Fault } from './fault.js';
import { ledgerOf, type LedgerRow } from './ledger.js';
import type { Replayed } from './replayed.js';

const HOUR_MS = 3_600_000;

/**
 * Deadline rows against those that the log leaves, each once, and each armed one against its rule as of now.
 *
 * @param lastWrite when the system was last at work: what fell due an hour before that should have fired.
 */
export function checkDeadlines(replayed: Replayed, lastWrite: Instant | null): Fault[] {
  const { record, folded, silent } = replayed;
  const fault = faultsOf(record.instance.id);
  // An entry without data may have moved a row or put another in its place: the rows that it closed can't be judged.
  const heard = ({ closedBySeq }: DeadlineRow | LedgerRow) =>
    closedBySeq === null || !silent.has(closedBySeq);
  const deadlines = record.deadlines.filter(heard);
  const ledger = ledgerOf(folded).filter(heard);
  const found = new Map<string, DeadlineRow[]>();
  for (const row of deadlines) found.set(placeOf(row), [...(found.get(placeOf(row)) ?? []), row]);
  const expected = new Map(ledger.map((row) => [placeOf(row), row]));
  const lost = ledger.filter((row) => !found.has(placeOf(row)));
  // A row whose counterpart stands elsewhere is the same row in another place: one fault, not two.
  const strays = deadlines.filter((row) => !expected.has(placeOf(row)));
  const faults = lost.flatMap((row) => {
    const at = strays.findIndex((stray) => isSame(stray, row));
    if (at < 0) return [fault('deadline.lost', row.name, { expected: told(row) })];
    const [stray] = strays.splice(at, 1);
    return [fault('deadline.differs', row.name, { expected: told(row), found: stray && told(stray) })];
  });
  for (const stray of strays) {
    const twice = ledger.some(({ name, setBySeq }) => name === stray.name && setBySeq === stray.setBySeq);
    faults.push(fault(twice ? 'deadline.doubled' : 'deadline.unknown', stray.name, { found: told(stray) }));
  }
  for (const [place, rows] of found) {
    const own = expected.get(place);
    if (!own) continue;
    const [row, ...more] = rows;
    if (row && !agrees(row, own))
      faults.push(fault('deadline.differs', own.name, { expected: told(own), found: told(row) }));
    faults.push(...more.map((extra) => fault('deadline.doubled', extra.name, { found: told(extra) })));
  }
  return [...faults, ...misreckoned(replayed), ...overdue(replayed, lastWrite)];
}

/** A name is armed once at a time, and an entry closes one row of a name. */
function placeOf({ name, closedBySeq }: DeadlineRow | LedgerRow): string {
  return `${name}/${String(closedBySeq)}`;
}

function isSame(row: DeadlineRow, { name, setBySeq }: LedgerRow): boolean {
  return row.name === name && row.setBySeq === setBySeq;
}

function agrees(row: DeadlineRow, own: LedgerRow): boolean {
  const plain = (one: DeadlineRow | LedgerRow) =>
    canonicalJson([one.due, one.on, one.why, one.status, one.firedAt, one.setBySeq]);
  return plain(row) === plain(own);
}

function told({ due, on, why, status, firedAt, setBySeq, closedBySeq }: DeadlineRow | LedgerRow) {
  return { status, due, on, why, firedAt, setBySeq, closedBySeq };
}

/** Every armed deadline of the folded snapshot falls where its delay function puts it now, and on the same local day. */
function misreckoned({ record: { instance, deadlines }, last: { definition, stored } }: Replayed): Fault[] {
  const fault = faultsOf(instance.id);
  return Object.entries(stored.deadlines).flatMap(([name, { status, due }]) => {
    if (status !== 'armed') return [];
    const reckoned: Due | null = definition.dues[name]?.(stored.machine.context as never) ?? null;
    const row = deadlines.find((one) => one.name === name && one.status === 'armed');
    const on = row?.on ?? reckoned?.on;
    if (reckoned?.at === due && reckoned.on === on) return [];
    return [
      fault('deadline.reckoned', name, {
        expected: reckoned && { due: reckoned.at, on: reckoned.on },
        found: { due, on },
      }),
    ];
  });
}

function overdue({ record: { instance, deadlines, parked } }: Replayed, lastWrite: Instant | null): Fault[] {
  if (instance.status !== 'live' || parked || lastWrite === null) return [];
  const limit = new Date(Date.parse(lastWrite) - HOUR_MS).toISOString();
  const fault = faultsOf(instance.id);
  return deadlines
    .filter(({ status, due }) => status === 'armed' && due < limit)
    .map(({ name, due }) => fault('deadline.overdue', name, { expected: due, found: lastWrite }));
}
