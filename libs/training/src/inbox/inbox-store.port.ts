import type { Instant, Zone } from '#libs/calendar';

export const INBOX_KINDS = ['reminder', 'notice'] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

/** What an item is about: a participant's journey and, for a reminder, the task on it. */
export interface InboxSubject {
  journeyId: string;
  taskId: string | null;
  /** Empty once his data were redacted. */
  name: string | null;
  /** Whether the reader is this participant. */
  own: boolean;
}

export interface InboxItem {
  id: string;
  /** In the order in which they were written. */
  seq: number;
  kind: InboxKind;
  /** As what the reader is told. */
  role: string;
  /** Of a reminder the step, such as `before:P1D:person`; of a notice the journey's message. */
  message: string;
  taskKind: string | null;
  /** Of a reminder `stage`: as whom the reader is told, who is himself the person where there is no deputy. */
  params: Record<string, unknown>;
  cohort: { id: string; name: string } | null;
  zone: Zone | null;
  due: Instant | null;
  /** The first of those that it is about, and how many they are. */
  subjects: InboxSubject[];
  count: number;
  at: Instant;
  readAt: Instant | null;
  /** Nothing is to be done any more: each of its tasks is closed. A notice is never settled. */
  settled: boolean;
}

export interface InboxCounts {
  total: number;
  /** Not read and not settled. */
  unread: number;
  unreadByKind: Record<InboxKind, number>;
}

export interface Recipient {
  id: string;
  /** Only what he is told as one of these: `role`, or `organisation:role`; null for everything. */
  chosen: string[] | null;
}

export interface InboxStore {
  /** The newest first, after the last one of the page before. */
  list(
    recipient: Recipient,
    filter: { unread?: boolean; kind?: InboxKind },
    page: { limit: number; after: { at: Instant; seq: number } | null },
  ): Promise<InboxItem[]>;
  counts(recipient: Recipient): Promise<InboxCounts>;
  /** Null where there is none of this id in his inbox. */
  read(recipient: Recipient, id: string, at: Instant): Promise<InboxItem | null>;
  /** Answers how many were unread. */
  readAll(recipient: Recipient, at: Instant): Promise<number>;
  /** Brings what journeys and timetables had to tell to the inboxes of those meant, once; answers how many were told. */
  distribute(limit: number): Promise<number>;
}
