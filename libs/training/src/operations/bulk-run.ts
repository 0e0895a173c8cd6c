import type { Instant } from '#libs/calendar';
import type { Definitions, Engine, Message, Outcome } from '#libs/engine';
import type { KnowledgeLookup } from '#libs/knowledge';
import type { BulkEvent, BulkItem, BulkOperation, BulkStanding, BulkStore } from './bulk-store.port.js';
import { eventOfOrder } from './event-of-order.js';
import { fails, refusalIn } from './foresee-order.js';

export interface BulkRunParts {
  store: BulkStore;
  /** By which people's events reach journeys. */
  door: Pick<Engine, 'applyMany'>;
  definitions: Definitions;
  /** Of a message that failed and has succeeded since. */
  closeIncident: (id: string) => Promise<unknown>;
  knowledge: KnowledgeLookup;
  /** Business time. */
  now: () => Instant | Promise<Instant>;
  leaseEnd: () => Instant;
}

type Waiting = Pick<BulkItem, 'journeyId' | 'attempt' | 'event' | 'refusal'>;
type ItemResult = Pick<BulkItem, 'journeyId' | 'status' | 'refusal'>;

const AT_ONCE = 100;

/**
 * One operation on its way, some journeys at a time. What each is told is written down before it is sent, under an id of
 * the operation's: whoever dies in between leaves work that can be done again and counts once.
 */
export class BulkRun {
  private stopping = false;

  constructor(
    private readonly parts: BulkRunParts,
    private readonly operation: BulkOperation,
  ) {}

  async go(): Promise<void> {
    const { store } = this.parts;
    const { id } = this.operation;
    while (!this.stopping) {
      const waiting = await store.next(id, AT_ONCE);
      if (waiting.length === 0) return store.finish(id, await this.parts.now());
      await this.tell(waiting);
    }
    await store.letGo(id);
  }

  stop(): void {
    this.stopping = true;
  }

  private async tell(waiting: readonly Waiting[]): Promise<void> {
    const { store, door, now, leaseEnd } = this.parts;
    const { events, unsayable } = await this.prepared(waiting);
    const messages = waiting.flatMap((one) => this.messageFor(one, events.get(one.journeyId)));
    const results = (await door.applyMany(messages)).map(resultOf);
    await this.closeIncidents(waiting, results);
    await store.record(this.operation.id, [...results, ...unsayable], await now(), leaseEnd());
  }

  private messageFor({ journeyId, attempt }: Waiting, event: BulkEvent | undefined): Message[] {
    const { id, actor } = this.operation;
    return event ? [{ instanceId: journeyId, messageId: `bulk:${id}:${attempt}`, ...event, actor }] : [];
  }

  /** What a journey would make of an order can fail like a step of its own, and spoils no other. */
  private async prepared(
    waiting: readonly Waiting[],
  ): Promise<{ events: Map<string, BulkEvent>; unsayable: ItemResult[] }> {
    const { store } = this.parts;
    const events = new Map(waiting.flatMap(({ journeyId, event }) => (event ? [[journeyId, event]] : [])));
    const unsaid = waiting.filter(({ event }) => event === null).map(({ journeyId }) => journeyId);
    if (unsaid.length === 0) return { events, unsayable: [] };
    const standings = new Map((await store.standings(unsaid)).map((one) => [one.journeyId, one]));
    const unsayable: ItemResult[] = [];
    const fresh: { journeyId: string; event: BulkEvent }[] = [];
    for (const journeyId of unsaid) {
      try {
        fresh.push({ journeyId, event: this.eventFor(standings.get(journeyId)) });
      } catch (error) {
        unsayable.push({ journeyId, status: 'failed', refusal: fails(error) });
      }
    }
    await store.prepare(this.operation.id, fresh);
    for (const { journeyId, event } of fresh) events.set(journeyId, event);
    return { events, unsayable };
  }

  private eventFor(standing: BulkStanding | undefined): BulkEvent {
    if (!standing) throw new Error('the journey is gone');
    const { order, reason } = this.operation;
    return eventOfOrder(order, reason, standing, this.parts.knowledge);
  }

  /** What has succeeded now under the same message leaves nothing to be looked after. */
  private async closeIncidents(waiting: readonly Waiting[], results: readonly ItemResult[]): Promise<void> {
    const went = new Set(results.filter(({ status }) => status === 'done').map(({ journeyId }) => journeyId));
    for (const { journeyId, refusal } of waiting) {
      if (refusal?.incidentId !== undefined && went.has(journeyId))
        await this.parts.closeIncident(refusal.incidentId);
    }
  }
}

function resultOf(outcome: Outcome): ItemResult {
  const journeyId = outcome.instanceId;
  if (outcome.ok) return { journeyId, status: 'done', refusal: null };
  const status = outcome.refusal.code === 'journey.incident' ? 'failed' : 'refused';
  return { journeyId, status, refusal: refusalIn(outcome.refusal) };
}
