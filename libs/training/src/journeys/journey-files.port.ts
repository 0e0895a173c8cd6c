import type { Organisation, Person } from '#libs/access';
import type { Certificate } from '../certificates/certificate.js';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import type { Enrolment } from '../roster/enrolment-store.port.js';
import type { Scope } from './scope.js';

/** What is kept of one journey beside the engine's record. */
export interface JourneyFile {
  cohort: Omit<CohortRow, 'enrolled'>;
  enrolment: Enrolment;
  person: Person | null;
  agency: Organisation | null;
  certificates: Certificate[];
  /** His data are used for the duty alone, as he asked (UU 27/2022 Ps 11). */
  isRestricted: boolean;
  /** A message or deadline failed and keeps it from going on; an effect that failed is looked after beside it. */
  hasIncident: boolean;
}

/** As much of it as an answer to an event takes. */
export interface JourneyGlance {
  /** The cohort's owner and the participant; null for a journey that is in no cohort any more. */
  orgId: string | null;
  personId: string | null;
  revision: number;
  hasIncident: boolean;
}

/** One journey in one look each; null for one that there is not and one that the scope does not show. */
export interface JourneyFiles {
  of(scope: Scope, journeyId: string): Promise<JourneyFile | null>;
  glance(scope: Scope, journeyId: string): Promise<JourneyGlance | null>;
}
