import type { Instant } from '#libs/calendar';
import type { EffectHandlers } from './effect-handlers.js';
import { causeOf } from './incident-desk.js';
import type { EngineStore } from './engine-store.port.js';
import type { Delivery, LeasedEffect, OutboxStore } from './outbox.port.js';
import type { Clock, FaultPoints } from './ports.js';

export interface RelayParts {
  outbox: OutboxStore;
  store: Pick<EngineStore, 'isInfrastructure'>;
  handlers: EffectHandlers;
  /** Wall time: leases and retries go on while a sandbox's clock stands still. */
  wall: Clock;
  faults?: FaultPoints;
  /** Told of each attempt that came to its end, for the log. */
  onTried?: (effect: LeasedEffect, attempt: Attempt) => void;
  maxAttempts?: number;
  leaseSeconds?: number;
  /** Seconds to wait after the n-th failure. */
  backoffSeconds?: (attempts: number) => number;
}

export type Attempt = { ok: true } | { ok: false; cause: string; isGivenUp: boolean };

const MAX_ATTEMPTS = 8;
const LEASE_SECONDS = 60;
const BATCH = 50;

/** Two seconds, doubling, an hour at most. */
const doubling = (attempts: number): number => Math.min(2 ** attempts, 3600);

/**
 * Carries effects out of the outbox, in this process. Called right after commit with the rows of the unit, and by the
 * sweeper for whatever was left over.
 */
export class Relay implements Delivery {
  constructor(private readonly parts: RelayParts) {}

  /** Runs the handlers of these rows and waits for them. Their failures are written on the rows, never thrown. */
  async nudge(outboxIds: string[]): Promise<void> {
    for (let from = 0; from < outboxIds.length; from += BATCH) {
      await this.carry(outboxIds.slice(from, from + BATCH), BATCH);
    }
  }

  /** Carries up to `limit` rows that have been ready for so long, whoever left them; answers how many it took up. */
  sweep(limit: number, forMs = 0): Promise<number> {
    return this.carry(null, limit, forMs);
  }

  /** Makes a row that was given up ready again and carries it. */
  async revive(id: string): Promise<void> {
    if (await this.parts.outbox.revive(id, await this.parts.wall.now())) await this.nudge([id]);
  }

  private async carry(ids: string[] | null, limit: number, readyForMs = 0): Promise<number> {
    const now = await this.parts.wall.now();
    const leaseUntil = after(now, this.parts.leaseSeconds ?? LEASE_SECONDS);
    const readySince = after(now, -readyForMs / 1000);
    const effects = await this.parts.outbox.claim({ ids, now: readySince, leaseUntil, limit });
    const writing = effects.filter((effect) => this.writes(effect));
    if (writing.length > 1) await this.carryTogether(writing);
    else for (const effect of writing) await this.carryOne(effect);
    for (const effect of effects) if (!writing.includes(effect)) await this.carryOne(effect);
    return effects.length;
  }

  /** Rows of ours, which can share a transaction; what leaves the house goes one by one. */
  private writes({ type }: LeasedEffect): boolean {
    const { handlers } = this.parts;
    return handlers.has(type) && 'inTransaction' in handlers.get(type);
  }

  /** A bad one spoils the transaction and no more: then each goes alone. */
  private async carryTogether(effects: LeasedEffect[]): Promise<void> {
    try {
      await this.write(effects);
    } catch (error) {
      if (this.parts.store.isInfrastructure(error)) throw error;
      for (const effect of effects) await this.carryOne(effect);
    }
  }

  private async write(effects: LeasedEffect[]): Promise<void> {
    const { outbox, handlers, wall, faults, onTried } = this.parts;
    let done: LeasedEffect[] = [];
    await outbox.workAndAck(effects, await wall.now(), async (held, tx) => {
      done = held;
      for (const effect of held) {
        const handler = handlers.get(effect.type);
        if ('inTransaction' in handler) await handler.inTransaction(effect, tx);
        await faults?.hit('afterEffect', effect.instanceId);
      }
    });
    for (const effect of done) onTried?.(effect, { ok: true });
  }

  private async carryOne(effect: LeasedEffect): Promise<void> {
    try {
      await this.handle(effect);
    } catch (error) {
      if (this.parts.store.isInfrastructure(error)) throw error;
      await this.failed(effect, error);
    }
  }

  private async handle(effect: LeasedEffect): Promise<void> {
    const { outbox, handlers, wall, faults, onTried } = this.parts;
    const handler = handlers.get(effect.type);
    if ('inTransaction' in handler) return this.write([effect]);
    const now = await wall.now();
    await handler.run(effect);
    await faults?.hit('afterEffect', effect.instanceId);
    await outbox.ack(effect, now);
    onTried?.(effect, { ok: true });
  }

  private async failed(effect: LeasedEffect, error: unknown): Promise<void> {
    const { outbox, wall, maxAttempts = MAX_ATTEMPTS, backoffSeconds = doubling } = this.parts;
    const now = await wall.now();
    const isSpent = effect.attempts >= maxAttempts;
    const fault = causeOf(error);
    await outbox.fail(effect, fault, isSpent ? null : after(now, backoffSeconds(effect.attempts)));
    this.parts.onTried?.(effect, { ok: false, cause: fault.cause, isGivenUp: isSpent });
  }
}

function after(now: Instant, seconds: number): Instant {
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}
