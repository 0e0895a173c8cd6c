import type { Instant } from '#libs/calendar';
import { inspect, type Actor } from '#libs/statechart';
import { no, replay, type Answer } from './answer.js';
import { linked } from './chain.js';
import { LOG, type Definitions } from './definitions.js';
import { viewOf, type Folded } from './fold.js';
import type { Applied } from './message.js';
import type { Decision, Found, Standing, Unit } from './engine-store.port.js';
import * as refusals from './refusals.js';
import { inboxEntry, type Envelope } from './unit.js';

export interface RedactRequest {
  instanceId: string;
  messageId: string;
  seq: number;
  reason: string;
  actor: Actor;
}

/** Blanks one entry and appends another that says so; the fold goes on from the checkpoint left in its place. */
export function thinkRedact(definitions: Definitions, request: RedactRequest, folded: Folded[], at: Instant) {
  const { messageId, seq, reason } = request;
  const envelope: Envelope = { messageId, content: [LOG.redacted, { seq, reason }] };
  const target = folded.find(({ entry }) => entry.seq === seq);
  return (found: Found | null): Decision<Answer> => {
    if (!found) return no(request.instanceId, refusals.instanceNotFound());
    const { instance, seen } = found;
    if (seen) return replay(seen, envelope, instance.id);
    if (!target || target.entry.data === null || target.entry.type === LOG.redacted) {
      return no(instance.id, refusals.redactionRefused());
    }
    const definition = definitions.get(instance.definition.key, instance.definition.version);
    const view = inspect(definition, instance.snapshot);
    const outcome = appliedOf(instance, view);
    const last = folded.at(-1)?.entry.at ?? at;
    const unit = redactionUnit({ ...instance, ...standsAs(view) }, request, envelope, outcome, {
      target,
      at: at > last ? at : last,
    });
    return { do: 'write', unit, wanted: [], answer: { outcome, outbox: [] } };
  };
}

function redactionUnit(
  instance: Omit<Unit['instance'], 'updatedAt'>,
  { messageId, seq, reason, actor }: RedactRequest,
  envelope: Envelope,
  outcome: Applied,
  { target, at }: { target: Folded; at: Instant },
): Unit {
  const unlinked = {
    seq: outcome.seq,
    type: LOG.redacted,
    data: { seq, reason },
    actor,
    at,
    messageId,
    definitionVersion: instance.definition.version,
  };
  const entry = linked(unlinked, instance.id, instance.head);
  return {
    op: 'advance',
    instance: { ...instance, revision: outcome.revision, head: entry.hash, updatedAt: at },
    expected: instance.revision,
    was: instance.tally,
    parties: [],
    inbox: inboxEntry(envelope, outcome),
    entries: [entry],
    deadlines: [],
    inline: [],
    outbox: [],
    redact: { seq, checkpoint: viewOf(target).stored },
    at,
  };
}

type View = ReturnType<typeof inspect>;

function standsAs({ state, status, next }: View): Pick<View, 'state' | 'status' | 'next'> {
  return { state, status, next };
}

function appliedOf({ id, revision }: Standing, { state, status, allowedEvents }: View): Applied {
  const seq = revision + 1;
  return {
    ok: true,
    instanceId: id,
    seq,
    revision: seq,
    state,
    status,
    allowedEvents,
    fired: [],
    replayed: false,
  };
}
