import type { Instant } from '#libs/calendar';
import type { InboxItem } from './inbox-store.port.js';
import type { StoredPreferences } from './preferences.port.js';

/** An item of which nobody has said yet whether and when it is mailed. */
export interface UndecidedItem {
  id: string;
  message: string;
  at: Instant;
  stored: StoredPreferences;
}

export const MAIL_STATUSES = ['pending', 'sent', 'failed', 'dropped'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** A letter that this process holds until its lease ends. What it says is read anew for every attempt. */
export interface LeasedMail {
  id: string;
  leaseId: string;
  attempts: number;
  recipient: string;
  /** Null where he has none any more. */
  address: string | null;
  name: string;
  /** By which the letter's reader turns mail off without signing in. */
  token: string;
  stored: StoredPreferences;
  /** The first of its items that are not settled, and how many they are. */
  items: InboxItem[];
  count: number;
}

/** For operators: no address, no name. */
export interface MailLine {
  id: string;
  recipient: string;
  status: MailStatus;
  items: number;
  attempts: number;
  nextAttemptAt: Instant | null;
  cause: string | null;
  createdAt: Instant;
  sentAt: Instant | null;
}

/** Letters on their way. Instants are parameters: of business time where items are due, of the wall where attempts are. */
export interface MailStore {
  undecided(limit: number): Promise<UndecidedItem[]>;
  /** Null: not by mail. */
  decide(decisions: readonly { id: string; mailAt: Instant | null }[]): Promise<void>;
  /** Nothing is mailed of what nobody decided upon; answers how many. */
  decideNone(): Promise<number>;
  /**
   * Puts what may be mailed by then into letters, one a reader, or one a reader and moment. What was read or settled
   * meanwhile is left out. Answers how many letters there are.
   */
  compose(request: { upTo: Instant; perMoment: boolean; wall: Instant }): Promise<number>;
  claim(request: { wall: Instant; leaseUntil: Instant; limit: number }): Promise<LeasedMail[]>;
  /** Each answers false when the lease was lost. */
  sent(mail: LeasedMail, wall: Instant): Promise<boolean>;
  /** There was nothing left to say. */
  drop(mail: LeasedMail, wall: Instant): Promise<boolean>;
  /** Given back for the next attempt, or for good when there is none; then its incident is opened with it. */
  fail(mail: LeasedMail, cause: string, nextAttemptAt: Instant | null): Promise<boolean>;
  list(filter: { status?: MailStatus }, page: { limit: number; after: string | null }): Promise<MailLine[]>;
  /** Makes a letter that was given up ready again, which ends its incident at `at` of business time; false where there is none. */
  retry(id: string, when: { wall: Instant; at: Instant }): Promise<boolean>;
}
