import type { Actor, JourneyStatus, NextAction, StoredSnapshot, Tally } from '#libs/statechart';
import type { Bilingual, Instant } from '#libs/calendar';
import type { DueDeadline, Outcome, Party } from './message.js';
import type { Entry, InlineWrite, Transaction } from './ports.js';

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
  /** As what its cohort counts it; null when it is not counted. */
  tally: Tally | null;
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

/** What a step needs of an instance: the rest it replaces, or leaves as it is. */
export type Standing = Omit<Instance, 'state' | 'status' | 'next' | 'createdAt' | 'updatedAt'>;

/** What one look at the store found. */
export interface Found {
  instance: Standing;
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
  /** As it stands afterwards; what a start makes was made at its first entry. */
  instance: Omit<Instance, 'createdAt'>;
  /** Guard: the revision that was read. */
  expected: number;
  /** As what the instance was counted before. */
  was: Tally | null;
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
  /** `wanted`: entries that a projection asks for; without any the unit is a single statement. */
  | { do: 'write'; unit: Unit; wanted: Entry[]; answer: T };

export interface UnitRef {
  instanceId: string;
  messageId: string;
  token?: string;
}

/** A message on its way to the store: where to look, and what to make of what is found there. */
export interface Asked<T> {
  ref: UnitRef;
  think: (found: Found | null) => Decision<T>;
}

/** What came of one of many: its own failure never spoils its neighbours. */
export type Settled<T> = { ok: true; answer: T } | { ok: false; error: unknown };

/** Writes the product rows of these entries; those of one instance stand in the order of its log. */
export type Project = (entries: Entry[], tx: Transaction) => Promise<void>;

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
  decide<T>(asked: Asked<T>, project: Project): Promise<T>;
  /**
   * The same for many, of distinct instances, in one transaction; in the order in which they were asked. Where
   * one spoils the transaction it is found and set apart. Throws on broken I/O only.
   */
  decideMany<T>(asked: readonly Asked<T>[], project: Project): Promise<Settled<T>[]>;
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
