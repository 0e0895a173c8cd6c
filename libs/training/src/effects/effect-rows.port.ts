import type { Transaction } from '#libs/engine';
import type { Instant, LocalDate } from '#libs/calendar';

interface Grounded {
  orgId: string;
  /** The effect's own key: a second write under it changes nothing. */
  ground: string;
  journeyId: string;
}

export interface FeedbackRow extends Grounded {
  addressee: 'agency' | 'participant';
  outcome: 'met' | 'notMet';
  unmet: string[];
  round: number;
  nextLevel: number | null;
  issuedAt: Instant;
}

export interface TalentPoolRow extends Grounded {
  outcome: 'met' | 'notMet';
  level: number;
  assessedOn: LocalDate;
  validUntil: LocalDate;
  enteredAt: Instant;
}

export interface DevelopmentHoursRow extends Grounded {
  on: LocalDate;
  hours: number;
  courses: number;
  programme: string | null;
}

export interface NotificationRow extends Grounded {
  role: string;
  message: string;
  params: Record<string, unknown>;
  at: Instant;
}

/** Rows that effects leave behind, written in the transaction that acknowledges the effect. */
export interface EffectRows {
  addFeedback(row: FeedbackRow, tx: Transaction): Promise<void>;
  /** Person and agency are those of the journey's enrolment. */
  enterTalentPool(row: TalentPoolRow, tx: Transaction): Promise<void>;
  addDevelopmentHours(row: DevelopmentHoursRow, tx: Transaction): Promise<void>;
  addNotification(row: NotificationRow, tx: Transaction): Promise<void>;
}
