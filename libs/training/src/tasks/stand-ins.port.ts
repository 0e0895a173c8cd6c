/** An event that somebody sends to a journey. */
export interface SentEvent {
  journeyId: string;
  type: string;
  /** Who sends it. */
  actor: string;
}

export interface StandIns {
  /** For each event who handed its sender the open task that it completes; null where he acts for himself. */
  principalsOf(events: readonly SentEvent[]): Promise<(string | null)[]>;
}
