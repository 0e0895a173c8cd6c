import type { Instant, LocalDate } from '#libs/calendar';
import type { PostLevel } from '#libs/competency';
import type { Entry } from './coded-cell.js';

/** One person in one cohort, with the post that the training is for. The journey carries the rest. */
export interface Enrolment {
  journeyId: string;
  orgId: string;
  cohortId: string;
  personId: string;
  agencyOrgId: string;
  entry: Entry;
  postLevel: PostLevel;
  targetPostLevel: PostLevel | null;
  unit: string;
  post: string;
  rank: string;
  superiorNip: string | null;
  participationCertificate: string | null;
  enteredOn: LocalDate;
  createdAt: Instant;
}

export type EnrolmentChange = Pick<
  Enrolment,
  'agencyOrgId' | 'postLevel' | 'unit' | 'post' | 'rank' | 'superiorNip'
>;

/** A journey of somebody that goes on in another cohort. */
export interface LiveElsewhere {
  personId: string;
  orgId: string;
  cohortName: string;
}

export interface EnrolmentStore {
  ofCohort(cohortId: string): Promise<Enrolment[]>;
  byJourney(journeyId: string): Promise<Enrolment | null>;
  /** Journeys of these people that go on in other cohorts of the programme. */
  liveElsewhere(personIds: string[], programme: string, exceptCohort: string): Promise<LiveElsewhere[]>;
  byJourneys(journeyIds: string[]): Promise<Enrolment[]>;
  /**
   * Keeps the row that is already there for this person and cohort, and answers with whichever stands; null when the
   * cohort's last place went to somebody else meanwhile.
   */
  insert(enrolment: Enrolment, capacity: number | null): Promise<Enrolment | null>;
  /**
   * The same for several people of one cohort at once, in the order given: who comes first gets the last places.
   */
  insertMany(enrolments: readonly Enrolment[], capacity: number | null): Promise<(Enrolment | null)[]>;
  update(journeyId: string, change: EnrolmentChange): Promise<void>;
}
