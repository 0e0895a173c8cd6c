import { subtractPeriod, type Instant, type LocalDate, type Period } from '#libs/calendar';
import type { ProgrammeCode } from '#libs/curriculum';

export type CertificateKind = 'completion' | 'competency' | 'participation';

/** What was issued. It never carries a score, a class or a cluster. */
export interface Certificate {
  serial: string;
  orgId: string;
  kind: CertificateKind;
  /** What it stands on; unique over everything that was ever issued. */
  ground: string;
  journeyId: string;
  /** The certificate's own journey in time: valid, expiring, expired, revoked. */
  instanceId: string;
  personId: string;
  programme: ProgrammeCode | null;
  level: number;
  issuedOn: LocalDate;
  assessedOn: LocalDate | null;
  validUntil: LocalDate | null;
  /** Null for a competency certificate that reads *model/uji coba*. */
  legalBasis: string | null;
  createdAt: Instant;
  revokedAt: Instant | null;
  revokeReason: string | null;
}

export type Validity = 'valid' | 'expiringSoon' | 'expired' | 'revoked';

/** Whether a certificate holds on a day; it is valid through `validUntil` itself. */
export function validityOn(
  certificate: Pick<Certificate, 'validUntil' | 'revokedAt'>,
  today: LocalDate,
  expiringSoon: Period,
): Validity {
  if (certificate.revokedAt !== null) return 'revoked';
  const { validUntil } = certificate;
  if (validUntil === null) return 'valid';
  if (today > validUntil) return 'expired';
  return today >= subtractPeriod(validUntil, expiringSoon) ? 'expiringSoon' : 'valid';
}

/** Competency certificates say that they come from a trial until a regulation carries them (seed 002, Alternative I c). */
export function isModel(certificate: Pick<Certificate, 'kind' | 'legalBasis'>): boolean {
  return certificate.kind === 'competency' && certificate.legalBasis === null;
}

const KIND_LETTERS: Record<CertificateKind, string> = {
  completion: 'STTP',
  competency: 'SKM',
  participation: 'SK',
};

/**
 * A serial that people can read out: kind, institute, year, number, and two check characters against typing errors,
 * e.g. `SKM-LP01-2027-00012-K7`. Unique because the number counts within institute, year and kind.
 */
export function serialOf(kind: CertificateKind, orgCode: string, year: number, number: number): string {
  const stem = [
    KIND_LETTERS[kind],
    orgCode.replace(/[^A-Z0-9]/gi, '').toUpperCase(),
    String(year),
    String(number).padStart(5, '0'),
  ].join('-');
  return `${stem}-${checkOf(stem)}`;
}

/** Without I, O, 0 and 1, which get mistaken for each other on paper. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function checkOf(stem: string): string {
  let sum = 0;
  for (const letter of stem) sum = (sum * 31 + letter.charCodeAt(0)) % (ALPHABET.length * ALPHABET.length);
  return `${ALPHABET[Math.floor(sum / ALPHABET.length)] ?? ''}${ALPHABET[sum % ALPHABET.length] ?? ''}`;
}

/** Serials as people type them: blanks and small letters don't matter. */
export function writtenSerial(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}
