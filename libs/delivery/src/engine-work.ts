import type { Clock, DueDeadline, Engine, Relay } from '#libs/engine';
import type { Bucket } from './queues.js';
import type { DeliveryWork } from './work.js';

export interface EngineWorkParts {
  engine: Pick<Engine, 'fireMany'>;
  relay: Pick<Relay, 'nudge'>;
  shelf: { due(bucket: Bucket, now: string, limit: number): Promise<DueDeadline[]> };
  /** Business time. */
  clock: Clock;
}

/** How many are fired between two looks at the shelf: some transactions' worth. */
const HANDFUL = 1000;

/** What a job comes to: the engine fires, the relay carries. Repeating either changes nothing. */
export class EngineWork implements DeliveryWork {
  constructor(private readonly parts: EngineWorkParts) {}

  async fireBucket(bucket: Bucket, stopping: () => boolean): Promise<number> {
    const { engine, shelf, clock } = this.parts;
    let fired = 0;
    while (!stopping()) {
      const due = await shelf.due(bucket, await clock.now(), HANDFUL);
      if (due.length === 0) break;
      const outcomes = await engine.fireMany(due);
      const some = outcomes.filter(({ ok }) => ok).length;
      fired += some;
      // Somebody else fires the same ones, or none can: the sweeper looks again.
      if (some === 0) break;
    }
    return fired;
  }

  carry(ids: string[]): Promise<void> {
    return this.parts.relay.nudge(ids);
  }
}
