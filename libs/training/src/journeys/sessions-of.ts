import type { Instant, LocalDate } from '#libs/calendar';
import type { HistoryEntry } from '#libs/engine';

/** One coaching or mentoring session as the log tells it. */
export interface SessionEntry {
  /** Its ordinal in the journey, by which events name it. */
  session: number;
  kind: 'coaching' | 'mentoring';
  competency: string;
  heldOn: LocalDate;
  /** Null where the entry was erased. */
  note: string | null;
  evidence: string | null;
  /** Which items of the KSA guidance were worked on. */
  ksaItems: string[];
  /** Opaque id of whoever logged it. */
  by: string;
  loggedAt: Instant;
  confirmedAt: Instant | null;
  voided: { at: Instant; reason: string } | null;
}

/** The sessions of a journey, by their number; what was erased counts on, and is left out. */
export function sessionsOf(log: readonly HistoryEntry[]): SessionEntry[] {
  const sessions = new Map<number, SessionEntry>();
  let session = 0;
  for (const { type, data, at, actor } of log) {
    if (type === 'sessionLogged') {
      session += 1;
      const entry = data && entryOf(session, data, actor.id, at);
      if (entry) sessions.set(session, entry);
    }
    const meant = sessions.get(Number(data?.['session']));
    if (meant && type === 'sessionConfirmed') meant.confirmedAt = at;
    if (meant && type === 'sessionVoided') meant.voided = { at, reason: textOf(data?.['reason']) ?? '' };
  }
  return [...sessions.values()];
}

function entryOf(
  session: number,
  data: Record<string, unknown>,
  by: string,
  loggedAt: Instant,
): SessionEntry | null {
  const { kind, competency, heldOn, note, evidence, ksaItems } = data;
  if ((kind !== 'coaching' && kind !== 'mentoring') || typeof competency !== 'string') return null;
  return {
    ...{ session, kind, competency, by, loggedAt },
    heldOn: String(heldOn),
    note: textOf(note),
    evidence: textOf(evidence),
    ksaItems: Array.isArray(ksaItems) ? ksaItems.map(String) : [],
    confirmedAt: null,
    voided: null,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
