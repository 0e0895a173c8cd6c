import type { Instant, Zone } from '#libs/calendar';
import type { ReminderStage } from '#libs/knowledge';

/** An open task of a live journey. */
export interface TaskToRemind {
  id: string;
  kind: string;
  /** The cohort's. */
  cohortId: string;
  zone: Zone;
  /** The due date that people were given; an escalating deadline that came back does not put it off. */
  due: Instant;
  since: Instant;
  /** What the next page continues after. */
  key: Instant;
}

export interface ReminderToWrite {
  taskId: string;
  due: Instant;
  step: string;
  to: ReminderStage;
  at: Instant;
  /** False: a later step of the same standstill says it better. */
  told: boolean;
  /** Tasks of one ground are told a person as one item. */
  ground: string;
}

export interface ReminderStore {
  /** Up to when reminders were seen to; null before the first pass. */
  upTo(): Promise<Instant | null>;
  /** Only ever forward, whoever else moves it. */
  moveTo(upTo: Instant): Promise<void>;
  /** By due date, then id. */
  openTasks(request: {
    zones: readonly Zone[];
    due: { from: Instant; to: Instant };
    after: { key: Instant; id: string } | null;
    limit: number;
  }): Promise<TaskToRemind[]>;
  /**
   * Writes each step of a task and due date once, whoever else writes it at the same time, and what is new into the
   * inboxes of those it is for; all of it or nothing. Answers how many steps were new and told.
   */
  write(reminders: readonly ReminderToWrite[]): Promise<number>;
}
