import type { Delivery, OutboxStore } from '#libs/engine';
import type { Publisher } from './publisher.js';

export interface QueueDeliveryParts {
  publisher: Pick<Publisher, 'publishEffects'>;
  outbox: Pick<OutboxStore, 'revive'>;
  /** Wall time. */
  now: () => string | Promise<string>;
  /**
   * Waits until these rows are carried, or for as long as it is prepared to. The sandbox gives one, so that whoever
   * tries things out sees what an event did in the very next answer; production answers without waiting.
   */
  settled?: (ids: readonly string[]) => Promise<void>;
  /** Carries effects in this process until the queue is opened: while a sandbox loads nobody consumes yet. */
  meanwhile: Delivery;
}

/** Effects of requests that come within this time share a job. */
const GATHER_MS = 5;
const BATCH = 50;

/** The engine's nudge after commit, through the queue. What it misses, the sweeper finds. */
export class QueueDelivery implements Delivery {
  private waiting: string[] = [];
  private gathering: Promise<void> | null = null;
  private isOpen = false;

  constructor(private readonly parts: QueueDeliveryParts) {}

  /** From now on effects go through the queue. */
  open(): void {
    this.isOpen = true;
  }

  /** Effects are carried in this process again; publishes what has gathered. A clean stop begins with it. */
  async shut(): Promise<void> {
    this.isOpen = false;
    await this.flush();
  }

  async nudge(outboxIds: string[]): Promise<void> {
    if (outboxIds.length === 0) return;
    if (!this.isOpen) return this.parts.meanwhile.nudge(outboxIds);
    this.waiting.push(...outboxIds);
    this.gathering ??= this.gather();
    if (!this.parts.settled) return;
    await this.gathering;
    await this.parts.settled(outboxIds);
  }

  async revive(outboxId: string): Promise<void> {
    if (await this.parts.outbox.revive(outboxId, await this.parts.now())) await this.nudge([outboxId]);
  }

  private async flush(): Promise<void> {
    const ids = this.waiting;
    this.waiting = [];
    this.gathering = null;
    if (ids.length > 0) await this.parts.publisher.publishEffects(batchesOf(ids));
  }

  private async gather(): Promise<void> {
    await new Promise((done) => setTimeout(done, GATHER_MS));
    await this.flush();
  }
}

function batchesOf(ids: readonly string[]): string[][] {
  const batches: string[][] = [];
  for (let from = 0; from < ids.length; from += BATCH) batches.push(ids.slice(from, from + BATCH));
  return batches;
}
