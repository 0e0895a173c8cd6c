import { inspect, type Actor, type AnyDefinition, type NextAction } from '#libs/statechart';
import type { Due, Instant } from '#libs/calendar';
import { checkChain, type ChainReport } from './chain.js';
import { refused, type Answer } from './answer.js';
import { fireMessageId, thinkApply, thinkFire, thinkStart } from './decide.js';
import { DefinitionFaults, type Definitions } from './definitions.js';
import type { EffectHandlers } from './effect-handlers.js';
import { fold, viewOf, type Folded } from './fold.js';
import { idOf, isUuid } from './identity.js';
import { IncidentDesk } from './incident-desk.js';
import type { DeadlineRef, DueDeadline, Message, Outcome, StartRequest } from './message.js';
import type {
  Clock,
  DeadlineRow,
  Decision,
  Delivery,
  EngineStore,
  FaultPoints,
  Found,
  IncidentReport,
  InlineEffects,
  Instance,
  Projection,
  UnitRef,
} from './ports.js';
import { compareWithFold, type RebuildReport } from './rebuild.js';
import { thinkRedact } from './redact.js';
import * as refusals from './refusals.js';

export interface EngineParts {
  definitions: Definitions;
  store: EngineStore;
  clock: Clock;
  inline: InlineEffects;
  handlers: EffectHandlers;
  delivery: Delivery;
  projections?: Projection[];
  faults?: FaultPoints;
}

/** An engine's verb: an event of the machine with a reason, sent by whoever the definition allows. */
export interface Verb {
  instanceId: string;
  messageId: string;
  actor: Actor;
  reason: string;
  expectedRevision?: number;
}

export interface FireDueOptions {
  /** How many at most; all by default. */
  limit?: number;
  /** Called with each deadline before it fires: the sandbox moves its clock here. */
  before?: (deadline: DueDeadline) => Promise<void>;
}

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

/** The only writer of instance state. Knows statecharts, time and storage; nothing of training. */
export class Engine {
  readonly incidents: IncidentDesk;
  private booted = false;

  constructor(private readonly parts: EngineParts) {
    this.incidents = new IncidentDesk(parts.store, parts.clock, {
      start: (request) => this.start(request),
      apply: (message) => this.apply(message),
      fire: (ref) => this.fire(ref),
      revive: (id) => parts.delivery.revive(id),
    });
  }

  /**
   * To be called once everything is registered, before the first message.
   *
   * @throws DefinitionFaults when an effect has no handler, or a handler no effect.
   */
  boot(): this {
    const faults = this.parts.handlers.faults(this.parts.definitions, this.parts.inline);
    if (faults.length > 0) throw new DefinitionFaults(faults);
    this.booted = true;
    return this;
  }

  async start(request: StartRequest): Promise<Outcome> {
    const { definition, org, messageId } = request;
    const instanceId = request.instanceId ?? idOf(definition, org, messageId);
    const think = thinkStart(this.decisionParts, request, instanceId, await this.now());
    const incident = {
      orgId: org,
      instanceId,
      kind: 'message',
      ref: messageId,
      message: { start: request },
    } as const;
    return this.decide({ instanceId, messageId }, think, incident);
  }

  async apply(message: Message): Promise<Outcome> {
    const { instanceId, messageId } = message;
    if (!isUuid(instanceId)) return notFound(instanceId);
    const think = thinkApply(this.decisionParts, message, await this.now());
    const incident = {
      orgId: null,
      instanceId,
      kind: 'message',
      ref: messageId,
      message: { apply: message },
    } as const;
    return this.decide({ instanceId, messageId }, think, incident);
  }

  /** Fires the deadline of a token at the present moment, or at `at` when that is later. */
  async fire({ instanceId, token }: DeadlineRef, at?: Instant): Promise<Outcome> {
    if (!isUuid(instanceId) || !isUuid(token)) return notFound(instanceId);
    const think = thinkFire(this.decisionParts, { instanceId, token }, later(await this.now(), at));
    const incident = { orgId: null, instanceId, kind: 'deadline', ref: token, message: null } as const;
    return this.decide({ instanceId, messageId: fireMessageId(token), token }, think, incident);
  }

  /**
   * Fires everything due up to an instant, one by one in the order due, instance, name, each at its own time if that
   * is still ahead of the clock. Looks again after each, for a step can arm what falls due before the next one.
   */
  async fireDue(
    upTo: Instant,
    { limit = Infinity, before }: FireDueOptions = {},
  ): Promise<{ fired: number }> {
    let fired = 0;
    let last = '';
    while (fired < limit) {
      const [next] = await this.parts.store.due(upTo, 1);
      if (!next) break;
      if (next.token === last)
        throw new Error(`The deadline ${next.name} of ${next.instanceId} fired and is still due.`);
      last = next.token;
      await before?.(next);
      const outcome = await this.fire(next, next.due);
      fired += outcome.ok ? outcome.fired.length : 0;
    }
    return { fired };
  }

