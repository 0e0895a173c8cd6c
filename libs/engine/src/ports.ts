import type { Actor, Effect, JourneyStatus, NextAction, StoredSnapshot } from '#libs/statechart';
import type { Bilingual, Instant } from '#libs/calendar';
import type { DueDeadline, Outcome, Party } from './message.js';

/**
 * The present. Business time stamps events and decides what is due, and in the sandbox it stands still; wall time
 * counts leases and retries.
 */
export interface Clock {
  now(): Instant | Promise<Instant>;
}

/** The transaction of the unit. TypeORM's EntityManager is one; adapters may narrow it to that. */
export interface Transaction {
  query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T>;
}

/** Points at which a test may kill the process: an injected throw, never a global. */
export type FaultPoint = 'beforeCommit' | 'afterCommit' | 'afterEffect';
export interface FaultPoints {
  hit(point: FaultPoint, instanceId: string): void | Promise<void>;
}

/** An entry of the log as a projection sees it, with what the step made of the instance. */
export interface Entry {
  orgId: string;
  instanceId: string;
  definition: { key: string; version: number };
  personId: string | null;
  cohortId: string | null;
  links: Record<string, string>;
  seq: number;
  /** `started`, `deadlineFired` or the event's own type. */
  type: string;
  /** The input, `{ name }` of the deadline, or the event's payload. */
  data: Record<string, unknown>;
  actor: Actor;
  at: Instant;
  state: string[];
  status: JourneyStatus;
  context: Record<string, unknown>;
  effects: Effect[];
}

/** Writes product rows in the unit of the event. A throw rolls the whole unit back and opens an incident. */
export interface Projection {
  wants(definition: string, type: string): boolean;
  project(entry: Entry, tx: Transaction): Promise<void>;
}

export interface TaskSpec {
  kind: string;
  key: string;
  role: string;
  /** Role whose party is resolved as candidates; the task's own role by default. */
  candidate: string;
  /** Name of the deadline whose date the task shows and follows. */
  dueDeadline: string | null;
  priority: number;
  /** Events that complete the task. */
  events: string[];
  subject: Record<string, unknown>;
}

/** What an inline effect asks the store to write with the event. */
export type InlineWrite =
  | { op: 'openTask'; task: TaskSpec }
  | { op: 'closeTasks'; kinds: string[] | null; keys: string[] | null }
  | { op: 'flag'; code: string; params: Record<string, unknown> };

/** Effects that are rows of the unit itself, by effect name. Pure: the store executes what they answer. */
export type InlineEffects = Record<string, (params: Record<string, unknown>) => InlineWrite[]>;

/** An effect on its way out of the outbox. */
export interface OutboxEffect {
  /** Idempotency key: the same for every attempt. */
  id: string;
  orgId: string;
  instanceId: string;
  /** The entry that caused it, and its place among that entry's effects. */
  seq: number;
  ordinal: number;
  type: string;
  params: Record<string, unknown>;
  actor: Actor;
  /** When the entry happened in business time; use this, not the clock. */
  at: Instant;
  attempts: number;
}

/**
 * `inTransaction`: the handler's rows and the acknowledgement commit together, so it counts exactly once; it must not
 * call the engine. `run`: may be repeated after a crash; `effect.id` is the key under which a repeat is recognised.
 */
export type EffectHandler =
  | { inTransaction(effect: OutboxEffect, tx: Transaction): Promise<void> }
  | { run(effect: OutboxEffect): Promise<void> };

/** Called after commit, best effort: whatever it misses, the sweeper finds. */
export interface Delivery {
  nudge(outboxIds: string[]): Promise<void>;
  /** Makes an effect that was given up ready again. */
  revive(outboxId: string): Promise<void>;
}

export interface Instance {
  orgId: string;
  id: string;
  definition: { key: string; version: number };
  snapshot: StoredSnapshot;
  state: string[];
  status: JourneyStatus;
  revision: number;
  /** Hash of the last entry, hex. */
  head: string;
  next: NextAction;
  personId: string | null;
  cohortId: string | null;
  links: Record<string, string>;
  createdAt: Instant;
  updatedAt: Instant;
}

export type DeadlineStatus = 'armed' | 'fired' | 'cancelled';

export interface DeadlineRow {
  token: string;
  instanceId: string;
  name: string;
  due: Instant;
  on: string;
  why: Bilingual;
  status: DeadlineStatus;
  /** When it fired, in business time. */
  firedAt: Instant | null;
  /** Entries that armed or last moved it, and that fired or cancelled it. */
  setBySeq: number;
  closedBySeq: number | null;
}

export interface LogEntry {
  seq: number;
  type: string;
  /** Null once redacted. */
  data: Record<string, unknown> | null;
  salt: string | null;
  digest: string;
  prevHash: string;
  hash: string;
  actor: Actor;
  at: Instant;
  messageId: string;
  definitionVersion: number;
  redactedAt: Instant | null;
  /** The snapshot after a redacted entry, so that the fold can go on from it. */
  checkpoint: StoredSnapshot | null;
}

