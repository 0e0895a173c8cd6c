import type { Actor, Effect, JourneyStatus } from '#libs/statechart';
import type { Instant } from '#libs/calendar';

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
  /** The same for entries of distinct instances, in few statements; without it they are projected one by one. */
  projectMany?(entries: Entry[], tx: Transaction): Promise<void>;
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
