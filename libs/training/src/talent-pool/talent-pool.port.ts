import type { Instant, LocalDate } from '#libs/calendar';
import type { PageRequest } from '#libs/access';
import type { Scope } from '../journeys/scope.js';

/** An outcome as talent management may use it: never a class or cluster. */
export interface TalentPoolLine {
  id: string;
  journeyId: string;
  personId: string;
  /** The institute that owns the journey. */
  orgId: string;
  name: string | null;
  nip: string | null;
  agencyCode: string;
  /** Who received it: the agency that the person belonged to when the verdict was confirmed. */
  agencyName: string;
  /** Version of the policy that says what it may be used for. */
  policy: string;
  programme: string | null;
  outcome: 'met' | 'notMet';
  level: number;
  assessedOn: LocalDate;
  validUntil: LocalDate;
  enteredAt: Instant;
}

export interface TalentPool {
  /** By id of the entry; results that are still valid on the day unless all are asked for. */
  list(
    scope: Scope,
    filter: { agency?: string; outcome?: 'met' | 'notMet'; validOn: LocalDate | null },
    page: PageRequest,
  ): Promise<TalentPoolLine[]>;
}
