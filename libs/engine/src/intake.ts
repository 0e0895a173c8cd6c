import { begin, fire, step, type AnyDefinition, type StepResult } from '#libs/statechart';
import type { Instant } from '#libs/calendar';
import { keptData } from './acting-for.js';
import { no, replay } from './answer.js';
import { asJson } from './canonical-json.js';
import { checkPayload } from './check-payload.js';
import { checkMessage, unborn, writeSteps, type DecisionParts, type Think } from './decide.js';
import { LOG } from './definitions.js';
import type { IntakeRequest, PastEvent, Refusal } from './message.js';
import * as refusals from './refusals.js';
import { SYSTEM, type Step } from './settle.js';
import type { Envelope } from './unit.js';

/** Weekly reminders of ten years; whatever is left over, the sweeper fires. */
const MOST_FIRED = 600;

/**
 * Starts an instance in the past and brings it up to the present: events at their own times, deadlines at theirs. Any
 * event that is refused refuses the whole, and the refusal's errors say which it was (`events[2]`).
 */
export function thinkIntake(
  parts: DecisionParts,
  request: IntakeRequest,
  instanceId: string,
  now: Instant,
): Think {
  const { messageId, definition: key, version, input, actor, events } = request;
  const told = events.map(({ type, payload, at }) => [type, payload, at]);
  const envelope: Envelope = { messageId, content: [key, asJson(input), request.at, asJson(told)] };
  return (found) => {
    if (found)
      return found.seen
        ? replay(found.seen, envelope, instanceId)
        : no(instanceId, refusals.instanceExists());
    const definition =
      version === undefined ? parts.definitions.latest(key) : parts.definitions.get(key, version);
    const checked = checkPayload(definition.input, input, 'input');
    if (!checked.ok) return no(instanceId, refusals.payloadInvalid(checked.errors));
    const result = begin(definition, checked.data, request.at);
    const first: Step = { type: LOG.started, data: checked.data, actor, result };
    const steps = [first];
    for (const [index, event] of events.entries()) {
      catchUp(definition, steps, event.at);
      const refusal = happened(definition, steps, event);
      if (refusal) return no(instanceId, at(refusal, index));
    }
    catchUp(definition, steps, now);
    const before = unborn(request, definition, instanceId, first);
    return writeSteps(parts, {
      op: 'start',
      definition,
      before,
      steps,
      envelope,
      parties: request.parties,
    });
  };
}

function happened(definition: AnyDefinition, steps: Step[], event: PastEvent): Refusal | null {
  const checked = checkMessage(definition, event);
  if ('refusal' in checked) return checked.refusal;
  const { type, actor, at: when } = event;
  const stepped = step(definition, last(steps).stored, { type, payload: checked.data, actor }, when);
  if (!stepped.ok) return stepped.refusal;
  steps.push({ type, data: keptData(checked.data, actor), actor, result: stepped.result });
  return null;
}

/** Fires what falls due up to an instant, each at its own time, in the order due and name. */
function catchUp(definition: AnyDefinition, steps: Step[], upTo: Instant): void {
  for (let fired = 0; fired < MOST_FIRED; fired += 1) {
    const { stored, status } = last(steps);
    const next = status === 'live' ? earliest(stored.deadlines, upTo) : undefined;
    if (next === undefined) return;
    const [name, { due }] = next;
    const outcome = fire(definition, stored, name, due);
    if (!outcome.ok) return;
    steps.push({ type: LOG.deadlineFired, data: { name }, actor: SYSTEM, result: outcome.result });
  }
}

type Ledger = StepResult['stored']['deadlines'];

function earliest(deadlines: Ledger, upTo: Instant): [string, Ledger[string]] | undefined {
  return Object.entries(deadlines)
    .filter(([, { status, due }]) => status === 'armed' && due <= upTo)
    .sort(([one, a], [other, b]) => (a.due === b.due ? (one < other ? -1 : 1) : a.due < b.due ? -1 : 1))[0];
}

function last(steps: Step[]): StepResult {
  return (steps[steps.length - 1] as Step).result;
}

function at(refusal: Refusal, index: number): Refusal {
  const { code, detail, errors = [] } = refusal;
  const own = { path: `events[${String(index)}]`, code, message: detail };
  return { ...refusal, errors: [own, ...errors] };
}
