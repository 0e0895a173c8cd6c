import { begin, fire, step, type AnyDefinition } from '#libs/statechart';
import type { Instant } from '#libs/calendar';
import { keptData } from './acting-for.js';
import { no, refused, replay, type Answer } from './answer.js';
import { GENESIS } from './chain.js';
import { checkPayload, type Checked } from './check-payload.js';
import { LOG, type Definitions } from './definitions.js';
import type { DeadlineRef, Message, Refusal, StartRequest } from './message.js';
import type { Decision, Found, Standing } from './engine-store.port.js';
import type { InlineEffects, Projection } from './ports.js';
import { wantedOf } from './projecting.js';
import * as refusals from './refusals.js';
import { settle, SYSTEM, type Step } from './settle.js';
import { buildUnit, inboxEntry, type Envelope, type UnitParts } from './unit.js';

export interface DecisionParts {
  definitions: Definitions;
  inline: InlineEffects;
  projections: Projection[];
}

export type Think = (found: Found | null) => Decision<Answer>;

/** Starts an instance, unless the same message already did. */
export function thinkStart(
  parts: DecisionParts,
  request: StartRequest,
  instanceId: string,
  at: Instant,
): Think {
  const { messageId, definition: key, version, input, actor } = request;
  const envelope: Envelope = { messageId, content: [key, input] };
  return (found) => {
    if (found)
      return found.seen
        ? replay(found.seen, envelope, instanceId)
        : no(instanceId, refusals.instanceExists());
    const definition =
      version === undefined ? parts.definitions.latest(key) : parts.definitions.get(key, version);
    const checked = checkPayload(definition.input, input, 'input');
    if (!checked.ok) return no(instanceId, refusals.payloadInvalid(checked.errors));
    const result = begin(definition, checked.data, at);
    const first: Step = { type: LOG.started, data: checked.data, actor, result };
    const before = unborn(request, definition, instanceId, first);
    return write(parts, { op: 'start', definition, before, first, envelope, parties: request.parties });
  };
}

/** Applies one event of a person, a program or the engine's verbs. */
export function thinkApply(parts: DecisionParts, message: Message, at: Instant): Think {
  const { instanceId, messageId, type, actor, payload } = message;
  const envelope: Envelope = { messageId, content: [type, payload] };
  return (found) => {
    if (!found) return no(instanceId, refusals.instanceNotFound());
    if (found.seen) return replay(found.seen, envelope, instanceId);
    const { instance } = found;
    const definition = parts.definitions.get(instance.definition.key, instance.definition.version);
    const checked = checkMessage(definition, message);
    if ('refusal' in checked) return no(instanceId, checked.refusal);
    if (message.expectedRevision !== undefined && message.expectedRevision !== instance.revision) {
      return no(instanceId, refusals.versionConflict(instance.revision));
    }
    const stepped = step(definition, instance.snapshot, { type, payload: checked.data, actor }, at);
    if (!stepped.ok) return recordedNo(instance, envelope, stepped.refusal, at);
    const first: Step = { type, data: keptData(checked.data, actor), actor, result: stepped.result };
    return write(parts, { op: 'advance', definition, before: instance, first, envelope, parties: [] });
  };
}

/**
 * Fires the deadline of a token. A late or unknown token is a recorded no-op; one that is early or sleeps with its
 * journey is refused without a record, for its time may still come.
 */
export function thinkFire(parts: DecisionParts, { instanceId, token }: DeadlineRef, at: Instant): Think {
  const envelope: Envelope = { messageId: fireMessageId(token), content: [LOG.deadlineFired, token] };
  return (found) => {
    if (!found) return no(instanceId, refusals.instanceNotFound());
    if (found.seen) return replay(found.seen, envelope, instanceId);
    const { instance, deadline } = found;
    if (deadline?.status !== 'armed') return recordedNo(instance, envelope, refusals.deadlineNotArmed(), at);
    const definition = parts.definitions.get(instance.definition.key, instance.definition.version);
    const { name } = deadline;
    const fired = fire(definition, instance.snapshot, name, at);
    if (!fired.ok && fired.refusal.code === 'deadline.not_armed') {
      throw new Error(`The row of ${name} is armed but the snapshot's ledger says otherwise.`);
    }
    if (!fired.ok) return no(instanceId, fired.refusal);
    const first: Step = { type: LOG.deadlineFired, data: { name }, actor: SYSTEM, result: fired.result };
    return write(parts, { op: 'advance', definition, before: instance, first, envelope, parties: [] });
  };
}

export function fireMessageId(token: string): string {
  return `deadline:${token}`;
}

function recordedNo(instance: Standing, envelope: Envelope, refusal: Refusal, at: Instant): Decision<Answer> {
  const outcome = refused(instance.id, refusal);
  const inbox = inboxEntry(envelope, outcome);
  return {
    do: 'record',
    orgId: instance.orgId,
    instanceId: instance.id,
    inbox,
    at,
    answer: { outcome, outbox: [] },
  };
}

export function checkMessage(
  definition: AnyDefinition,
  { type, actor, payload }: Pick<Message, 'type' | 'actor' | 'payload'>,
): { refusal: Refusal } | (Checked & { ok: true }) {
  const spec = Object.hasOwn(definition.events, type) ? definition.events[type] : undefined;
  if (!spec) return { refusal: refusals.eventUnknown(type) };
  if (!spec.roles.includes(actor.role))
    return { refusal: refusals.roleNotAllowed(type, actor.role, spec.roles) };
  const checked = checkPayload(spec.payload, payload);
  return checked.ok ? checked : { refusal: refusals.payloadInvalid(checked.errors) };
}

function write(
  parts: DecisionParts,
  unit: Omit<UnitParts, 'steps' | 'inline'> & { first: Step },
): Decision<Answer> {
  const { first, ...rest } = unit;
  return writeSteps(parts, { ...rest, steps: settle(unit.definition, first) });
}

/** The decision to write what these steps made. */
export function writeSteps(parts: DecisionParts, unit: Omit<UnitParts, 'inline'>): Decision<Answer> {
  const built = buildUnit({ ...unit, inline: parts.inline });
  const outbox = built.unit.outbox.map(({ id }) => id);
  const wanted = wantedOf(parts.projections, built.seen);
  return { do: 'write', unit: built.unit, wanted, answer: { outcome: built.applied, outbox } };
}

/** What a start finds: nothing yet. */
export function unborn(
  request: StartRequest,
  definition: AnyDefinition,
  id: string,
  { result }: Step,
): Standing {
  return {
    orgId: request.org,
    id,
    definition: { key: definition.key, version: definition.version },
    snapshot: result.stored,
    revision: 0,
    head: GENESIS,
    tally: result.tally,
    personId: request.personId ?? null,
    cohortId: request.cohortId ?? null,
    links: request.links ?? {},
  };
}
