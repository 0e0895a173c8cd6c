export const KINDS = ['completion', 'competency', 'participation'] as const;
export const STATUSES = ['valid', 'expiringSoon', 'expired', 'revoked'] as const;

export interface CertificateFilter {
  kind?: (typeof KINDS)[number];
  status?: (typeof STATUSES)[number];
  q?: string;
}

const among = <T>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === value);

/** A filter as an address may hold it; anything else in it is left out. */
export function certificateFilterOf({ kind, status, q }: Record<string, unknown>): CertificateFilter {
  const [isKind, isStatus] = [among(KINDS, kind), among(STATUSES, status)];
  return {
    ...(isKind && { kind: isKind }),
    ...(isStatus && { status: isStatus }),
    ...(typeof q === 'string' && q !== '' && { q }),
  };
}
