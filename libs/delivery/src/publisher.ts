import { Queue } from 'bullmq';
import type { DeliveryBackend } from './backend.js';
import { countPaused } from './count-paused.js';
import type { BulkJobOf, Hostility } from './hostility.js';
import { type Bucket, bucketJobId, type EffectsJob, effectsJobId, QUEUES } from './queues.js';

export interface PublisherParts {
  backend: DeliveryBackend;
  /** Told once each time the queue's store stops or starts answering. */
  onState?: (state: 'away' | 'back', error?: unknown) => void;
  /** For tests only: makes of the jobs of a publication what a bad day would. */
  hostility?: Hostility;
  /** Milliseconds after which a store that does not answer counts as away. */
  patienceMs?: number;
}

const PATIENCE_MS = 500;
/** While the store is away nobody tries more often than this. */
const REST_MS = 2000;
/** Finished jobs leave at once, so that the same id can come again; failed ones stay for the dashboard. */
const JOB = {
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: { age: 7 * 24 * 3600, count: 1000 },
} as const;

/**
 * Puts jobs on the queues, best effort: what it cannot put there the sweeper finds in Postgres. It never throws and
 * never holds a request up for longer than its patience.
 */
export class Publisher {
  private readonly deadlines: Queue<Bucket>;
  private readonly effects: Queue<EffectsJob>;
  private restUntil = 0;
  private away = false;

  constructor(private readonly parts: PublisherParts) {
    const connection = parts.backend.producer;
    this.deadlines = countPaused(
      new Queue<Bucket>(QUEUES.deadlines, { connection, skipWaitingForReady: true }),
    );
    this.effects = countPaused(
      new Queue<EffectsJob>(QUEUES.effects, { connection, skipWaitingForReady: true }),
    );
    for (const queue of this.queues) queue.on('error', (error) => this.failed(error));
  }

  /** For dashboards and metrics. */
  get queues(): Queue[] {
    return [this.deadlines, this.effects];
  }

  /** Whether the queue's store answers, asked now. Throws when it does not, within the patience. */
  async reach(): Promise<void> {
    const { patienceMs = PATIENCE_MS } = this.parts;
    await within(patienceMs, this.effects.getJobCountByTypes('waiting'));
  }

  /** One job for each shelf, to run after its delay in milliseconds; those that wait already are left as they are. */
  publishBuckets(buckets: readonly { bucket: Bucket; delay: number }[]): Promise<boolean> {
    const jobs = buckets.map(({ bucket, delay }) => ({
      name: 'due',
      data: bucket,
      opts: { ...JOB, jobId: bucketJobId(bucket), delay },
    }));
    return this.publish(this.deadlines, jobs);
  }

  /** One job for each batch of outbox rows. */
  publishEffects(batches: readonly string[][]): Promise<boolean> {
    const jobs = batches.map((ids) => ({
      name: 'carry',
      data: { ids },
      opts: { ...JOB, jobId: effectsJobId(ids) },
    }));
    return this.publish(this.effects, jobs);
  }

  async close(): Promise<void> {
    await Promise.all(
      this.queues.map((queue) => within(PATIENCE_MS * 4, queue.close()).catch(() => undefined)),
    );
  }

  private async publish(queue: Queue, jobs: BulkJobOf<unknown>[]): Promise<boolean> {
    if (Date.now() < this.restUntil) return false;
    const { hostility, patienceMs = PATIENCE_MS } = this.parts;
    try {
      const add = queue.addBulk(hostility?.distort(jobs) ?? jobs);
      await within(patienceMs, add);
      await hostility?.after(this.queues);
      this.answered();
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  private answered(): void {
    if (!this.away) return;
    this.away = false;
    this.parts.onState?.('back');
  }

  private failed(error: unknown): void {
    this.restUntil = Date.now() + REST_MS;
    if (this.away) return;
    this.away = true;
    this.parts.onState?.('away', error);
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`The queue's store did not answer within ${ms} ms.`)), ms);
  });
  // Whichever loses the race must not end the process with an unhandled rejection.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
