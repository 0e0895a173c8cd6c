import { refused, type Answer } from './answer.js';
import { inRounds, type Ask } from './asks.js';
import type { EngineStore, Project, Settled } from './engine-store.port.js';
import type { IncidentDesk } from './incident-desk.js';
import type { Outcome } from './message.js';
import type { Delivery } from './outbox.port.js';
import type { FaultPoints } from './ports.js';
import * as refusals from './refusals.js';

export interface DeskParts {
  store: EngineStore;
  delivery: Delivery;
  project: Project;
  incidents: IncidentDesk;
  faults?: FaultPoints | undefined;
  onDecided?: ((decided: Decided) => void) | undefined;
}

/** What became of a message that was decided upon and is on record. */
export interface Decided {
  messageId: string;
  outcome: Outcome;
}

/**
 * Instances a transaction. Measured on two cores: 50 to 200 make no difference, a thousand is slower, and a person's
 * own message waits for a batch that holds its instance.
 */
const BATCH = 100;
/** Batches side by side, each with a connection of its own: while Postgres writes one, Node thinks about the next. */
const SIDE_BY_SIDE = 3;

/** Brings messages to the store, nudges what they sent out, and opens an incident for what can't go on. */
export class MessageDesk {
  constructor(private readonly parts: DeskParts) {}

  async decide(ask: Ask): Promise<Outcome> {
    try {
      const answer = await this.parts.store.decide(ask, this.parts.project);
      return await this.told([[ask, answer]]).then(() => answer.outcome);
    } catch (error) {
      return this.parked(ask, error);
    }
  }

  /** The same answers as one by one, in the order of the asks; messages of one instance keep theirs. */
  async decideAll(asks: readonly Ask[]): Promise<Outcome[]> {
    const outcomes = new Map<Ask, Outcome>();
    for (const round of inRounds(asks, BATCH)) {
      await sideBySide(round, async (batch) => {
        for (const [ask, outcome] of await this.decideBatch(batch)) outcomes.set(ask, outcome);
      });
    }
    return asks.map((ask) => outcomes.get(ask) as Outcome);
  }

  private async decideBatch(batch: Ask[]): Promise<[Ask, Outcome][]> {
    const settled = await this.parts.store.decideMany(batch, this.parts.project);
    const pairs = batch.map((ask, index): [Ask, Settled<Answer>] => [ask, settled[index] as Settled<Answer>]);
    await this.told(pairs.flatMap(([ask, one]) => (one.ok ? [[ask, one.answer]] : [])));
    const outcomes: [Ask, Outcome][] = [];
    for (const [ask, one] of pairs)
      outcomes.push([ask, one.ok ? one.answer.outcome : await this.parked(ask, one.error)]);
    return outcomes;
  }

  private async told(done: [Ask, Answer][]): Promise<void> {
    const { faults, delivery, onDecided } = this.parts;
    if (onDecided)
      for (const [{ ref }, { outcome }] of done) onDecided({ messageId: ref.messageId, outcome });
    if (faults) for (const [{ ref }] of done) await faults.hit('afterCommit', ref.instanceId);
    const outbox = done.flatMap(([, answer]) => answer.outbox);
    if (outbox.length > 0) await delivery.nudge(outbox);
  }

  private async parked({ ref, incident }: Ask, error: unknown): Promise<Outcome> {
    const { store, incidents } = this.parts;
    if (store.isInfrastructure(error)) throw error;
    return refused(ref.instanceId, refusals.parked(await incidents.open(incident, error)));
  }
}

/** After a failure nothing more is begun, and it is told only when what was under way has come to its end. */
async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  let failed = false;
  const lane = async () => {
    for (const item of left) {
      if (failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
}
