import type { Clock } from '#libs/engine';
import type { Publisher } from './publisher.js';
import type { DeadlineShelf } from './work.js';

export interface HorizonLoaderParts {
  shelf: DeadlineShelf;
  publisher: Pick<Publisher, 'publishBuckets'>;
  /** Business time. */
  clock: Clock;
  /** How far ahead deadlines are handed to the queue, in hours; 0 while the clock stands still, as in the sandbox. */
  horizonHours: number;
  /** Into how many jobs a minute is divided. */
  shards: number;
  everyMs: number;
  onError: (error: unknown) => void;
}

const HOUR_MS = 3_600_000;

/**
 * Hands the deadlines of the next hours to the queue, a job for each minute and shard: the queue stays small however
 * many journeys wait. Every process may run one; the jobs' ids make their work the same.
 */
export class HorizonLoader {
  private timer: NodeJS.Timeout | null = null;
  private pass: Promise<void> = Promise.resolve();
  private stopped = true;

  constructor(private readonly parts: HorizonLoaderParts) {}

  /** Started once it goes on; a second loop would go on after the stop. */
  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.pass = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.pass;
  }

  /** One pass; answers how many shelves it handed over. */
  async load(): Promise<number> {
    const { shelf, publisher, clock, horizonHours, shards } = this.parts;
    const now = Date.parse(await clock.now());
    const until = new Date(now + horizonHours * HOUR_MS).toISOString();
    const buckets = await shelf.buckets(until, shards);
    if (buckets.length === 0) return 0;
    const handed = buckets.map((bucket) => ({ bucket, delay: Math.max(0, Date.parse(bucket.minute) - now) }));
    return (await publisher.publishBuckets(handed)) ? handed.length : 0;
  }

  private async run(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      this.parts.onError(error);
    }
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.pass = this.run();
    }, this.parts.everyMs);
    this.timer.unref();
  }
}
