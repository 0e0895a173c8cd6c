import type { Bilingual, Instant } from '#libs/calendar';
import { foresee, type Definitions, type Step } from '#libs/engine';
import type { KnowledgeLookup } from '#libs/knowledge';
import { shiftedByResuming, type JourneyContext } from '#libs/journeys';
import type { Actor } from '#libs/statechart';
import type { BulkOrder } from './bulk-input.js';
import type { BulkEvent, BulkStanding, Refusal } from './bulk-store.port.js';
import { eventOfOrder } from './event-of-order.js';

/** A deadline before and after; `to` null: it is no longer wanted. */
export interface ForeseenDeadline {
  name: string;
  /** Null for one that there was not. */
  from: Instant | null;
  to: Instant | null;
  why: Bilingual | null;
  /** Fires with the order itself, for its time has come. */
  fires: boolean;
}

/** A deadline that sleeps with its journey, and what a resumption will do with it. */
export interface SleepingDeadline {
  name: string;
  due: Instant;
  onResume: 'stands' | 'shifts';
}

export interface ForeseenChange {
  journeyId: string;
  participant: BulkStanding['participant'];
  zone: BulkStanding['zone'];
  /** Null when it would take it. */
  refusal: Refusal | null;
  status: { from: BulkStanding['status']; to: BulkStanding['status'] };
  state: { from: string[]; to: string[] };
  deadlines: ForeseenDeadline[];
  sleeping: SleepingDeadline[];
  /** Who would be told what. */
  notices: { to: string; message: string }[];
}

/** An order with its reason, and in whose name. */
export interface Ordered {
  order: BulkOrder;
  reason: string;
  actor: Actor;
}

export interface ForeseeDeps {
  definitions: Definitions;
  knowledge: KnowledgeLookup;
}

/** What an order would make of one journey: the very steps that it would take, none of them kept. */
export function foreseeOrder(
  { definitions, knowledge }: ForeseeDeps,
  standing: BulkStanding,
  { order, reason, actor }: Ordered,
  at: Instant,
): ForeseenChange {
  const { definition, snapshot, status, state } = standing;
  const { journeyId, participant, zone } = standing;
  const nothing = { deadlines: [], sleeping: [], notices: [] };
  const still = { status: { from: status, to: status }, state: { from: state, to: state } };
  const no = (refusal: Refusal) => ({ journeyId, participant, zone, ...still, ...nothing, refusal });
  try {
    const event: BulkEvent = eventOfOrder(order, reason, standing, knowledge);
    const seen = foresee(
      definitions.get(definition.key, definition.version),
      snapshot,
      { ...event, actor },
      at,
    );
    if (!seen.ok) return no(refusalIn(seen.refusal));
    const last = (seen.steps.at(-1) as Step).result;
    return {
      ...{ journeyId, participant, zone, refusal: null },
      status: { from: status, to: last.status },
      state: { from: state, to: last.state },
      deadlines: deadlinesOf(standing, seen.steps),
      sleeping: last.status === 'suspended' ? sleepingOf(last.stored, knowledge) : [],
      notices: noticesOf(seen.steps),
    };
  } catch (error) {
    return no(fails(error));
  }
}

/** A refusal as it is kept and shown: whatever else the engine says is for the journey's own page. */
export function refusalIn({ code, detail, errors, incidentId }: Refusal): Refusal {
  return { code, detail, ...(errors && { errors }), ...(incidentId !== undefined && { incidentId }) };
}

function deadlinesOf({ deadlines }: BulkStanding, steps: readonly Step[]): ForeseenDeadline[] {
  const seen = new Map<string, ForeseenDeadline>();
  const armed = new Map(deadlines.map(({ name, due }) => [name, due]));
  for (const change of steps.flatMap(({ result }) => result.deadlines)) {
    const known = seen.get(change.name);
    const from = known ? known.from : (armed.get(change.name) ?? null);
    const fires = known?.fires === true || change.op === 'fire';
    const after = 'due' in change ? { to: change.due, why: change.why } : { to: null, why: null };
    // What fires keeps its date unless it is armed anew behind it.
    const at = change.op === 'fire' ? { to: known?.to ?? from, why: known?.why ?? null } : after;
    seen.set(change.name, { name: change.name, from, ...at, fires });
  }
  return [...seen.values()].filter(({ from, to, fires }) => fires || from !== to);
}

function sleepingOf(
  { deadlines, machine }: Step['result']['stored'],
  knowledge: KnowledgeLookup,
): SleepingDeadline[] {
  const shifts: readonly string[] = shiftedByResuming(machine.context as JourneyContext, knowledge);
  return Object.entries(deadlines)
    .filter(([, { status }]) => status === 'armed')
    .map(([name, { due }]): SleepingDeadline => {
      return { name, due, onResume: shifts.includes(name) ? 'shifts' : 'stands' };
    })
    .sort((one, other) => (one.due + one.name < other.due + other.name ? -1 : 1));
}

function noticesOf(steps: readonly Step[]): ForeseenChange['notices'] {
  return steps
    .flatMap(({ result }) => result.effects)
    .filter(({ type }) => type === 'notify')
    .map(({ params }) => ({ to: String(params['to']), message: String(params['message']) }));
}

/** A step that can't be taken: the journey is left as it is. */
export function fails(error: unknown): Refusal {
  const cause = error instanceof Error ? error.message : String(error);
  return {
    code: 'journey.incident',
    detail: {
      id: `Langkah ini gagal karena kesalahan pada sistem (${cause}).`,
      en: `This step fails through a fault of the system (${cause}).`,
    },
  };
}
