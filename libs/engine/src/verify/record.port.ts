import type { Instant } from '#libs/calendar';
import type { DeadlineRow, Instance, LogEntry } from '../engine-store.port.js';
import type { Transaction } from '../ports.js';

export interface OutboxRow {
  id: string;
  seq: number;
  ordinal: number;
  kind: string;
  payload: Record<string, unknown>;
  status: 'pending' | 'done' | 'dead';
}

export interface TaskRow {
  id: string;
  kind: string;
  key: string;
  role: string;
  candidateRole: string;
  dueDeadline: string | null;
  due: Instant | null;
  status: 'open' | 'claimed' | 'done' | 'closed';
  /** Events that complete it. */
  events: string[];
  openedBySeq: number;
  closedAt: Instant | null;
}

export interface FlagRow {
  id: string;
  seq: number;
  code: string;
  params: Record<string, unknown>;
}

/** What was answered to a message that was accepted. */
export interface MessageRow {
  messageId: string;
  /** Its own entry; null in answers that say none. */
  seq: number | null;
}

/** An instance with everything of the engine's that hangs on it, as of one moment. */
export interface InstanceRecord {
  instance: Instance;
  entries: LogEntry[];
  deadlines: DeadlineRow[];
  outbox: OutboxRow[];
  tasks: TaskRow[];
  flags: FlagRow[];
  messages: MessageRow[];
  /** A deadline of it is parked with an open incident. */
  parked: boolean;
}

/** Which instances are looked at; all of them where nothing is given. */
export interface RecordFilter {
  instanceIds?: string[];
  /** One of so many parts of about the same size, counted from 0: for whoever looks at several of them at once. */
  part?: { at: number; of: number };
}

/** Whatever else is read at the same moment. */
export type Beside<T> = (tx: Transaction, records: InstanceRecord[]) => Promise<T>;

export interface Looked<T> {
  records: InstanceRecord[];
  beside: T;
}

/** Rows whose instance is missing, by table. */
export interface Ownerless {
  table: string;
  instanceId: string;
}

/** How many a counter says are in a state, and how many are. */
export interface TallyFault {
  /** Null in a sum over all organisations. */
  orgId: string | null;
  /** Null in a sum over cohorts. */
  cohortId: string | null;
  state: string;
  late: boolean;
  counted: number;
  standing: number;
}

/** Reads the record for whoever checks it: short read-only transactions, each of one moment, never a lock. */
export interface RecordSource {
  /** Instances in the order of their ids after one of them, as many as have `mostEntries` entries together; at least one. */
  page<T>(
    request: { filter: RecordFilter; after: string | null; mostEntries: number },
    beside: Beside<T>,
  ): Promise<Looked<T>>;
  /** These instances as they are now; those that are gone are left out. */
  look<T>(ids: string[], beside: Beside<T>): Promise<Looked<T>>;
  /** Rows of no instance, a page of instance ids at a time. */
  ownerless(): AsyncIterable<Ownerless[]>;
  /** Counters of cohorts that disagree with the instances that stand there, and sums that disagree with the cohorts'. */
  tallies(): Promise<TallyFault[]>;
  /** When anything was last written, in business time; null in an empty record. */
  lastWrite(): Promise<Instant | null>;
  count(filter: RecordFilter): Promise<number>;
}

/** What an instance and its deadline rows ought to be. */
export interface Mending {
  instance: Instance;
  /** Rows to write, each under its token; a row of the same token is replaced. */
  put: DeadlineRow[];
  /** Tokens of rows that the log knows nothing of. */
  remove: string[];
}

/** Writes what the log says over what is stored. */
export interface RecordMender {
  /** False, with nothing written, when the instance has moved on or its log has. */
  mend(mending: Mending): Promise<boolean>;
  /** Brings the counters of cohorts to what stands there, and the sums over them; answers how many were wrong. */
  mendTallies(): Promise<number>;
}
