import type { Instant, LocalDate } from '#libs/calendar';
import type { CompetencyCatalogue } from '#libs/competency';
import type { Programme } from '#libs/curriculum';
import type { Policy } from '#libs/journeys';
import type { Organisation, Person } from '#libs/access';
import type { Cohort } from '../cohorts/cohort.js';
import type { Enrolment, EnrolmentStore } from './enrolment-store.port.js';
import type { RosterRow } from './roster-row.js';

/** A participation certificate as far as the skip rule asks for it. */
export interface Participation {
  serial: string;
  journeyId: string;
  personId: string;
  programme: string | null;
  level: number;
  issuedOn: LocalDate;
  revoked: boolean;
}

/** One row that is good to be enrolled. */
export interface RowToEnrol {
  cohort: Cohort;
  row: RosterRow;
  agency: Organisation;
  /** What an alumnus comes with. */
  participation: Participation | null;
  at: Instant;
  /** Of the journey that begins with it, unless the person is enrolled already. */
  journeyId: string;
}

export interface PersonToEnrol extends RowToEnrol {
  personId: string;
}

/** What enrolling writes; each call is one unit that may be repeated safely. */
export interface RosterWriter {
  /** Stores everybody of these rows, or brings them up to date; ids by NIP. */
  savePeople(rows: readonly RowToEnrol[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Enrols people of one cohort and begins their journeys, in the order of the rows. The journey's id; null when the
   * last place went to somebody else meanwhile; an error where a journey could not begin, which spoils no other row.
   */
  enrol(people: readonly PersonToEnrol[]): Promise<(string | null | Error)[]>;
  update(row: RowToEnrol, enrolment: Enrolment): Promise<void>;
}

/** One line for each import that was written. */
export interface ImportLog {
  record(batch: ImportBatch): Promise<void>;
}

export interface ImportBatch {
  id: string;
  orgId: string;
  cohortId: string;
  kind: 'roster' | 'profiles';
  rows: number;
  accepted: number;
  rejected: number;
  actorId: string;
  at: Instant;
}

export interface RosterDeps {
  people: { personsByNip(nips: string[]): Promise<Person[]> };
  organisations: { organisationsByCode(codes: string[]): Promise<Organisation[]> };
  enrolments: EnrolmentStore;
  /** Which journeys there are among these. */
  journeys: { positionsOf(journeyIds: string[]): Promise<ReadonlyMap<string, unknown>> };
  certificates: { participationOf(serials: string[]): Promise<Participation[]> };
  catalogue: (version: string) => CompetencyCatalogue;
  programme: (version: string, code: string) => Programme | null;
  policy: (version: string) => Policy;
  writer: RosterWriter;
  imports: ImportLog;
  actorId: string;
  newId: () => string;
}
