import type { Bilingual, Instant } from '#libs/calendar';
import type { DeadlineChange, StoredDeadline } from '#libs/statechart';
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
  let before: Ledger = {};
  for (const one of folded) {
    const { seq, at } = one.entry;
    const changes = one.asked?.deadlines ?? changesBetween(before, one);
    for (const change of changes) follow(change, { rows, armed, seq, at });
    before = one.stored.deadlines;
  }
  return rows;
}

/** What must have happened to the rows at an entry whose data is gone. */
function changesBetween(before: Ledger, { definition, stored }: Folded): DeadlineChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(stored.deadlines)])];
  return names.flatMap((name): DeadlineChange[] => {
    const old = before[name];
    const now = stored.deadlines[name];
    if (canonicalJson(old ?? null) === canonicalJson(now ?? null)) return [];
    const wasArmed = old?.status === 'armed';
    if (now?.status !== 'armed')
      return wasArmed ? [{ op: now?.status === 'fired' ? 'fire' : 'cancel', name }] : [];
    const due = definition.dues[name]?.(stored.machine.context as never);
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