  /** Armed deadlines that are due, in the order in which they must fire; takes no locks. */
  due(upTo: Instant, limit: number): Promise<DueDeadline[]> {
    return this.parts.store.due(upTo, limit);
  }

  suspend(verb: Verb): Promise<Outcome> {
    return this.verb('suspended', verb);
  }

  resume(verb: Verb): Promise<Outcome> {
    return this.verb('resumed', verb);
  }

  reschedule(verb: Verb & { deadline: string; due: Instant }): Promise<Outcome> {
    return this.verb('rescheduled', verb, { deadline: verb.deadline, due: verb.due });
  }

  /** The instance as it stands, what it accepts, and its deadline rows, the closed ones included. */
  async view(instanceId: string): Promise<PresentView | null> {
    const instance = await this.instance(instanceId);
    if (!instance) return null;
    const { allowedEvents } = inspect(this.definitionOf(instance), instance.snapshot);
    return { instance, allowedEvents, deadlines: await this.parts.store.deadlines(instanceId) };
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
    const instance = await this.instance(instanceId);
    if (!instance) return null;
    const { store, definitions } = this.parts;
    const [entries, deadlines] = await Promise.all([store.entries(instanceId), store.deadlines(instanceId)]);
    return compareWithFold(definitions, instance, entries, deadlines);
  }

  /** A page of the ids of all instances, to rebuild or verify one after another. */
  instanceIds(after: string | null, limit: number): Promise<string[]> {
    return this.parts.store.instanceIds(after, limit);
  }

  async verifyChain(instanceId: string): Promise<ChainReport | null> {
    const instance = await this.instance(instanceId);
    return instance && checkChain(instance, await this.parts.store.entries(instanceId));
  }

  /** Blanks data and salt of one entry; its digest, its place in the chain and an entry saying so stay. */
  async redact(request: Verb & { seq: number }): Promise<Outcome> {
    const { instanceId, messageId } = request;
    const folded = await this.folded(instanceId);
    if (!folded) return notFound(instanceId);
    const think = thinkRedact(this.parts.definitions, request, folded, await this.now());
    const incident = { orgId: null, instanceId, kind: 'message', ref: messageId, message: null } as const;
    return this.decide({ instanceId, messageId }, think, incident);
  }

  private verb(type: string, verb: Verb, rest: Record<string, unknown> = {}): Promise<Outcome> {
    const { instanceId, messageId, actor, reason, expectedRevision } = verb;
    const guard = expectedRevision === undefined ? {} : { expectedRevision };
    return this.apply({ instanceId, messageId, type, payload: { ...rest, reason }, actor, ...guard });
  }

  private async decide(
    ref: UnitRef,
    think: (found: Found | null) => Decision<Answer>,
    incident: Omit<IncidentReport, 'cause' | 'detail' | 'at'>,
  ): Promise<Outcome> {
    if (!this.booted) throw new Error('engine.boot() comes before the first message');
    try {
      const { outcome, outbox } = await this.parts.store.decide(ref, think);
      await this.parts.faults?.hit('afterCommit', ref.instanceId);
      if (outbox.length > 0) await this.parts.delivery.nudge(outbox);
      return outcome;
    } catch (error) {
      if (this.parts.store.isInfrastructure(error)) throw error;
      const incidentId = await this.incidents.open(incident, error);
      return refused(ref.instanceId, refusals.parked(incidentId));
    }
  }

  private async folded(instanceId: string, upTo?: Instant): Promise<Folded[] | null> {
    const instance = await this.instance(instanceId);
    if (!instance) return null;
    const entries = await this.parts.store.entries(instanceId);
    const wanted = upTo === undefined ? entries : entries.filter(({ at }) => at <= upTo);
    return fold(this.parts.definitions, instance.definition.key, wanted);
  }

  private async instance(id: string): Promise<Instance | null> {
    return isUuid(id) ? this.parts.store.instance(id) : null;
  }

  private definitionOf({ definition: { key, version } }: Instance): AnyDefinition {
    return this.parts.definitions.get(key, version);
  }

  private get decisionParts() {
    const { definitions, inline, projections = [] } = this.parts;
    return { definitions, inline, projections };
  }

  private async now(): Promise<Instant> {
    return this.parts.clock.now();
  }
}

function historyEntry(folded: Folded): HistoryEntry {
  const { seq, type, data, actor, at, redactedAt } = folded.entry;
  return { seq, type, data, actor, at, redactedAt, state: viewOf(folded).state };
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

function notFound(instanceId: string): Outcome {
  return refused(instanceId, refusals.instanceNotFound());
}

function later(now: Instant, at: Instant | undefined): Instant {
  return at !== undefined && at > now ? at : now;
}
