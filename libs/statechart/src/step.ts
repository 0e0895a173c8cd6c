import { getNextTransitions } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine, ExecutableActionObject } from 'xstate';
import type { Instant } from '#libs/calendar';
import { afterEventType, reckon } from './deadlines.js';
import type { Before } from './deadlines.js';
import { initialOf, transitionOf } from './pure.js';
import type {
  AnyDefinition,
  BaseContext,
  Definition,
  Effect,
  JourneyEvent,
  JourneyStatus,
  Refusal,
  StepOutcome,
  StepResult,
  StoredSnapshot,
} from './definition.js';

/**
 * Starts a journey: the initial snapshot, its effects and deadlines.
 *
 * @param input checked by `definition.input` before; the machine's context factory gets it with `now` stamped.
 * @param at UTC instant of the start.
 */
export function begin(anyDefinition: AnyDefinition, input: object, at: Instant): StepResult {
  const definition = anyDefinition as unknown as Definition<BaseContext>;
  const [snapshot, actions] = initialOf(definition.machine, { ...input, now: at });
  return resultOf(definition, snapshot, actions, { ledger: {}, context: null });
}

/**
 * Applies one event. A refusal is a value and changes nothing; a throw is a bug of the definition.
 *
 * @param at UTC instant; a clock that went back counts as standing still.
 */
export function step(
  anyDefinition: AnyDefinition,
  stored: StoredSnapshot,
  event: JourneyEvent,
  at: Instant,
): StepOutcome {
  const definition = anyDefinition as unknown as Definition<BaseContext>;
  const snapshot = restore(definition, stored, at);
  const refusal = refuse(definition, snapshot, event);
  if (refusal) return { ok: false, refusal };
  const [after, actions] = transitionOf(definition.machine, snapshot, event);
  const before = { ledger: stored.deadlines, context: snapshot.context as BaseContext };
  return { ok: true, result: resultOf(definition, after, actions, before) };
}

/**
 * Fires one armed deadline. Late or unknown ones are refused with `deadline.not_armed`, early ones with
 * `deadline.not_due`: the caller records them as no-ops.
 */
export function fire(
  anyDefinition: AnyDefinition,
  stored: StoredSnapshot,
  name: string,
  at: Instant,
): StepOutcome {
  const definition = anyDefinition as unknown as Definition<BaseContext>;
  const deadline = stored.deadlines[name];
  const snapshot = restore(definition, stored, at);
  if (statusOf(definition, snapshot) === 'suspended') return { ok: false, refusal: suspended(definition) };
  if (deadline?.status !== 'armed') return { ok: false, refusal: notArmed(name) };
  if (deadline.due > (snapshot.context as BaseContext).now)
    return { ok: false, refusal: notDue(name, deadline.due) };
  const ledger: StoredSnapshot['deadlines'] = {
    ...stored.deadlines,
    [name]: { ...deadline, status: 'fired' },
  };
  const event = { type: afterEventType(name, deadline.node) };
  const [after, actions] = transitionOf(definition.machine, snapshot, event);
  const before = { ledger, context: snapshot.context as BaseContext };
  const result = resultOf(definition, after, actions, before);
  return { ok: true, result: { ...result, deadlines: [{ op: 'fire', name }, ...result.deadlines] } };
}

/** What the stored snapshot says of itself, without a step. */
export function inspect(
  anyDefinition: AnyDefinition,
  stored: StoredSnapshot,
): Omit<StepResult, 'effects' | 'deadlines'> {
  const definition = anyDefinition as unknown as Definition<BaseContext>;
  const snapshot = restore(definition, stored, stored.machine.context.now);
  return viewOf(definition, snapshot, stored);
}

function restore(
  definition: Definition<BaseContext>,
  stored: StoredSnapshot,
  at: Instant,
): AnyMachineSnapshot {
  const now = at > stored.machine.context.now ? at : stored.machine.context.now;
  const machine = { ...stored.machine, context: { ...stored.machine.context, now } };
  // The second parameter serves invoked children only, which a journey may not have (lint).
  return definition.machine.restoreSnapshot(machine as never, {} as never) as AnyMachineSnapshot;
}

function refuse(
  definition: Definition<BaseContext>,
  snapshot: AnyMachineSnapshot,
  event: JourneyEvent,
): Refusal | null {
  if (!definition.events[event.type] || event.type.startsWith('xstate.')) return unknownEvent(event.type);
  const state = leavesOf(snapshot);
  const status = statusOf(definition, snapshot);
  if (status === 'final') return notAccepted(event.type, []);
  const { offered, folded } = definition.whileSuspended;
  if (status === 'suspended' && ![...offered, ...folded].includes(event.type)) return suspended(definition);
  // Asked for by refusals only: it costs as much as the rest of the check.
  const allowed = () => allowedEventsOf(definition, snapshot);
  if (!handled(snapshot).has(event.type)) return notAccepted(event.type, allowed());
  const explained = definition.refusalOf(snapshot.context as BaseContext, event, state);
  if (explained)
    return explained.kind === 'conflict' ? { allowedEvents: allowed(), ...explained } : explained;
  return snapshot.can(event) ? null : notAccepted(event.type, allowed());
}

