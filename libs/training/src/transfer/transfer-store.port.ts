import type { Instant } from '#libs/calendar';

/** A journey that ended in `transferred`; noted in the very unit of that event, so that none is ever lost. */
export interface Transfer {
  orgId: string;
  fromJourney: string;
  toCohort: string;
  reason: string;
  actorId: string;
  at: Instant;
}

export interface TransferStore {
  /** Those whose journey in the other cohort has not begun yet, the oldest first. */
  unsettled(limit: number): Promise<Transfer[]>;
  settle(fromJourney: string, toJourney: string, at: Instant): Promise<void>;
  /** For one that can't begin: what stands in the way is kept for whoever looks. */
  giveUp(fromJourney: string, fault: string, at: Instant): Promise<void>;
  /** Enrolled and neither withdrawn nor transferred. */
  placesTaken(cohortId: string): Promise<number>;
}
