import type { Bilingual, LocalDate, Zone } from '#libs/calendar';
import type { Level, ManagerialCode, PostLevel, ReportRefusalCode, Verdict } from '#libs/competency';
import type { ClusterBasis, Pathway, ProgrammeCode, Stage } from '#libs/curriculum';
import type { BaseContext } from '#libs/statechart';
import type { EvaluationComponent } from '../../../policy.js';
import type { Entry, StageDates } from '../journey-values.js';
import type { CompactProfile, CompactRatings } from './compact-profile.js';
import type { CourseKeys } from './course-keys.js';

/** `[ordinal, coaching or mentoring, competency, round (0 in training), confirmed]` */
export type SessionEntry = [number, 'c' | 'm', string, number, 0 | 1];

/** `[person, role, topics as initials, day of the briefing that completed them]` */
export type Briefed = [string, 'coach' | 'mentor', string, LocalDate];

/** The assessment that a verdict is about, with the dates that it was judged by. */
export interface JudgedAssessment {
  profile: CompactProfile;
  opensOn: LocalDate;
  closesOn: LocalDate | null;
  /** 0 after training; else the round of remediation that the re-test followed. */
  round: number;
  /** The levels that a re-test was added to. */
  before: CompactRatings | null;
  /** Actors who sent what the ratings come from; none of them may confirm the verdict. */
  raters: string[];
}

/** The verdict with the numbers it stands on; what would turn it is reckoned again when somebody asks. */
export interface StoredVerdict {
  meetsStandard: boolean;
  rule: Verdict['rule'];
  attained: number;
  standard: number;
  percent: number;
  rated: number;
  unmet: ManagerialCode[];
}

/**
 * Everything that the journey remembers: codes, counters, anchors and ids. Plans, whole profiles, notes and texts are
 * rows beside it. `null`, never `undefined`: the snapshot goes through JSON.
 */
export interface JourneyContext extends BaseContext {
  // What it began with
  kind: 'training' | 'assessment';
  programme: ProgrammeCode | null;
  pathway: Pathway | null;
  clusterBy: ClusterBasis | null;
  option: 'integrated' | 'separate';
  zone: Zone;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  stages: StageDates[] | null;
  entry: Entry;
  level: Level;
  postLevel: PostLevel;
  enteredOn: LocalDate;
  versions: { policy: string; calendar: string; catalogue: string; programmes: string };
  carried: { passed: boolean } | null;

  // The profile before training
  reportCode: ReportRefusalCode | null;
  /** Last valid day of a report that was reused; null for a result. */
  reportValidUntil: LocalDate | null;
  baseline: CompactProfile | null;

  // Placement
  unplacedOn: LocalDate | null;
  placementConfirmedOn: LocalDate | null;
  objectedOn: LocalDate | null;
  class: string | null;
  coach: string | null;
  group: string | null;
  mentor: string | null;
  briefed: Briefed[];
  addedByParticipant: CourseKeys;
  addedByInstitute: CourseKeys;
  planned: CourseKeys;

  // Training
  done: CourseKeys;
  /** Where in the sequence of stages; null outside training. */
  position: { stage: Stage | null; next: Stage | null } | null;
  stageStartedOn: LocalDate | null;
  activeOn: LocalDate | null;
  /** The courses (agenda and letter) that made progress on the last day on which any did. */
  progress: { on: LocalDate; courses: string[] } | null;
  stageFailures: number;
  sessions: { logged: number; coaching: number; mentoring: number; recent: SessionEntry[] };
  briefingWarned: boolean;
  hoursRecorded: boolean;

  // Evaluation
  scores: Partial<Record<EvaluationComponent, number>>;
  lastScoreOn: LocalDate | null;
  remedials: number;
  /** What the last deferral asks to be made up for. */
  remedialFor: EvaluationComponent[];
  deferredOn: LocalDate | null;
  passedOn: LocalDate | null;
  decidedBy: string | null;

  // Assessment and verdict
  /** First day of an assessment without training: of entry, or of the placement. */
  windowFrom: LocalDate | null;
  /** The day on which the window after training opened; a later move of the dates does not close it again. */
  windowOpenedOn: LocalDate | null;
  scheduledOn: LocalDate | null;
  assessment: JudgedAssessment | null;
  verdict: StoredVerdict | null;
  verdictSince: LocalDate | null;
  recommended: boolean;
  confirmedOn: LocalDate | null;
  verdictsConfirmed: number;
  issued: { completion: boolean; participation: boolean };

  // Remediation
  receivedOn: LocalDate | null;
  workplace: { coach: string; mentor: string } | null;
  reported: boolean;
  /** Sessions of the present round by competency. */
  evidence: Partial<Record<ManagerialCode, number>>;
  retestFromOn: LocalDate | null;
  rounds: number;

  // Deadlines
  suspendedOn: LocalDate | null;
  /** Days by which a resumption moved a row, as long as its anchor is the same. */
  shifts: Record<string, [days: number, anchor: LocalDate]>;
  /** Dates set by hand; each holds while the reckoned date is the one it replaced. */
  overrides: Record<string, { due: LocalDate; insteadOf: LocalDate }>;
  /** Due date of the last firing of an escalating deadline. */
  fired: Record<string, LocalDate>;
}

/** A date with its reason, before it becomes an instant of the cohort's zone. */
export interface ReasonedDate {
  on: LocalDate;
  why: Bilingual;
}
