import type { Actor } from '#libs/statechart';
import type { Instant } from '#libs/calendar';
import { refused, type Answer } from './answer.js';
import { fireMessageId, thinkApply, thinkFire, thinkStart } from './decide.js';
import { DefinitionFaults, type Definitions } from './definitions.js';
import type { EffectHandlers } from './effect-handlers.js';
import type { Decision, EngineStore, Found, IncidentReport, UnitRef } from './engine-store.port.js';
import { idOf, isUuid } from './identity.js';
import { IncidentDesk } from './incident-desk.js';
import { InstanceReader } from './instance-reader.js';
import { thinkIntake } from './intake.js';
import type { DeadlineRef, DueDeadline, IntakeRequest, Message, Outcome, StartRequest } from './message.js';
import type { Delivery } from './outbox.port.js';
import type { Clock, FaultPoints, InlineEffects, Projection } from './ports.js';
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

/** The only writer of instance state. Knows statecharts, time and storage; nothing of training. */
export class Engine extends InstanceReader {
  readonly incidents: IncidentDesk;
  private booted = false;

  constructor(private readonly parts: EngineParts) {
    super(parts);
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

  /**
   * Starts an instance that has been under way elsewhere: every event at its own time, and between them every deadline
   * at the time it was due, up to the present. One unit, so nobody sees it half way and nothing can fire twice.
   */
  async intake(request: IntakeRequest): Promise<Outcome> {
    const { org, messageId } = request;
    const instanceId = intakeId(request);
    const think = thinkIntake(this.decisionParts, request, instanceId, await this.now());
    const ref = { orgId: org, instanceId, kind: 'message', ref: messageId } as const;
    return this.decide({ instanceId, messageId }, think, { ...ref, message: null });
  }

  /** What an intake would answer if nothing of it were there yet; writes nothing. */
  async foreseeIntake(request: IntakeRequest): Promise<Outcome> {
    const think = thinkIntake(this.decisionParts, request, intakeId(request), await this.now());
    return think(null).answer.outcome;
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

function notFound(instanceId: string): Outcome {
  return refused(instanceId, refusals.instanceNotFound());
}

function later(now: Instant, at: Instant | undefined): Instant {
  return at !== undefined && at > now ? at : now;
}
