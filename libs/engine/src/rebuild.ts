import { canonicalJson } from './canonical-json.js';
import type { Definitions } from './definitions.js';
import { fold, FoldError, viewOf } from './fold.js';
import type { DeadlineRow, Instance, LogEntry } from './engine-store.port.js';

export interface Difference {
  path: string;
  stored: unknown;
  folded: unknown;
}

export interface RebuildReport {
  instanceId: string;
  ok: boolean;
  revision: number;
  differences: Difference[];
}

/** Folds the log and says where the stored instance and its deadline rows differ from what comes out. */
export function compareWithFold(
  definitions: Definitions,
  instance: Instance,
  entries: LogEntry[],
  deadlines: DeadlineRow[],
): RebuildReport {
  const differences = differencesOf(definitions, instance, entries, deadlines);
  return { instanceId: instance.id, ok: differences.length === 0, revision: instance.revision, differences };
}

function differencesOf(
  definitions: Definitions,
  instance: Instance,
  entries: LogEntry[],
  deadlines: DeadlineRow[],
): Difference[] {
  try {
    const last = fold(definitions, instance.definition.key, entries).at(-1);
    if (!last) return [{ path: 'log', stored: instance.revision, folded: null }];
    const view = viewOf(last);
    return [
      ...compare('snapshot', instance.snapshot, view.stored),
      ...compare('state', instance.state, view.state),
      ...compare('status', instance.status, view.status),
      ...compare('next', instance.next, view.next),
      ...compare('revision', instance.revision, last.entry.seq),
      ...compare('deadlineRows', armedRows(deadlines), armedLedger(view.stored.deadlines)),
    ];
  } catch (error) {
    if (error instanceof FoldError)
      return [{ path: `log.${error.seq}`, stored: null, folded: error.message }];
    throw error;
  }
}

function armedRows(rows: DeadlineRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.filter(({ status }) => status === 'armed').map(({ name, due }) => [name, due]),
  );
}

function armedLedger(ledger: Instance['snapshot']['deadlines']): Record<string, string> {
  const armed = Object.entries(ledger).filter(([, { status }]) => status === 'armed');
  return Object.fromEntries(armed.map(([name, { due }]) => [name, due]));
}

/** The smallest parts that differ, each with its path. */
function compare(path: string, stored: unknown, folded: unknown): Difference[] {
  if (canonicalJson(stored) === canonicalJson(folded)) return [];
  if (!isRecord(stored) || !isRecord(folded)) return [{ path, stored, folded }];
  const keys = [...new Set([...Object.keys(stored), ...Object.keys(folded)])];
  return keys.flatMap((key) => compare(`${path}.${key}`, stored[key], folded[key]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
