import type { Actor } from '#libs/statechart';
import type { Instant } from '#libs/calendar';
import type { Transaction } from './ports.js';

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

/** The outbox half of the record. `now` is wall time, for a business clock may stand still. */
export interface OutboxStore {
  /** Leases pending rows that are ready; of `ids` only, or whichever are oldest. */
  claim(request: {
    ids: string[] | null;
    now: Instant;
    leaseUntil: Instant;
    limit: number;
  }): Promise<LeasedEffect[]>;
  /**
   * Runs `work` for those whose lease still holds and acknowledges them, all in one transaction; what others have taken
   * over meanwhile is left to them.
   */
  workAndAck(
    effects: readonly LeasedEffect[],
    now: Instant,
    work: (held: LeasedEffect[], tx: Transaction) => Promise<void>,
  ): Promise<void>;
  ack(effect: LeasedEffect, now: Instant): Promise<boolean>;
  /**
   * Gives it back for `nextAttemptAt`. When that is null it is given up, and the incident that says so is opened with it:
   * nobody can die in between and leave it unseen. Whoever lost the lease changes nothing.
   */
  fail(
    effect: LeasedEffect,
    error: { cause: string; detail: string },
    nextAttemptAt: Instant | null,
  ): Promise<void>;
  /** Makes a row that was given up pending again. */
  revive(id: string, now: Instant): Promise<boolean>;
}

export interface LeasedEffect extends OutboxEffect {
  leaseId: string;
}
