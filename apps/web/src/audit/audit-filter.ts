/** What the address of the page holds, to be sent to somebody else. Dates are days, `YYYY-MM-DD`, the last one included. */
export interface AuditFilter {
  actor?: string;
  subject?: string;
  action?: string;
  from?: string;
  to?: string;
  q?: string;
}

const KEYS = ['actor', 'subject', 'action', 'from', 'to', 'q'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function auditFilterOf(search: Record<string, unknown>): AuditFilter {
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = search[key];
      if (typeof value !== 'string' || value.trim() === '') return [];
      return (key === 'from' || key === 'to') && !DAY.test(value) ? [] : [[key, value]];
    }),
  );
}

/** The API's question: instants at the seat of the programme's owner. */
export function auditQueryOf({ from, to, ...rest }: AuditFilter): AuditFilter {
  return {
    ...rest,
    ...(from !== undefined && { from: `${from}T00:00:00+07:00` }),
    ...(to !== undefined && { to: `${dayAfter(to)}T00:00:00+07:00` }),
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
