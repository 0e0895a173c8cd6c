import type { HistoryEntry } from '#libs/engine';

/** The log for one caller. Whoever may not know the class doesn't read it between the lines either. */
export function logView(entries: readonly HistoryEntry[], withoutClass: boolean): HistoryEntry[] {
  return withoutClass
    ? entries.filter(({ type }) => type !== 'classAssigned').map(withoutSetClass)
    : [...entries];
}

function withoutSetClass(entry: HistoryEntry): HistoryEntry {
  const { type, data } = entry;
  if (data === null) return entry;
  if (type === 'started') return { ...entry, data: without(data, 'clusterBy') };
  const changes = data['changes'];
  if (type !== 'placementRevised' || !Array.isArray(changes)) return entry;
  return {
    ...entry,
    data: { ...data, changes: changes.filter((change: { op?: string }) => change.op !== 'setClass') },
  };
}

function without(data: Record<string, unknown>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));
}
