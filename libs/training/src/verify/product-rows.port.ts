import type { Transaction } from '#libs/engine';
import type { Certificate } from '../certificates/certificate.js';
import type { Enrolment } from '../roster/enrolment-store.port.js';

/** Rows that effects leave behind, with the parameters of the effect as the row has them. */
export interface OutcomeRow {
  journeyId: string;
  kind: 'issueFeedback' | 'enterTalentPool' | 'recordDevelopmentHours' | 'notify';
  /** The effect's own id. */
  ground: string;
  params: Record<string, unknown>;
}

/** Rows that projections write from events: their key within the journey, and what they say. */
export interface ProjectedRow {
  journeyId: string;
  table: 'profile' | 'session_log' | 'evaluation_score' | 'course_progress';
  key: string;
  content: Record<string, unknown>;
}

export interface PartyOf {
  journeyId: string;
  role: string;
  partyOrg: string;
  personId: string | null;
}

export interface TransferRow {
  journeyId: string;
  settled: boolean;
  fault: string | null;
  /** The journey that it began is there. */
  began: boolean;
}

export interface ProductRows {
  enrolments: (Pick<
    Enrolment,
    'journeyId' | 'cohortId' | 'personId' | 'agencyOrgId' | 'entry' | 'enteredOn'
  > & {
    orgId: string | null;
    /** Its import was undone. */
    setAside: boolean;
  })[];
  /** Of these journeys, of these certificates' own instances, and on these grounds. */
  certificates: (Certificate & { started: boolean })[];
  outcomes: OutcomeRow[];
  projected: ProjectedRow[];
  parties: PartyOf[];
  transfers: TransferRow[];
}

export interface CounterRow {
  org: string;
  year: number;
  kind: string;
  /** What the counter says; null where there is none. */
  last: number | null;
  given: number;
  highest: number;
}

/** Reads the product's rows for whoever checks them against the journeys. */
export interface ProductRowSource {
  rows(tx: Transaction, instanceIds: string[], grounds: string[]): Promise<ProductRows>;
  /** Ids of journeys that an enrolment or a certificate names and that are not there, a page at a time. */
  journeyless(): AsyncIterable<{ table: 'enrolment' | 'certificate'; key: string; journeyId: string }[]>;
  counters(): Promise<CounterRow[]>;
  /** The instances that a choice of journeys means: they themselves and their certificates. */
  instancesOf(choice: { journeyIds: string[] } | { cohortId: string }): Promise<string[]>;
}
