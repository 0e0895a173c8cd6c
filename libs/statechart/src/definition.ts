import type { AnyStateMachine } from 'xstate';
import type { z } from 'zod';
import type { Bilingual, Due, Instant } from '#libs/calendar';

/** Who sent an event: an opaque id, and the role under which it was sent. */
export interface Actor {
  id: string;
  role: string;
  /** For whom he stands in; what that one may not, he may not for him either. */
  actingFor?: string;
}

/** What a machine receives for every event that a person, a program or the engine sends. */
export interface JourneyEvent {
  type: string;
  payload: Record<string, unknown>;
  actor: Actor;
}

/** The least that every context has: the clock, stamped before each step. A machine reads no other. */
export interface BaseContext {
  now: Instant;
}

export interface Refusal {
  code: string;
  detail: Bilingual;
  /** What kind of no it is; the HTTP layer turns it into 409, 422 or 403. */
  kind: 'conflict' | 'invalid' | 'forbidden';
  allowedEvents?: string[];
  /** Where in the event the ground of the no is, `payload.heldOn`. */
  errors?: { path: string; code: string; message: Bilingual }[];
}

export interface EventSpec {
  payload: z.ZodType;
  roles: readonly string[];
  /** An engine's verb (suspend, reschedule …) is accepted but never offered among the allowed events. */
  verb?: true;
}

/** Whose turn it is. `deadline` names the date that counts; null only in final states. */
export interface NextAction {
  action: string;
  owner: string;
  deadline: string | null;
  due: Instant | null;
}

/** As what an instance is counted, whatever the clock says. */
export interface Tally {
  state: string;
  /** A date passed and what was due then is still awaited. */
  late: boolean;
}

export interface DeadlineDue {
  name: string;
  due: Instant;
}

/**
 * A statechart with everything that the engine must know of it. Once released, `(key, version)` never changes its
 * meaning: recorded histories must fold to the same snapshots forever.
 */
export interface Definition<C extends BaseContext = BaseContext> {
  key: string;
  version: number;
  /** Effects are named actions; delays come from `delaysOf(dues)`. */
  machine: AnyStateMachine;
  /** When each named `after` falls due, from anchors in context alone; null means that no row is wanted now. */
  dues: Record<string, (context: C) => Due | null>;
  input: z.ZodType;
  events: Record<string, EventSpec>;
  /** Parameters of each effect; an action that is neither an assign nor named here fails at boot. */
  effects: Record<string, z.ZodType>;
  /** The same predicates as the guards, as an explanation; null lets the guards decide. */
  refusalOf(context: C, event: JourneyEvent, state: string[]): Refusal | null;
  /** Guards that need no payload: may this event be offered now? */
  offers?(context: C, type: string, state: string[]): boolean;
  isSuspended(context: C): boolean;
  /** Live states that may last for good: nobody owes anything and no date is near. Without it there are none. */
  mayRest?(context: C, state: string[]): boolean;
  whileSuspended: { offered: readonly string[]; folded: readonly string[] };
  nextOf(context: C, state: string[], deadlines: DeadlineDue[]): NextAction;
  /** As what its cohort counts the instance; without it, instances of this definition are not counted. */
  tallyOf?(context: C, state: string[], deadlines: DeadlineDue[]): Tally;
}

/** Keeps a concrete context type inside a registry of definitions of every kind. */
export type AnyDefinition = Definition<never>;

export interface StoredDeadline {
  /** Id of the state node that owns the `after`. */
  node: string;
  due: Instant;
  status: 'armed' | 'fired';
}

/** What the store keeps as jsonb: XState's own persisted snapshot and the deadline ledger that belongs to it. */
export interface StoredSnapshot {
  machine: { value: unknown; context: BaseContext; status: string } & Record<string, unknown>;
  deadlines: Record<string, StoredDeadline>;
}

export interface Effect {
  type: string;
  params: Record<string, unknown>;
}

export type DeadlineChange =
  | { op: 'arm' | 'move'; name: string; due: Instant; on: string; why: Bilingual }
  | { op: 'fire' | 'cancel'; name: string };

export type JourneyStatus = 'live' | 'suspended' | 'final';

export interface StepResult {
  stored: StoredSnapshot;
  /** Paths of the active leaves, e.g. `training.learning.selfLearning`. */
  state: string[];
  status: JourneyStatus;
  effects: Effect[];
  deadlines: DeadlineChange[];
  allowedEvents: string[];
  next: NextAction;
  tally: Tally | null;
}

export type StepOutcome = { ok: true; result: StepResult } | { ok: false; refusal: Refusal };
