export interface LoggedSession {
  /** In the journey, from 1: the n-th that was logged. */
  ordinal: number;
  kind: 'coaching' | 'mentoring';
  competency: string;
  heldOn: string;
  note: string;
  ksaItems: string[];
  evidence: string | null;
  isVoided: boolean;
  isConfirmed: boolean;
}

interface Entry {
  type: string;
  /** Where the journey stood after it. */
  state: string[];
  data: Record<string, unknown> | null;
}

/** The sessions of a journey as its log tells them. */
export function sessionsIn(log: readonly Entry[]): LoggedSession[] {
  const sessions: LoggedSession[] = [];
  for (const { type, data } of log) {
    if (type === 'sessionLogged') sessions.push(sessionOf(sessions.length + 1, data ?? {}));
    const named = sessions[Number(data?.['session']) - 1];
    if (type === 'sessionVoided' && named) named.isVoided = true;
    if (type === 'sessionConfirmed' && named) named.isConfirmed = true;
  }
  return sessions;
}

function sessionOf(ordinal: number, data: Record<string, unknown>): LoggedSession {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '');
  return {
    ordinal,
    kind: data['kind'] === 'mentoring' ? 'mentoring' : 'coaching',
    competency: text('competency'),
    heldOn: text('heldOn'),
    note: text('note'),
    ksaItems: Array.isArray(data['ksaItems']) ? data['ksaItems'].map(String) : [],
    evidence: text('evidence') || null,
    isVoided: false,
    isConfirmed: false,
  };
}

/** Those that count for the workplace development that is under way: since it began, and not voided. */
export function remediationSessions(log: readonly Entry[]): LoggedSession[] {
  const isIn = ({ state }: Entry) => state.some((path) => path.startsWith('remediation'));
  const before = log.slice(0, log.findLastIndex((entry) => !isIn(entry)) + 1);
  return sessionsIn(log)
    .slice(sessionsIn(before).length)
    .filter(({ isVoided }) => !isVoided);
}
