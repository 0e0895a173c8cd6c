import type { Language, LocalDate, Period } from '#libs/calendar';
import type { TaskName } from '#libs/journeys';

/** Who is told: whoever has the task, then his deputy, then those who answer for the organisation. */
export const REMINDER_STAGES = ['person', 'deputy', 'organisation'] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];

/** One moment at which a task is spoken of, reckoned from the day on which it is due. */
export interface ReminderStep {
  when: 'before' | 'on' | 'after';
  /** Distance from the due date; `P0D` on the day itself. */
  period: Period;
  to: ReminderStage;
  /** Local time of day in the cohort's zone, `HH:mm`. */
  at: string;
  /** Never on a day on which offices are closed: before or on the due date earlier, after it later. */
  workingDays: boolean;
}

/** Local times of day, `HH:mm`; `until` before `from` means over midnight. */
export interface QuietHours {
  from: string;
  until: string;
}

export const MAIL_MODES = ['each', 'digest', 'none'] as const;
export type MailMode = (typeof MAIL_MODES)[number];

/** What holds for whoever has set nothing of his own. */
export interface MailDefaults {
  language: Language;
  mode: MailMode;
  /** Local time of day of the daily digest, `HH:mm`. */
  digestAt: string;
  quietHours: QuietHours | null;
  /** Messages that are told in the inbox and never by mail. */
  inboxOnly: string[];
}

/** For how long what is over is kept: never less than it takes, for nothing goes that is unread or undone. */
export interface KeptFor {
  /** Items that were read and ask for nothing any more, from their reading. */
  inbox: Period;
  /** Letters that were sent or had nothing left to say. */
  letters: Period;
  /** Bulk operations that are done, none of their journeys failed. */
  operations: Period;
}

export interface ReminderPolicy {
  version: string;
  source: string;
  validFrom: LocalDate;
  steps: { default: ReminderStep[]; kinds: Partial<Record<TaskName, ReminderStep[]>> };
  mail: MailDefaults;
  kept: KeptFor;
}

/** The steps of a kind of task: its own where it has any, else the default ones. */
export function stepsFor({ steps }: ReminderPolicy, kind: string): ReminderStep[] {
  return steps.kinds[kind as TaskName] ?? steps.default;
}
