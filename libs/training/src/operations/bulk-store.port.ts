import type { PageRequest } from '#libs/access';
import type { Bilingual, Instant, Zone } from '#libs/calendar';
import type { DeadlineRow, FieldError } from '#libs/engine';
import type { Actor, StoredSnapshot } from '#libs/statechart';
import type { JourneyFilter } from '../journeys/journey-index.port.js';
import type { BulkOrder } from './bulk-input.js';

export type BulkStatus = 'running' | 'paused' | 'done';
/** `refused`: the journey said no. `failed`: a fault of the system, which left an incident. */
export type ItemStatus = 'pending' | 'done' | 'refused' | 'failed';

/** Something that a person did to an operation. */
export interface BulkAct {
  act: 'started' | 'paused' | 'resumed' | 'retried';
  actorId: string;
  at: Instant;
  reason: string | null;
}

export interface BulkOperation {
  id: string;
  orgId: string;
  order: BulkOrder;
  reason: string;
  /** In whose name every journey is told. */
  actor: Actor;
  username: string;
  status: BulkStatus;
  /** Business time. */
  at: Instant;
  finishedAt: Instant | null;
  total: number;
  counts: Record<ItemStatus, number>;
  acts: (BulkAct & { username: string })[];
}

/** What goes to a journey; written down before it is sent, so that a repeat says the same. */
export interface BulkEvent {
  type: string;
  payload: Record<string, unknown>;
}

export interface Refusal {
  code: string;
  detail: Bilingual;
  errors?: FieldError[] | undefined;
  incidentId?: string | undefined;
}

export interface BulkItem {
  journeyId: string;
  participant: { name: string | null; nip: string | null };
  status: ItemStatus;
  /** How often it was sent anew after a no: another attempt is another message. */
  attempt: number;
  event: BulkEvent | null;
  refusal: Refusal | null;
  at: Instant | null;
}

/** As much of a journey as it takes to tell what an order makes of it. */
export interface BulkStanding {
  journeyId: string;
  orgId: string;
  definition: { key: string; version: number };
  snapshot: StoredSnapshot;
  status: 'live' | 'suspended' | 'final';
  state: string[];
  zone: Zone;
  participant: { name: string | null; nip: string | null };
  /** Armed ones. */
  deadlines: Pick<DeadlineRow, 'name' | 'due' | 'on' | 'why'>[];
}

/** Whose journeys somebody may run: an institute its own, LAN all. */
export interface RunScope {
  all: boolean;
  owners: string[];
}

export interface BulkFilter extends JourneyFilter {
  status?: 'live' | 'suspended' | 'incident';
}

export interface NewBulkOperation extends Pick<
  BulkOperation,
  'id' | 'orgId' | 'order' | 'reason' | 'actor' | 'at'
> {
  journeyIds: string[];
  /** Of the ids asked for: those that the caller may not run. */
  unknown: string[];
}

export interface BulkStore {
  /** Ids of journeys that are not over, in order, `limit` at most. */
  matching(scope: RunScope, filter: BulkFilter, now: Instant, limit: number): Promise<string[]>;
  /** Those of the ids that may be run, in order. */
  among(scope: RunScope, ids: readonly string[]): Promise<string[]>;
  standings(ids: readonly string[]): Promise<BulkStanding[]>;
  /** What stands on the journey's record under a message's id; null for nothing, or what was redacted since. */
  said(journeyId: string, messageId: string): Promise<BulkEvent | null>;
  /** The same id again changes nothing. */
  create(operation: NewBulkOperation, refusal: Refusal): Promise<void>;
  byId(id: string): Promise<BulkOperation | null>;
  /** Newest first. */
  list(scope: RunScope, page: PageRequest): Promise<BulkOperation[]>;
  items(id: string, filter: { status?: ItemStatus | undefined }, page: PageRequest): Promise<BulkItem[]>;
  /** Pending ones of an operation that runs; none once it is paused. */
  next(id: string, limit: number): Promise<Pick<BulkItem, 'journeyId' | 'attempt' | 'event' | 'refusal'>[]>;
  prepare(id: string, events: { journeyId: string; event: BulkEvent }[]): Promise<void>;
  /** Of those that still wait; also says that somebody works on it. */
  record(
    id: string,
    results: Pick<BulkItem, 'journeyId' | 'status' | 'refusal'>[],
    at: Instant,
    leaseUntil: Instant,
  ): Promise<void>;
  /** Takes up an operation that runs and that nobody works on; of a given one, or of any. */
  takeUp(id: string | null, now: Instant, leaseUntil: Instant): Promise<BulkOperation | null>;
  renew(id: string, leaseUntil: Instant): Promise<void>;
  letGo(id: string): Promise<void>;
  /** Nothing waits any more: it is done. */
  finish(id: string, at: Instant): Promise<void>;
  /** False when it does not stand as it would have to. */
  pause(id: string, act: BulkAct): Promise<boolean>;
  resume(id: string, act: BulkAct): Promise<boolean>;
  /** Whatever did not succeed waits again. A no is asked anew; what failed is the same message still. */
  retry(id: string, act: BulkAct): Promise<boolean>;
}
