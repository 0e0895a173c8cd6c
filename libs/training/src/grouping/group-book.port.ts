import type { Instant } from '#libs/calendar';
import type { JourneyContext } from '#libs/journeys';

export type GroupKind = 'coaching' | 'class';

/** One group as it was decided. */
export interface DecidedGroup {
  name: string;
  /** Opaque id of the coach; null for a class. */
  coach: string | null;
  /** What `classAssigned` was sent with; null for a coaching group. */
  value: string | null;
  members: DecidedMember[];
}

export interface DecidedMember {
  journeyId: string;
  /** The cluster that the assessment proposed, kept whatever class is followed; null where none or not a class. */
  cluster: string | null;
}

/** A person's decision about groups. Decisions are added, never changed: the last one counts, the others are history. */
export interface GroupDecision {
  /** Of the request: its repeat is the same decision. */
  id: string;
  orgId: string;
  cohortId: string;
  kind: GroupKind;
  action: 'confirmed' | 'coachChanged' | 'mentorChanged';
  /** All groups of a confirmation; the one group of a change. */
  groups: DecidedGroup[];
  /** The new mentor of a `mentorChanged`. */
  mentor: string | null;
  reason: string | null;
  decidedBy: string;
  decidedAt: Instant;
}

export interface GroupBook {
  byId(id: string): Promise<GroupDecision | null>;
  /** Keeps what is there already under this id, and answers with whichever stands. */
  write(decision: GroupDecision): Promise<GroupDecision>;
  /** In the order in which they were decided. */
  ofCohort(cohortId: string, kind: GroupKind): Promise<GroupDecision[]>;
}

/** A journey as whoever forms groups needs it. */
export interface GroupingStanding {
  journeyId: string;
  status: 'live' | 'suspended' | 'final';
  state: string[];
  context: JourneyContext;
}

export interface GroupingStandings {
  /** All journeys of a cohort, or those of `only` among them, by id. */
  ofCohort(cohortId: string, only?: readonly string[]): Promise<GroupingStanding[]>;
}
