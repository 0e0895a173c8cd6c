import type { Bilingual, Instant } from '#libs/calendar';
import type { DeadlineChange, StoredDeadline, StoredSnapshot } from '#libs/statechart';
import type { DeadlineStatus } from '../engine-store.port.js';
import { canonicalJson } from '../canonical-json.js';
import type { Folded } from '../fold.js';

type Ledger = Record<string, StoredDeadline>;

/** A deadline row as the log has it. */
export interface LedgerRow {
  name: string;
  due: Instant;
  on: string;
  why: Bilingual;
  status: DeadlineStatus;
  firedAt: Instant | null;
  setBySeq: number;
  closedBySeq: number | null;
}

/** The deadline rows that a log leaves behind, in the order in which they were armed. */
export function ledgerOf(folded: Folded[]): LedgerRow[] {
  const rows: LedgerRow[] = [];
  const armed = new Map<string, LedgerRow>();
  let before: StoredSnapshot | null = null;
  for (const one of folded) {
    const { seq, at } = one.entry;
    const changes = one.asked?.deadlines ?? changesBetween(before, one);
    for (const change of changes) follow(change, { rows, armed, seq, at });
    before = one.stored;
  }
  return rows;
}

/** What must have happened to the rows at an entry whose data is gone. */
function changesBetween(before: StoredSnapshot | null, { definition, stored }: Folded): DeadlineChange[] {
  const ledger: Ledger = before?.deadlines ?? {};
  const names = [...new Set([...Object.keys(ledger), ...Object.keys(stored.deadlines)])];
  const dueIn = (snapshot: StoredSnapshot | null, name: string) =>
    (snapshot && definition.dues[name]?.(snapshot.machine.context as never)) ?? null;
  return names.flatMap((name): DeadlineChange[] => {
    const old = ledger[name];
    const now = stored.deadlines[name];
    const due = dueIn(stored, name);
    const isSame = (one: unknown, other: unknown) =>
      canonicalJson(one ?? null) === canonicalJson(other ?? null);
    if (isSame(old, now) && isSame(dueIn(before, name), due)) return [];
    const wasArmed = old?.status === 'armed';
    if (now?.status !== 'armed')
      return wasArmed ? [{ op: now?.status === 'fired' ? 'fire' : 'cancel', name }] : [];
    if (!due) return [];
    return [{ op: wasArmed ? 'move' : 'arm', name, due: now.due, on: due.on, why: due.why }];
  });
}

interface Book {
  rows: LedgerRow[];
  armed: Map<string, LedgerRow>;
  seq: number;
  at: Instant;
}

function follow(change: DeadlineChange, { rows, armed, seq, at }: Book): void {
  const { name } = change;
  const row = armed.get(name);
  if (!('due' in change)) {
    if (!row) return;
    armed.delete(name);
    row.closedBySeq = seq;
    row.status = change.op === 'fire' ? 'fired' : 'cancelled';
    row.firedAt = change.op === 'fire' ? at : null;
    return;
  }
  const { due, on, why } = change;
  if (change.op === 'move' && row) {
    Object.assign(row, { due, on, why, setBySeq: seq });
    return;
  }
  const fresh: LedgerRow = {
    ...{ name, due, on, why, status: 'armed', firedAt: null },
    ...{ setBySeq: seq, closedBySeq: null },
  };
  rows.push(fresh);
  armed.set(name, fresh);
}
