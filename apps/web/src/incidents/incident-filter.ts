export const INCIDENT_KINDS = ['message', 'deadline', 'effect', 'mail'] as const;
export const INCIDENT_STATUSES = ['open', 'resolved'] as const;

export interface IncidentFilter {
  kind?: (typeof INCIDENT_KINDS)[number];
  /** Open ones unless told. */
  status?: (typeof INCIDENT_STATUSES)[number];
  q?: string;
}

const among = <T>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === value);

export function incidentFilterOf({ kind, status, q }: Record<string, unknown>): IncidentFilter {
  const [isKind, isStatus] = [among(INCIDENT_KINDS, kind), among(INCIDENT_STATUSES, status)];
  return {
    ...(isKind && { kind: isKind }),
    ...(isStatus && { status: isStatus }),
    ...(typeof q === 'string' && q !== '' && { q }),
  };
}
