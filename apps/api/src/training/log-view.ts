import type { HistoryEntry } from '#libs/engine';
import type { Viewer } from '#libs/training';

/** The log for one caller. Whoever may not know the class, or not yet the result, doesn't read it between the lines either. */
export function logView(
  entries: readonly HistoryEntry[],
  { seesClass, seesProposedVerdict }: Pick<Viewer, 'seesClass' | 'seesProposedVerdict'>,
  pathway: string | null,
): HistoryEntry[] {
  const settled = seesProposedVerdict ? [...entries] : withoutOpenResults(entries);
  return pathway !== 'cluster' || seesClass
    ? settled
    : settled.filter(({ type }) => type !== 'classAssigned').map(withoutClass);
}

/** What of an entry's data gives a result away before a person has confirmed it. */
const GIVES_AWAY: Record<string, string> = {
  postProfileRecorded: 'profile',
  retestRecorded: 'profile',
  graduationDecided: 'profile',
  recommendationWritten: 'items',
  verdictReturned: 'reason',
};

/** A result is open until it is confirmed, and what was returned stays with those who returned it. */
function withoutOpenResults(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const shown: HistoryEntry[] = [];
  let confirmed = false;
  for (const entry of [...entries].reverse()) {
    if (entry.type === 'verdictConfirmed') confirmed = true;
    if (entry.type === 'verdictReturned') confirmed = false;
    const key = GIVES_AWAY[entry.type];
    shown.unshift(confirmed || key === undefined ? entry : withheld(entry, key));
  }
  return shown;
}

/** The day of an assessment is no secret: the story still tells that it was held. */
function withheld(entry: HistoryEntry, key: string): HistoryEntry {
  if (entry.data === null || !(key in entry.data)) return entry;
  const rest = without(entry.data, key);
  const profile = entry.data['profile'];
  const isDated = typeof profile === 'object' && profile !== null && 'assessedOn' in profile;
  return { ...entry, data: isDated ? { ...rest, profile: { assessedOn: profile.assessedOn } } : rest };
}

/** A group lies within a class, and the reason for a change of class speaks of it. */
function withoutClass(entry: HistoryEntry): HistoryEntry {
  const { type, data } = entry;
  if (data === null) return entry;
  if (type === 'started') return { ...entry, data: without(data, 'clusterBy') };
  if (type === 'coachAssigned') return { ...entry, data: without(data, 'group') };
  const changes = data['changes'];
  if (type !== 'placementRevised' || !Array.isArray(changes)) return entry;
  const kept = changes.filter((change: { op?: string }) => change.op !== 'setClass');
  if (kept.length === changes.length) return entry;
  return { ...entry, data: { ...without(data, 'reason'), changes: kept } };
}

function without(data: Record<string, unknown>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));
}