function resultOf(
  definition: Definition<BaseContext>,
  snapshot: AnyMachineSnapshot,
  actions: readonly ExecutableActionObject[],
  before: Before,
): StepResult {
  if (snapshot.status === 'error') throw new Error(`${definition.key} failed`, { cause: snapshot.error });
  const entered = new Set(actions.filter((action) => action.type === 'xstate.raise').map(raiseId));
  const active = snapshot.status === 'done' ? ({ ...snapshot, _nodes: [] } as never) : snapshot;
  const { ledger, changes } = reckon(definition, active, before, entered);
  const machine = definition.machine.getPersistedSnapshot(snapshot) as unknown as StoredSnapshot['machine'];
  return {
    ...viewOf(definition, snapshot, { machine, deadlines: ledger }),
    effects: actions
      .filter((action) => !action.type.startsWith('xstate.'))
      .flatMap((action) => effectsOf(definition, action)),
    deadlines: changes,
  };
}

function viewOf(
  definition: Definition<BaseContext>,
  snapshot: AnyMachineSnapshot,
  stored: StoredSnapshot,
): Omit<StepResult, 'effects' | 'deadlines'> {
  const state = leavesOf(snapshot);
  const context = snapshot.context as BaseContext;
  const armed = Object.entries(stored.deadlines)
    .filter(([, deadline]) => deadline.status === 'armed')
    .map(([name, { due }]) => ({ name, due }))
    // By date, not as the ledger lists them: jsonb keeps no order of keys, and a fold must find the same next action.
    .sort((one, other) => (one.due + one.name < other.due + other.name ? -1 : 1));
  return {
    stored,
    state,
    status: statusOf(definition, snapshot),
    allowedEvents: allowedEventsOf(definition, snapshot),
    next: definition.nextOf(context, state, armed),
    tally: definition.tallyOf?.(context, state, armed) ?? null,
  };
}

function raiseId(action: ExecutableActionObject): string {
  return String((action.params as { id?: string } | undefined)?.id);
}

/** Parameters that are a list stand for one effect an item; none for an empty list. */
function effectsOf(definition: Definition<BaseContext>, action: ExecutableActionObject): Effect[] {
  const schema = definition.effects[action.type];
  if (!schema) throw new Error(`${definition.key} names an unknown effect ${action.type}`);
  const all: unknown[] = Array.isArray(action.params) ? action.params : [action.params ?? {}];
  return all.map((params) => ({
    type: action.type,
    params: schema.parse(params) as Record<string, unknown>,
  }));
}

function statusOf(definition: Definition<BaseContext>, snapshot: AnyMachineSnapshot): JourneyStatus {
  if (snapshot.status === 'done') return 'final';
  return definition.isSuspended(snapshot.context as BaseContext) ? 'suspended' : 'live';
}

/** Types of the events that some active state has a transition for, whatever its guards say: by the states alone. */
function handled(snapshot: AnyMachineSnapshot): ReadonlySet<string> {
  const machine: AnyStateMachine = snapshot.machine;
  let known = handledIn.get(machine);
  if (!known) handledIn.set(machine, (known = new Map<string, ReadonlySet<string>>()));
  const key = leavesOf(snapshot).join();
  let types = known.get(key);
  if (!types)
    known.set(key, (types = new Set(getNextTransitions(snapshot).map((next) => String(next.eventType)))));
  return types;
}

const handledIn = new WeakMap<AnyStateMachine, Map<string, ReadonlySet<string>>>();

function allowedEventsOf(definition: Definition<BaseContext>, snapshot: AnyMachineSnapshot): string[] {
  const status = statusOf(definition, snapshot);
  if (status === 'final') return [];
  const state = leavesOf(snapshot);
  const context = snapshot.context as BaseContext;
  return [...handled(snapshot)]
    .filter((type) => definition.events[type] && !definition.events[type].verb)
    .filter((type) => status === 'live' || definition.whileSuspended.offered.includes(type))
    .filter((type) => definition.offers?.(context, type, state) ?? true)
    .sort();
}

/** Paths of the active leaves without the machine's id, in document order. */
function leavesOf(snapshot: AnyMachineSnapshot): string[] {
  return snapshot._nodes
    .filter((node) => node.type === 'atomic' || node.type === 'final')
    .sort((one, other) => one.order - other.order)
    .map((node) => node.path.join('.'));
}

function notAccepted(type: string, allowedEvents: string[]): Refusal {
  const list = allowedEvents.join(', ') || '–';
  return {
    code: 'journey.event_not_accepted',
    kind: 'conflict',
    allowedEvents,
    detail: {
      id: `Peristiwa ${type} tidak dapat diterima pada tahap ini. Yang dapat diterima: ${list}.`,
      en: `The event ${type} is not accepted in this state. Accepted now: ${list}.`,
    },
  };
}

function unknownEvent(type: string): Refusal {
  return {
    code: 'event.unknown',
    kind: 'invalid',
    detail: { id: `Peristiwa ${type} tidak dikenal.`, en: `The event ${type} is unknown.` },
  };
}

function suspended(definition: Definition<BaseContext>): Refusal {
  return {
    code: 'journey.suspended',
    kind: 'conflict',
    allowedEvents: [...definition.whileSuspended.offered],
    detail: {
      id: 'Perjalanan ini sedang dijeda. Lanjutkan dahulu sebelum mengirim peristiwa ini.',
      en: 'This journey is suspended. Resume it before sending this event.',
    },
  };
}

function notArmed(name: string): Refusal {
  return {
    code: 'deadline.not_armed',
    kind: 'conflict',
    detail: { id: `Tenggat ${name} tidak sedang berjalan.`, en: `The deadline ${name} is not armed.` },
  };
}

function notDue(name: string, due: Instant): Refusal {
  return {
    code: 'deadline.not_due',
    kind: 'conflict',
    detail: {
      id: `Tenggat ${name} baru jatuh pada ${due}.`,
      en: `The deadline ${name} is due only at ${due}.`,
    },
  };
}
