import { inspect, type Actor, type AnyDefinition, type NextAction } from '#libs/statechart';
import type { Due, Instant } from '#libs/calendar';
import { asSent } from './acting-for.js';
import { checkChain, type ChainReport } from './chain.js';
import type { Definitions } from './definitions.js';
import type { DeadlineRow, EngineStore, Instance } from './engine-store.port.js';
import { fold, viewOf, type Folded } from './fold.js';
import { isUuid } from './identity.js';
import { compareWithFold, type RebuildReport } from './rebuild.js';

export interface HistoryEntry {
  seq: number;
  type: string;
  /** Null once redacted. */
  data: Record<string, unknown> | null;
  actor: Actor;
  at: Instant;
  redactedAt: Instant | null;
  /** Where the instance stood after the entry. */
  state: string[];
}

export interface PastView {
  instanceId: string;
  at: Instant;
  revision: number;
  state: string[];
  status: Instance['status'];
  allowedEvents: string[];
  next: NextAction;
  deadlines: { name: string; due: Instant; status: 'armed' | 'fired'; reckoned: Due | null }[];
  context: Record<string, unknown>;
}

export interface PresentView {
  instance: Instance;
  allowedEvents: string[];
  deadlines: DeadlineRow[];
}

/** What can be asked of the record without changing it. */
export class InstanceReader {
  constructor(private readonly record: { store: EngineStore; definitions: Definitions }) {}

  /** The instance as it stands, what it accepts, and its deadline rows, the closed ones included. */
  async view(instanceId: string): Promise<PresentView | null> {
    const instance = await this.instance(instanceId);
    if (!instance) return null;
    const { allowedEvents } = inspect(this.definitionOf(instance), instance.snapshot);
    return { instance, allowedEvents, deadlines: await this.record.store.deadlines(instanceId) };
  }

  async history(instanceId: string): Promise<HistoryEntry[] | null> {
    const folded = await this.folded(instanceId);
    return folded?.map(historyEntry) ?? null;
  }

  /** The instance as it stood at a past instant; null before its start or when there is none. */
  async stateAt(instanceId: string, at: Instant): Promise<PastView | null> {
    const folded = await this.folded(instanceId, at);
    const last = folded?.at(-1);
    return last ? pastView(instanceId, at, last) : null;
  }

  /** Folds the log anew and compares: equal, or what differs. */
  async rebuild(instanceId: string): Promise<RebuildReport | null> {
    const { store, definitions } = this.record;
    const still = await this.whileStill(instanceId, () =>
      Promise.all([store.entries(instanceId), store.deadlines(instanceId)]),
    );
    return still && compareWithFold(definitions, still.instance, ...still.found);
  }

  /** A page of the ids of all instances, to rebuild or verify one after another. */
  instanceIds(after: string | null, limit: number): Promise<string[]> {
    return this.record.store.instanceIds(after, limit);
  }

  /** Sequence, links, hashes and digests of the log, and that the instance stands at its end. */
  async verifyChain(instanceId: string): Promise<ChainReport | null> {
    const still = await this.whileStill(instanceId, () => this.record.store.entries(instanceId));
    return still && checkChain(still.instance, still.found);
  }

  protected async folded(instanceId: string, upTo?: Instant): Promise<Folded[] | null> {
    const instance = await this.instance(instanceId);
    if (!instance) return null;
    const entries = await this.record.store.entries(instanceId);
    const wanted = upTo === undefined ? entries : entries.filter(({ at }) => at <= upTo);
    return fold(this.record.definitions, instance.definition.key, wanted);
  }

  /** Several reads of one revision: an entry that arrives in between is no difference, so they are made again. */
  private async whileStill<T>(
    id: string,
    read: () => Promise<T>,
  ): Promise<{ instance: Instance; found: T } | null> {
    for (let instance = await this.instance(id); instance;) {
      const found = await read();
      const after = await this.instance(id);
      if (after?.revision === instance.revision) return { instance, found };
      instance = after;
    }
    return null;
  }

  private async instance(id: string): Promise<Instance | null> {
    return isUuid(id) ? this.record.store.instance(id) : null;
  }

  private definitionOf({ definition: { key, version } }: Instance): AnyDefinition {
    return this.record.definitions.get(key, version);
  }
}

function historyEntry(folded: Folded): HistoryEntry {
  const { seq, type, data, actor, at, redactedAt } = folded.entry;
  return { seq, type, ...asSent(data, actor), at, redactedAt, state: viewOf(folded).state };
}

function pastView(instanceId: string, at: Instant, folded: Folded): PastView {
  const { stored, state, status, allowedEvents, next } = viewOf(folded);
  const context = stored.machine.context as unknown as Record<string, unknown>;
  const deadlines = Object.entries(stored.deadlines).map(([name, row]) => ({
    name,
    due: row.due,
    status: row.status,
    reckoned: folded.definition.dues[name]?.(context as never) ?? null,
  }));
  return {
    instanceId,
    at,
    revision: folded.entry.seq,
    state,
    status,
    allowedEvents,
    next,
    deadlines,
    context,
  };
}
