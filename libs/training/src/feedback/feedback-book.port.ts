import type { Instant } from '#libs/calendar';

/** Feedback on a confirmed verdict, as it went to the sending agency or to the participant (seed 002, d). */
export interface Feedback {
  id: string;
  to: 'agency' | 'participant';
  outcome: 'met' | 'notMet';
  unmet: string[];
  round: number;
  nextLevel: number | null;
  /** What the assessment centre recommended for this verdict. */
  recommendation: unknown[];
  issuedAt: Instant;
}

export interface FeedbackBook {
  /** The oldest first; to these addressees only. */
  ofJourney(journeyId: string, to: readonly Feedback['to'][]): Promise<Feedback[]>;
  /** What the centre wrote last about each of these journeys; none where it has not written yet. */
  recommendationsOf(journeyIds: readonly string[]): Promise<Map<string, unknown[]>>;
}
