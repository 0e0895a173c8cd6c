import type { Bilingual, LocalDate, Period } from '#libs/calendar';
import type { AssessmentPolicy } from '#libs/competency';
import type { CurriculumPolicy } from '#libs/curriculum';

export type EvaluationComponent = 'academic' | 'fieldLearning' | 'actualisation' | 'attitude';

export interface Qualification {
  /** Lowest weighted score (0–100) that earns it; listed from the highest to the lowest. */
  from: number;
  code: string;
  name: Bilingual;
}

/** How the four evaluation scores become a decision on graduation (seed 002, Alternative I b; weights are settings). */
export interface EvaluationPolicy {
  /** Percent; the four sum to 100. */
  weights: Record<EvaluationComponent, number>;
  /** Lowest weighted score that passes. */
  passMark: number;
  /** A component scored below it needs remedial work after a deferral. */
  componentBar: number;
  qualifications: Qualification[];
}

/** Periods and limits of the participant's journey. Working days are counted by the cohort's calendar. */
export interface JourneyPolicy {
  /** After training ends. */
  assessmentOpens: Period;
  /** After training ends. */
  assessmentCloses: Period;
  /** For whoever was deferred: whether these two count from the day of passing or from the end of training after all. */
  windowOfDeferred: 'passing' | 'trainingEnd';
  /** After entry, for whoever goes straight to the assessment. */
  assessmentClosesAfterEntry: Period;
  /** Length of a round of remediation in calendar days, from `remediationFrom`. */
  remediation: Period;
  /** Length of a round in working days instead of `remediation`; null: `remediation` counts. */
  remediationWorkingDays: number | null;
  /** The day that a round is counted from: receipt of the feedback by the agency, or confirmation of the verdict. */
  remediationFrom: 'receipt' | 'confirmation';
  /** Days after receipt on which a round without evidence is warned about. */
  remediationChecks: number[];
  /** Before the start of training. */
  profileDueWorkingDays: number;
  /** Before the start of training. */
  placementDueWorkingDays: number;
  /** After the confirmation of the placement. */
  objectionWorkingDays: number;
  /** After the objection. */
  objectionDueWorkingDays: number;
  inactivityNudge: Period;
  inactivityFollowUp: Period;
  evaluationDue: Period;
  decisionDueWorkingDays: number;
  verdictDueWorkingDays: number;
  remedialDue: Period;
  receiptDue: Period;
  remediationPlanDue: Period;
  retestDue: Period;
  /** Repeats while a late assessment is outstanding. */
  lateReview: Period;
  nextLevelDue: Period;
  /** After it, an escalating deadline comes back. */
  escalation: Period;
  maxRemedials: number;
  /** Rounds of remediation and re-test; null is without limit. */
  maxRounds: number | null;
  /** What of the earlier training must agree for its certificate of participation to spare a second one. */
  skipScope: 'programmeAndLevel' | 'programme';
  /** How long that certificate spares the training, from its issue; null is without end. */
  skipExpiry: Period | null;
  coachSessionsPerStage: number;
  /** Mentoring sessions during the whole training. */
  mentorSessions: number;
  certificateValidity: Period;
  /** Before a certificate's last day. */
  certificateExpiringSoon: Period;
  /** Whether the integrated option also issues the completion certificate (STTP). */
  completionWithIntegrated: boolean;
  /** The regulation that the competency certificate stands on; null: it reads *model/uji coba*. */
  legalBasis: string | null;
  /** What a result that enters the talent pool may be used for; told with every entry. */
  talentPoolPurpose: Bilingual;
}

/** Every threshold and period in force together; a journey keeps the version it started with. */
export interface Policy {
  version: string;
  validFrom: LocalDate;
  source: string;
  assessment: AssessmentPolicy;
  curriculum: CurriculumPolicy;
  evaluation: EvaluationPolicy;
  journey: JourneyPolicy;
}
