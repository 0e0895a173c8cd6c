import type { Clock } from '#libs/engine';
import type { Instant } from '#libs/calendar';

export interface SandboxClockStore {
  read(): Promise<Instant | null>;
  write(now: Instant): Promise<void>;
}

/** Business time that stands still between calls. The database keeps it over a restart; the process reads its own copy. */
export class SandboxClock implements Clock {
  private constructor(
    private readonly store: SandboxClockStore,
    private standing: Instant,
  ) {}

  /** Goes on where it stood, or begins at the sandbox's fixed instant. */
  static async resume(store: SandboxClockStore, beginning: Instant): Promise<SandboxClock> {
    const stored = await store.read();
    if (stored === null) await store.write(beginning);
    return new SandboxClock(store, stored ?? beginning);
  }

  now(): Instant {
    return this.standing;
  }

  /** @throws RangeError when it would go back: everything recorded so far would lie in the future. */
  async standAt(instant: Instant): Promise<void> {
    if (instant < this.standing)
      throw new RangeError(`the sandbox clock would go back from ${this.standing} to ${instant}`);
    if (instant === this.standing) return;
    await this.store.write(instant);
    this.standing = instant;
  }
}
