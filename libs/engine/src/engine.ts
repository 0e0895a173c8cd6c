import type { Actor } from '#libs/statechart';
import type { Instant } from '#libs/calendar';
import { refused } from './answer.js';
import { askToApply, askToFire, askToStart, type Ask } from './asks.js';
import { DefinitionFaults, type Definitions } from './definitions.js';
import type { EffectHandlers } from './effect-handlers.js';
import type { EngineStore } from './engine-store.port.js';
import { idOf, isUuid } from './identity.js';
import { IncidentDesk } from './incident-desk.js';
import { InstanceReader } from './instance-reader.js';
import { thinkIntake } from './intake.js';
import { type Decided, MessageDesk } from './message-desk.js';
import type { DeadlineRef, DueDeadline, IntakeRequest, Message, Outcome, StartRequest } from './message.js';
import type { Delivery } from './outbox.port.js';
import type { Clock, FaultPoints, InlineEffects, Projection } from './ports.js';
import { projectWith } from './projecting.js';
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
  /** Told of each message that was decided upon, for the log. */
  onDecided?: (decided: Decided) => void;
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
  /** Called with each deadline before it fires, for a clock that must stand there; they then fire one by one. */
  before?: (deadline: DueDeadline) => Promise<void>;
}

/** How many due deadlines are asked for at once. */
const DUE_AT_ONCE = 500;

/** The only writer of instance state. Knows statecharts, time and storage; nothing of training. */
export class Engine extends InstanceReader {
  readonly incidents: IncidentDesk;
  private readonly desk: MessageDesk;
  private booted = false;

  constructor(private readonly parts: EngineParts) {
    super(parts);
    this.incidents = new IncidentDesk(parts.store, parts.clock, {
      start: (request) => this.start(request),
      apply: (message) => this.apply(message),
      fire: (ref) => this.fire(ref),
      revive: (id) => parts.delivery.revive(id),
    });
    const { store, delivery, projections = [], faults, onDecided } = parts;
    const project = projectWith(projections);
    this.desk = new MessageDesk({ store, delivery, project, incidents: this.incidents, faults, onDecided });
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
    return this.decide(askToStart(this.decisionParts, request, await this.now()));
  }

  /** Each as `start` would answer it, many to a transaction; in the order of the requests. */
  async startMany(requests: readonly StartRequest[]): Promise<Outcome[]> {
    const now = await this.now();
    return this.decideAll(requests.map((request) => askToStart(this.decisionParts, request, now)));
  }

  /**
   * Starts an instance that has been under way elsewhere: every event at its own time, and between them every deadline
   * at the time it was due, up to the present. One unit, so nobody sees it half way and nothing can fire twice.
   */
  async intake(request: IntakeRequest): Promise<Outcome> {
    const { org, messageId } = request;
    const instanceId = intakeId(request);
    const think = thinkIntake(this.decisionParts, request, instanceId, await this.now());
    const incident = { orgId: org, instanceId, kind: 'message', ref: messageId, message: null } as const;
    return this.decide({ ref: { instanceId, messageId }, think, incident });
  }

  /** What an intake would answer if nothing of it were there yet; writes nothing. */
  async foreseeIntake(request: IntakeRequest): Promise<Outcome> {
    const think = thinkIntake(this.decisionParts, request, intakeId(request), await this.now());
    return think(null).answer.outcome;
  }

  async apply(message: Message): Promise<Outcome> {
    if (!isUuid(message.instanceId)) return notFound(message.instanceId);
    return this.decide(askToApply(this.decisionParts, message, await this.now()));
  }

  /**
   * Each as `apply` would answer it, many to a transaction; in the order of the messages. Those of one instance are
   * applied in their order; what fails or is refused never spoils the others.
   */
  async applyMany(messages: readonly Message[]): Promise<Outcome[]> {
    const now = await this.now();
    const asks = messages.map((message) =>
      isUuid(message.instanceId) ? askToApply(this.decisionParts, message, now) : message.instanceId,
    );
    return this.decideKnown(asks);
  }

  /** Fires the deadline of a token at the present moment, or at `at` when that is later. */
  async fire(ref: DeadlineRef, at?: Instant): Promise<Outcome> {
    if (!isUuid(ref.instanceId) || !isUuid(ref.token)) return notFound(ref.instanceId);
    return this.decide(askToFire(this.decisionParts, ref, later(await this.now(), at)));
  }

