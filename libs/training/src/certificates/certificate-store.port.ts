import type { Instant } from '#libs/calendar';
import type { Participation } from '../roster/roster-deps.js';
import type { Certificate, CertificateKind } from './certificate.js';

export interface NewCertificate extends Omit<Certificate, 'serial' | 'revokedAt' | 'revokeReason'> {
  orgCode: string;
  year: number;
}

export interface CertificateStore {
  /** Numbers and stores it in one unit; for a ground that has one already, that one is the answer. */
  issue(certificate: NewCertificate): Promise<Certificate>;
  bySerial(serial: string): Promise<Certificate | null>;
  ofJourney(journeyId: string): Promise<Certificate[]>;
  /** All that stand on journeys of a cohort, the oldest first. */
  ofCohort(cohortId: string): Promise<Certificate[]>;
  ofPerson(personId: string, kind: CertificateKind): Promise<Certificate[]>;
  /** Participation certificates among these serials. */
  participationOf(serials: string[]): Promise<Participation[]>;
  markRevoked(serial: string, at: Instant, reason: string): Promise<void>;
}
