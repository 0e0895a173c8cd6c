import type { Instant } from '#libs/calendar';
import type { Attendee, SessionKind, Stage } from '#libs/curriculum';
import type { JourneyContext } from '#libs/journeys';
import type { CohortDates } from '../cohorts/cohort-dates.js';
import type { ConfirmedClass } from '../grouping/confirmed-classes.js';
import type { SessionChange, SessionRow, TimetableSession } from './session.js';
import type { TimetableNotice } from './timetable-notices.js';

/** From an instant on and before another; null for no bound. */
export interface Span {
  from: Instant | null;
  to: Instant | null;
}

export interface SessionFilter extends Span {
  kind?: SessionKind;
  course?: string;
  stage?: Stage;
  /** The id of whoever leads it, or a part of the name. */
  trainer?: string;
  /** A part of the room's name or of the link. */
  room?: string;
  cancelled?: boolean;
}

export interface SessionPage {
  limit: number;
  after: { startsAt: Instant; id: string } | null;
}

/** Somebody enrolled, with what decides which sessions he has to attend. */
export interface MemberRow extends Pick<Attendee, 'coachId'> {
  journeyId: string;
  personId: string;
  name: string | null;
  cohortId: string;
  cohortKind: 'training' | 'assessment';
  /** Gone from the cohort: withdrawn or transferred. */
  left: boolean;
  context: JourneyContext;
}

export type MembersWhere = { cohortIds: string[] } | { journeyIds: string[] } | { personId: string };

/** A class of the last confirmation of its cohort. */
export interface ClassOfCohort extends ConfirmedClass {
  cohortId: string;
}

export interface CoachedGroup {
  cohortId: string;
  group: string;
  coachId: string;
}

export interface AttendanceRow {
  sessionId: string;
  journeyId: string;
  present: boolean;
  note: string | null;
  actorId: string;
  recordedAt: Instant;
}

/** How a batch was sent: a repeat under the same id finds what the first one planned. */
export interface PlannedBatch {
  id: string;
  change: SessionChange;
}

export interface TimetableStore extends AttendanceStore {
  /**
   * In one transaction, one at a time for an institute: whoever looks for clashes has written before the next one looks.
   * A throw undoes what was written.
   */
  alone<T>(orgId: string, work: (store: TimetableStore) => Promise<T>): Promise<T>;
  page(cohortId: string, filter: SessionFilter, page: SessionPage): Promise<SessionRow[]>;
  /** Cancelled ones too. */
  byId(cohortId: string, id: string): Promise<SessionRow | null>;
  ofBatch(batchId: string): Promise<SessionRow[]>;
  /** All that stand and touch the span, by beginning and id. */
  ofInstitute(orgId: string, span: Span): Promise<SessionRow[]>;
  ofCohorts(cohortIds: string[], span: Span): Promise<SessionRow[]>;
  ledBy(personId: string, span: Span): Promise<SessionRow[]>;
  membersOf(where: MembersWhere): Promise<MemberRow[]>;
  /** The classes of these cohorts as they were last confirmed, in that order. */
  classesOf(cohortIds: string[]): Promise<ClassOfCohort[]>;
  /** The coaching groups of these cohorts with those who coach them. */
  groupsOf(cohortIds: string[]): Promise<CoachedGroup[]>;
  groupsCoachedBy(personId: string): Promise<CoachedGroup[]>;
  /** Somebody with a role at the institute, or coach or mentor in one of its journeys; by id, account id or user name. */
  trainerAt(orgId: string, named: string): Promise<{ id: string; name: string } | null>;
  plan(sessions: readonly TimetableSession[], batch: PlannedBatch): Promise<void>;
  change(session: TimetableSession, change: SessionChange): Promise<void>;
  cancel(id: string, change: SessionChange): Promise<void>;
  /** Tells people what changes for them; what was told under the same ground is not told again. */
  notify(notices: readonly TimetableNotice[]): Promise<void>;
  /** The cohort's own dates, in the unit in which its sessions move along. */
  moveCohort(id: string, dates: CohortDates): Promise<void>;
  changesOf(sessionId: string): Promise<SessionChange[]>;
}

export interface AttendanceStore {
  attendanceOf(where: { sessionIds: string[] } | { journeyIds: string[] }): Promise<AttendanceRow[]>;
  /** Replaces what was recorded for the same people. */
  record(orgId: string, rows: readonly AttendanceRow[]): Promise<void>;
  /** Takes back what was recorded for anybody else. */
  forgetOthers(sessionId: string, journeyIds: string[]): Promise<void>;
}
