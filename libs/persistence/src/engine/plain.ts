import type { DeadlineWrite, InlineRow, NewEntry, Unit } from '#libs/engine';

/** A unit of one entry, sorted by what is to be written: nearly every unit is one. */
export interface Plain {
  unit: Unit;
  entry: NewEntry;
  /** Of deadlines that were armed before. */
  changes: DeadlineWrite[];
  arms: (DeadlineWrite & { op: 'arm' })[];
  /** All closings in one; null without any. */
  closing: { any: boolean; kinds: string[]; keys: string[] } | null;
  openings: (InlineRow & { op: 'openTask' })[];
  flags: (InlineRow & { op: 'flag' })[];
}

/**
 * Null for a unit whose parts must be written in an order of their own: one of several entries, that arms a deadline before
 * it changes it, that closes tasks after it opened some, or that blanks an entry.
 */
export function plainOf(unit: Unit): Plain | null {
  const [entry] = unit.entries;
  if (unit.op !== 'advance' || !entry || unit.entries.length > 1 || unit.redact !== null) return null;
  const plain: Plain = { unit, entry, changes: [], arms: [], closing: null, openings: [], flags: [] };
  return sortDeadlines(plain) && sortInline(plain) ? plain : null;
}

function sortDeadlines({ unit, changes, arms }: Plain): boolean {
  const touched = new Set<string>();
  for (const write of unit.deadlines) {
    const mark = write.op === 'arm' ? `+${write.name}` : write.name;
    if (touched.has(mark) || touched.has(`+${write.name}`)) return false;
    touched.add(mark);
    if (write.op === 'arm') arms.push({ ...write, op: 'arm' });
    else changes.push(write);
  }
  return true;
}

function sortInline(plain: Plain): boolean {
  for (const write of plain.unit.inline) {
    if (write.op === 'openTask') plain.openings.push(write);
    else if (write.op === 'flag') plain.flags.push(write);
    else if (plain.openings.length > 0) return false;
    else {
      const { kinds, keys } = write;
      const closing = (plain.closing ??= { any: false, kinds: [], keys: [] });
      closing.any ||= kinds === null && keys === null;
      closing.kinds.push(...(kinds ?? []));
      closing.keys.push(...(keys ?? []));
    }
  }
  // What ends closes what it opened.
  return plain.unit.instance.status !== 'final' || plain.openings.length === 0;
}

/** When the deadline of a task is due: the ledger says what is armed after the unit. */
export function dueIn({ instance: { snapshot } }: Unit, name: string | null): string | null {
  const deadline = name === null ? undefined : snapshot.deadlines[name];
  return deadline?.status === 'armed' ? deadline.due : null;
}
