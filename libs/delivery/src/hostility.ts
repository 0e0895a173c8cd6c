import type { Queue } from 'bullmq';

/** A job on its way into a queue. */
export interface BulkJobOf<T> {
  name: string;
  data: T;
  opts: { jobId: string; delay?: number; [option: string]: unknown };
}

/** How long a job may be held back, in milliseconds. */
const HELD_BACK_MS = 40;
/** After so many publications everything that waits is thrown away, once. */
const WIPE_AFTER = 12;

/**
 * For tests: every job comes twice, shuffled and late, and once in the middle the queue's store is wiped. What the product
 * does must be the same as on a calm day.
 */
export class Hostility {
  private publications = 0;

  constructor(private readonly random: () => number = Math.random) {}

  distort<T>(jobs: readonly BulkJobOf<T>[]): BulkJobOf<T>[] {
    const twice = jobs.flatMap((job) => [
      job,
      { ...job, opts: { ...job.opts, jobId: `${job.opts.jobId}-again` } },
    ]);
    return twice
      .map((job) => ({ ...job, opts: { ...job.opts, delay: (job.opts.delay ?? 0) + this.heldBack() } }))
      .map((job) => ({ job, place: this.random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ job }) => job);
  }

  async after(queues: readonly Queue[]): Promise<void> {
    this.publications += 1;
    if (this.publications !== WIPE_AFTER) return;
    for (const queue of queues) await queue.obliterate({ force: true });
  }

  private heldBack(): number {
    return Math.floor(this.random() * HELD_BACK_MS);
  }
}
