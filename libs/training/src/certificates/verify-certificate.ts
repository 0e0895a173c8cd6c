import type { Bilingual, LocalDate, Period } from '#libs/calendar';
import { isModel, validityOn, type Certificate, type CertificateKind, type Validity } from './certificate.js';

/** What anybody may know of a certificate: no score, no class, no number that identifies the holder. */
export interface Verification {
  serial: string;
  status: Validity | 'unknown';
  kind?: CertificateKind;
  name?: string | null;
  level?: number;
  programme?: string | null;
  issuer?: { code: string; name: string };
  issuedOn?: LocalDate;
  assessedOn?: LocalDate | null;
  validUntil?: LocalDate | null;
  revokedOn?: LocalDate;
  /** A trial model: no regulation carries it yet. */
  model?: boolean;
  note?: Bilingual;
}

export interface VerificationQuestion {
  serial: string;
  certificate: Certificate | null;
  name: string | null;
  issuer: { code: string; name: string } | null;
  today: LocalDate;
  expiringSoon: Period;
}

/** A participation certificate makes no claim about a level (seed 002, Alternative I c), so none is shown for it. */
export function verification({
  serial,
  certificate,
  name,
  issuer,
  today,
  expiringSoon,
}: VerificationQuestion): Verification {
  if (!certificate || !issuer) return { serial, status: 'unknown' };
  const { kind, programme, level, issuedOn, assessedOn, validUntil, revokedAt } = certificate;
  return {
    serial: certificate.serial,
    status: validityOn(certificate, today, expiringSoon),
    kind,
    name,
    ...(kind !== 'participation' && { level }),
    programme,
    issuer: { code: issuer.code, name: issuer.name },
    issuedOn,
    ...(kind === 'competency' && { assessedOn, validUntil }),
    ...(revokedAt && { revokedOn: revokedAt.slice(0, 10) }),
    model: isModel(certificate),
    ...(isModel(certificate) && { note: MODEL }),
  };
}

const MODEL: Bilingual = {
  id: 'Model/uji coba: belum ada dasar hukum yang menetapkan sertifikat ini.',
  en: 'Model/trial: no regulation establishes this certificate yet.',
};
