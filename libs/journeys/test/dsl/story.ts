import { closesAt, opensAt, type Instant } from '#libs/calendar';
import type { Stage } from '#libs/curriculum';
import {
  begin,
  fire,
  step,
  type AnyDefinition,
  type DeadlineChange,
  type Effect,
  type JourneyEvent,
  type Refusal,
  type StepResult,
  type StoredSnapshot,
} from '#libs/statechart';
import {
  participantJourneyEvents,
  participantJourneyInput,
  participantJourneyV1,
  type EventType,
  type JourneyContext,
  type JourneyPolicy,
  type ParticipantJourneyInput,
} from '#libs/journeys';
import { COHORT } from './fixtures.js';
import { knowledgeWith } from './knowledge.fixture.js';

/** A row of the event log: what folding needs. */
export type LogRow =
  | { kind: 'started'; input: ParticipantJourneyInput; at: Instant }
  | { kind: 'event'; event: JourneyEvent; at: Instant }
  | { kind: 'fired'; name: string; at: Instant };

const definitions = new Map<string, ReturnType<typeof participantJourneyV1>>();

/** Building a machine is slow: one for each set of settings. */
export function definitionWith(policy: Partial<JourneyPolicy> = {}) {
  const key = JSON.stringify(policy);
  const definition = definitions.get(key) ?? participantJourneyV1(knowledgeWith(policy));
  definitions.set(key, definition);
  return definition;
}

/** Noon of a day in Jakarta, or the instant itself. */
export const noon = (at: string): Instant => (at.includes('T') ? at : `${at}T05:00:00.000Z`);

/** One journey, driven as the engine drives it; keeps its log so that it can be folded again. */
export class Story {
  readonly log: LogRow[];
  readonly effects: Effect[];
  readonly changes: DeadlineChange[];
  lastEffects: Effect[] = [];
  refusal: Refusal | null = null;

  private constructor(
    readonly definition: ReturnType<typeof definitionWith>,
    input: ParticipantJourneyInput,
    public now: Instant,
    public result: StepResult,
  ) {
    this.log = [{ kind: 'started', input, at: now }];
    this.effects = [...result.effects];
    this.lastEffects = result.effects;
    this.changes = [...result.deadlines];
  }

  static of(input: Partial<ParticipantJourneyInput> = {}, policy?: Partial<JourneyPolicy>): Story {
    const definition = definitionWith(policy);
    const whole = participantJourneyInput.parse({ ...COHORT, ...input });
    const at = noon(whole.enteredOn);
    return new Story(definition, whole, at, begin(definition as AnyDefinition, whole, at));
  }

  /** The same journey up to here, to go on another way. */
  copy(): Story {
    const { input } = this.log[0] as Extract<LogRow, { kind: 'started' }>;
    const story = new Story(this.definition, input, this.now, this.result);
    story.log.splice(0, 1, ...this.log);
    story.effects.splice(0, story.effects.length, ...this.effects);
    story.changes.splice(0, story.changes.length, ...this.changes);
    story.lastEffects = this.lastEffects;
    return story;
  }

  get context(): JourneyContext {
    return this.result.stored.machine.context as JourneyContext;
  }

  get state(): string[] {
    return this.result.state;
  }

  /** Sends an event on the present day; a refusal is kept and changes nothing. */
  sends(
    type: EventType,
    payload: object = {},
    { by, role, actingFor }: { by?: string; role?: string; actingFor?: string } = {},
  ): this {
    const spec = participantJourneyEvents[type];
    const sender = role ?? spec.roles[0]!;
    const companion = sender === 'coach' || sender === 'mentor' ? this.context[sender] : null;
    const event: JourneyEvent = {
      type,
      payload: spec.payload.parse(payload) as Record<string, unknown>,
      actor: { id: by ?? companion ?? `${sender}-1`, role: sender, ...(actingFor && { actingFor }) },
    };
    const outcome = step(this.definition as AnyDefinition, this.fromStore(), event, this.now);
    this.refusal = outcome.ok ? null : outcome.refusal;
    if (outcome.ok) this.take(outcome.result, { kind: 'event', event, at: this.now });
    return this;
  }

  /** Lets the deadlines of the journey fire in order until noon of a day (or an instant). */
  until(day: string): this {
    const to = noon(day);
    for (;;) {
      const next = this.armed().find(({ due }) => due <= to);
      if (!next || this.result.status !== 'live') break;
      this.fires(next.name, next.due > this.now ? next.due : this.now);
    }
    if (to > this.now) this.now = to;
    return this;
  }

  fires(name: string, at: Instant = this.now): this {
    const outcome = fire(this.definition as AnyDefinition, this.fromStore(), name, at);
    this.refusal = outcome.ok ? null : outcome.refusal;
    if (at > this.now) this.now = at;
    if (outcome.ok) this.take(outcome.result, { kind: 'fired', name, at });
    return this;
  }

  armed(): { name: string; due: Instant }[] {
    return Object.entries(this.result.stored.deadlines)
      .filter(([, row]) => row.status === 'armed')
      .map(([name, { due }]) => ({ name, due }))
      .sort((one, other) => (one.due + one.name < other.due + other.name ? -1 : 1));
  }

  due(name: string): Instant | undefined {
    return this.armed().find((row) => row.name === name)?.due;
  }

  /** Courses to take in a stage, as agenda and letter. */
  planned(stage: Stage = 'selfLearning'): string[] {
    return this.context.planned[stage] ?? [];
  }

  tasks(): string[] {
    const open = new Map<string, string>();
    for (const { type, params } of this.effects) {
      if (type === 'openTask') open.set(String(params['key']), String(params['kind']));
      if (type === 'closeTasks') close(open, params as { kinds?: string[]; keys?: string[] });
    }
    return [...open.keys()].sort();
  }

  effectsOf(type: string): Effect['params'][] {
    return this.effects.filter((effect) => effect.type === type).map(({ params }) => params);
  }

  /** As it comes back from the database: folding, which does without, has to give the same. */
  private fromStore(): StoredSnapshot {
    return throughJsonb(this.result.stored);
  }

  private take(result: StepResult, row: LogRow): void {
    this.result = result;
    this.log.push(row);
    this.effects.push(...result.effects);
    this.lastEffects = result.effects;
    this.changes.push(...result.deadlines);
  }
}

/** A value as Postgres gives it back from jsonb: keys by length, then by bytes, whatever their order was. */
export function throughJsonb<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    const entries = Object.entries(part).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
    return Object.fromEntries(entries);
  }) as T;
}

function close(open: Map<string, string>, { kinds, keys }: { kinds?: string[]; keys?: string[] }): void {
  if (!kinds && !keys) open.clear();
  for (const [key, kind] of open) if (kinds?.includes(kind) || keys?.includes(key)) open.delete(key);
}

/** The result again, from the log alone. */
export function fold(definition: AnyDefinition, log: readonly LogRow[]): StepResult {
  let result: StepResult | undefined;
  for (const row of log) {
    if (row.kind === 'started') {
      result = begin(definition, row.input, row.at);
      continue;
    }
    const outcome =
      row.kind === 'event'
        ? step(definition, result!.stored, row.event, row.at)
        : fire(definition, result!.stored, row.name, row.at);
    if (!outcome.ok) throw new Error(`the log holds what is refused: ${outcome.refusal.code}`);
    result = outcome.result;
  }
  return result!;
}

export const opening = (day: string): Instant => opensAt(day, 'Asia/Jakarta');
export const closing = (day: string): Instant => closesAt(day, 'Asia/Jakarta');