export interface InboxEntry {
  messageId: string;
  /** Salted digest of the message; a reuse of the id for another message is refused. Null once redacted. */
  salt: string | null;
  digest: string | null;
  outcome: Outcome;
}

/** What one look at the store found. */
export interface Found {
  instance: Instance;
  seen: InboxEntry | null;
  /** The row of the token asked for. */
  deadline: DeadlineRow | null;
}

export type DeadlineWrite =
  | { op: 'arm' | 'move'; seq: number; name: string; token: string; due: Instant; on: string; why: Bilingual }
  | { op: 'fire' | 'cancel'; seq: number; name: string };

/** `cause`: the type of the entry that the effect belongs to; `actor`: whose it was. */
export type InlineRow = InlineWrite & { id: string; seq: number; cause: string; actor: string };

export interface OutboxWrite {
  id: string;
  seq: number;
  ordinal: number;
  kind: string;
  payload: Record<string, unknown>;
}

export type NewEntry = Omit<LogEntry, 'redactedAt' | 'checkpoint'>;

/** Everything that one message writes; all of it or nothing. */
export interface Unit {
  op: 'start' | 'advance';
  instance: Instance;
  /** Guard: the revision that was read. */
  expected: number;
  parties: Party[];
  inbox: InboxEntry;
  entries: NewEntry[];
  deadlines: DeadlineWrite[];
  inline: InlineRow[];
  outbox: OutboxWrite[];
  /** Blanks the data and salt of one entry and of its inbox row. */
  redact: { seq: number; checkpoint: StoredSnapshot } | null;
  at: Instant;
}

export type Decision<T> =
  | { do: 'answer'; answer: T }
  | { do: 'record'; orgId: string; instanceId: string; inbox: InboxEntry; at: Instant; answer: T }
  | { do: 'write'; unit: Unit; within: ((tx: Transaction) => Promise<void>) | null; answer: T };

export interface UnitRef {
  instanceId: string;
  messageId: string;
  token?: string;
}

export type IncidentKind = 'message' | 'deadline' | 'effect';

export interface IncidentReport {
  orgId: string | null;
  instanceId: string;
  kind: IncidentKind;
  /** Message id, deadline token or outbox id: one open incident for each. */
  ref: string;
  /** In plain words. */
  cause: string;
  detail: string;
  /** What is needed to try again; null where the ref says it all. */
  message: Record<string, unknown> | null;
  at: Instant;
}

export interface Incident extends IncidentReport {
  id: string;
  status: 'open' | 'resolved';
  occurrences: number;
  resolvedAt: Instant | null;
}

/** The record. Its adapter retries a unit from its beginning on conflict, serialization failure and deadlock only. */
export interface EngineStore {
  /** Reads, lets `think` decide on what was found, writes the decision guarded by the revision that was read. */
  decide<T>(ref: UnitRef, think: (found: Found | null) => Decision<T>): Promise<T>;
  instance(id: string): Promise<Instance | null>;
  /** Ids in order, after one of them: for whoever goes through all. */
  instanceIds(after: string | null, limit: number): Promise<string[]>;
  entries(instanceId: string): Promise<LogEntry[]>;
  deadlines(instanceId: string): Promise<DeadlineRow[]>;
  /** Armed, due, of live instances without an open incident on a deadline; ordered by due, instance, name. */
  due(upTo: Instant, limit: number): Promise<DueDeadline[]>;
  openIncident(report: IncidentReport): Promise<string>;
  incident(id: string): Promise<Incident | null>;
  incidents(filter: {
    status?: 'open' | 'resolved';
    instanceId?: string;
    limit?: number;
  }): Promise<Incident[]>;
  resolveIncident(id: string, at: Instant): Promise<void>;
  /** True for broken I/O and injected faults: to be thrown on, never parked as an incident. */
  isInfrastructure(error: unknown): boolean;
}

/** The outbox half of the record. `now` is wall time, for a business clock may stand still. */
export interface OutboxStore {
  /** Leases pending rows that are ready; of `ids` only, or whichever are oldest. */
  claim(request: {
    ids: string[] | null;
    now: Instant;
    leaseUntil: Instant;
    limit: number;
  }): Promise<LeasedEffect[]>;
  /** Runs `work` and acknowledges in one transaction; false when the lease was lost, with nothing done. */
  workAndAck(effect: LeasedEffect, now: Instant, work: (tx: Transaction) => Promise<void>): Promise<boolean>;
  ack(effect: LeasedEffect, now: Instant): Promise<boolean>;
  /** Gives it back for `nextAttemptAt`, or for good when that is null. */
  fail(effect: LeasedEffect, error: string, nextAttemptAt: Instant | null): Promise<void>;
  /** Makes a row that was given up pending again. */
  revive(id: string, now: Instant): Promise<boolean>;
}

export interface LeasedEffect extends OutboxEffect {
  leaseId: string;
}