  /**
   * Each as `fire` would answer it, at its own `at`, many to a transaction; in the order given. Those of one instance fire
   * in their order.
   */
  async fireMany(deadlines: readonly (DeadlineRef & { at?: Instant })[]): Promise<Outcome[]> {
    const now = await this.now();
    const asks = deadlines.map(({ instanceId, token, at }) =>
      isUuid(instanceId) && isUuid(token)
        ? askToFire(this.decisionParts, { instanceId, token }, later(now, at))
        : instanceId,
    );
    return this.decideKnown(asks);
  }

  /**
   * Fires everything due up to an instant, each at its own time if that is still ahead of the clock; those of one
   * instance in the order due and name. Looks again after each batch, for a step can arm what falls due before the
   * instance's next one.
   */
  async fireDue(
    upTo: Instant,
    { limit = Infinity, before }: FireDueOptions = {},
  ): Promise<{ fired: number }> {
    let fired = 0;
    let last = new Set<string>();
    while (fired < limit) {
      const most = before ? 1 : Math.min(DUE_AT_ONCE, limit - fired);
      const batch = firstOfEach(await this.parts.store.due(upTo, most));
      if (batch.length === 0) break;
      const stuck = batch.find(({ token }) => last.has(token));
      if (stuck) throw new Error(`The deadline ${stuck.name} of ${stuck.instanceId} fired and is still due.`);
      last = new Set(batch.map(({ token }) => token));
      if (before && batch[0]) await before(batch[0]);
      const outcomes = await this.fireMany(batch.map((one) => ({ ...one, at: one.due })));
      for (const outcome of outcomes) fired += outcome.ok ? outcome.fired.length : 0;
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

  /** Blanks data and salt of one entry; its digest, its place in the chain and an entry saying so stay. */
  async redact(request: Verb & { seq: number }): Promise<Outcome> {
    const { instanceId, messageId } = request;
    const folded = await this.folded(instanceId);
    if (!folded) return notFound(instanceId);
    const think = thinkRedact(this.parts.definitions, request, folded, await this.now());
    const incident = { orgId: null, instanceId, kind: 'message', ref: messageId, message: null } as const;
    return this.decide({ ref: { instanceId, messageId }, think, incident });
  }

  private verb(type: string, verb: Verb, rest: Record<string, unknown> = {}): Promise<Outcome> {
    const { instanceId, messageId, actor, reason, expectedRevision } = verb;
    const guard = expectedRevision === undefined ? {} : { expectedRevision };
    return this.apply({ instanceId, messageId, type, payload: { ...rest, reason }, actor, ...guard });
  }

  private async decide(ask: Ask): Promise<Outcome> {
    this.mustBeBooted();
    return this.desk.decide(ask);
  }

  private async decideAll(asks: readonly Ask[]): Promise<Outcome[]> {
    this.mustBeBooted();
    return this.desk.decideAll(asks);
  }

  /** What is no ask is the id of an instance that can't be. */
  private async decideKnown(asks: readonly (Ask | string)[]): Promise<Outcome[]> {
    const outcomes = (
      await this.decideAll(asks.filter((one): one is Ask => typeof one !== 'string'))
    ).values();
    return asks.map((one) => (typeof one === 'string' ? notFound(one) : (outcomes.next().value as Outcome)));
  }

  private mustBeBooted(): void {
    if (!this.booted) throw new Error('engine.boot() comes before the first message');
  }

  private get decisionParts() {
    const { definitions, inline, projections = [] } = this.parts;
    return { definitions, inline, projections };
  }

  private async now(): Promise<Instant> {
    return this.parts.clock.now();
  }
}

function intakeId({ instanceId, definition, org, messageId }: IntakeRequest): string {
  return instanceId ?? idOf(definition, org, messageId);
}

/** The first of each instance: its next one may no longer be due when this one has fired. */
function firstOfEach(due: DueDeadline[]): DueDeadline[] {
  const seen = new Set<string>();
  return due.filter(({ instanceId }) => !seen.has(instanceId) && seen.add(instanceId));
}

function notFound(instanceId: string): Outcome {
  return refused(instanceId, refusals.instanceNotFound());
}

function later(now: Instant, at: Instant | undefined): Instant {
  return at !== undefined && at > now ? at : now;
}
