import type { Engine } from './engine.js';
import type { Clock } from './ports.js';
import type { Relay } from './relay.js';

export interface SweeperParts {
  engine: Pick<Engine, 'due' | 'fireMany'>;
  relay: Pick<Relay, 'sweep'>;
  /** Business time: decides what is due. */
  clock: Clock;
  /** Pause between two passes that found nothing more to do. */
  everyMs: number;
  /**
   * Milliseconds that the queue is given before this steps in; 0 where there is no queue. Both lines may work on the same
   * thing: it still counts once.
   */
  graceMs?: number;
  batch?: number;
  /** A pass that failed; the next one tries again. */
  onError: (error: unknown) => void;
}

const BATCH = 100;
const HANDFUL = 10;

/** Fires due deadlines and carries leftover effects, for as long as the process lives: the line under the queue. */
export class Sweeper {
  private timer: NodeJS.Timeout | null = null;
  private pass: Promise<void> = Promise.resolve();
  private stopping = true;

  constructor(private readonly parts: SweeperParts) {}

  /** Started once it goes on; a second loop would go on after the stop. */
  start(): void {
    if (!this.stopping) return;
    this.stopping = false;
    this.schedule(0);
  }

  /** Lets the pass that runs finish the step at hand; after it nothing is touched any more. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.pass;
  }

  /** One pass: what is due at its beginning, in order, then the outbox. Answers how much it did. */
  async sweep(): Promise<number> {
    return this.pace(() => false);
  }

  /** The same; once `isOver` nothing more is begun. */
  private async pace(isOver: () => boolean): Promise<number> {
    return (await this.fireDue(isOver)) + (await this.carryLeftOver(isOver));
  }

  private async fireDue(isOver: () => boolean): Promise<number> {
    const { engine, clock, batch = BATCH, graceMs = 0 } = this.parts;
    const upTo = new Date(Date.parse(await clock.now()) - graceMs).toISOString();
    const due = await engine.due(upTo, batch);
    if (isOver() || due.length === 0) return 0;
    const outcomes = await engine.fireMany(due);
    return outcomes.filter(({ ok }) => ok).length;
  }

  /** A few at a time, so that a stop need not wait for all of them. */
  private async carryLeftOver(isOver: () => boolean): Promise<number> {
    let carried = 0;
    while (!isOver()) {
      const some = await this.parts.relay.sweep(HANDFUL, this.parts.graceMs);
      carried += some;
      if (some < HANDFUL) break;
    }
    return carried;
  }

  private schedule(delay: number): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => {
      this.pass = this.run();
    }, delay);
    this.timer.unref();
  }

  private async run(): Promise<void> {
    try {
      const done = await this.pace(() => this.stopping);
      this.schedule(done > 0 ? 0 : this.parts.everyMs);
    } catch (error) {
      this.parts.onError(error);
      this.schedule(this.parts.everyMs);
    }
  }
}
