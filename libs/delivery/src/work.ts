import type { Instant } from '#libs/calendar';
import type { Bucket } from './queues.js';

/** What the consumers do; the engine's side of delivery. Everything here may be repeated. */
export interface DeliveryWork {
  /** Fires what is due on a shelf, until nothing is left or `stopping` says so. Answers how many fired. */
  fireBucket(bucket: Bucket, stopping: () => boolean): Promise<number>;
  /** Carries out the effects of these outbox rows that nobody has carried yet. */
  carry(ids: string[]): Promise<void>;
}

/** Where the horizon loader reads. */
export interface DeadlineShelf {
  /** Shelves on which armed deadlines lie that fall due up to an instant. */
  buckets(until: Instant, shards: number): Promise<Bucket[]>;
}
