import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  Definitions,
  EffectHandlers,
  Engine,
  inlineTaskEffects,
  Relay,
  type EffectHandler,
  type Message,
  type OutboxEffect,
  type Outcome,
  type Projection,
  type StartRequest,
} from '#libs/engine';
import { createDataSource, migrate, PostgresEngineStore, PostgresOutboxStore } from '#libs/persistence';
import type { AnyDefinition } from '#libs/statechart';
import { MovableClock } from '../movable-clock.js';
import { FaultScript } from '../fault-script.js';
import { cloneTemplateDatabase, type TestDatabase } from '../template-database.js';
import { permit } from './permit.definition.js';
import { permitTaskEvents } from './permit.events.js';

export interface OfficeOptions {
  projections?: Projection[];
  handlers?: Record<string, EffectHandler>;
  maxAttempts?: number;
}

/** An engine on a database of its own, with a clock, faults and letters that a test can look at. */
export class PermitOffice {
  readonly org = randomUUID();
  readonly clock = new MovableClock('2026-01-01T08:00:00.000Z');
  readonly wall = new MovableClock('2026-06-01T00:00:00.000Z');
  readonly faults = new FaultScript();
  readonly letters: OutboxEffect[] = [];
  readonly definitions = new Definitions([permit as unknown as AnyDefinition]);
  readonly inline = inlineTaskEffects(permitTaskEvents);
  readonly engine: Engine;
  readonly relay: Relay;
  private messages = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly dataSource: DataSource,
    options: OfficeOptions,
  ) {
    const store = new PostgresEngineStore({ dataSource, wall: this.wall, faults: this.faults });
    const handlers = this.handlers(options.handlers ?? {});
    const outbox = new PostgresOutboxStore(dataSource);
    const { maxAttempts = 3, projections = [] } = options;
    this.relay = new Relay({ outbox, store, handlers, wall: this.wall, faults: this.faults, maxAttempts });
    this.engine = new Engine({
      definitions: this.definitions,
      store,
      clock: this.clock,
      inline: this.inline,
      handlers,
      delivery: this.relay,
      projections,
      faults: this.faults,
    }).boot();
  }

  static async open(options: OfficeOptions = {}): Promise<PermitOffice> {
    const database = await cloneTemplateDatabase({ migrate });
    const dataSource = createDataSource({ connectionString: database.connectionString, poolSize: 8 });
    await dataSource.initialize();
    return new PermitOffice(database, dataSource, options);
  }

  /** The same database seen by a new process: nothing that lived in memory is left. */
  reopened(options: OfficeOptions = {}): PermitOffice {
    const office = new PermitOffice(this.database, this.dataSource, options);
    office.clock.set(this.clock.now());
    office.wall.set(this.wall.now());
    return office;
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.database.drop();
  }

  nextMessageId(): string {
    this.messages += 1;
    return `message-${this.messages}-${this.org}`;
  }

  start(request: Partial<StartRequest> = {}): Promise<Outcome> {
    return this.engine.start({
      definition: 'permit',
      org: this.org,
      instanceId: randomUUID(),
      messageId: this.nextMessageId(),
      input: { site: 'Jalan Titian 1', startsOn: '2026-01-01' },
      actor: { id: 'ani', role: 'applicant' },
      parties: [],
      ...request,
    });
  }

  /** Starts and answers the id; for tests that are about something else. */
  async begun(request: Partial<StartRequest> = {}): Promise<string> {
    const outcome = await this.start(request);
    if (!outcome.ok) throw new Error(`the start was refused with ${outcome.refusal.code}`);
    return outcome.instanceId;
  }

  send(
    instanceId: string,
    type: string,
    payload: Record<string, unknown> = {},
    rest: Partial<Message> = {},
  ): Promise<Outcome> {
    const actor = { id: 'budi', role: 'clerk' };
    return this.engine.apply({ instanceId, messageId: this.nextMessageId(), type, payload, actor, ...rest });
  }

  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql, parameters);
  }

  private handlers(given: Record<string, EffectHandler>): EffectHandlers {
    const letters: EffectHandler = {
      run: async (effect) => {
        this.letters.push(effect);
      },
    };
    const handlers = { sendLetter: letters, enterRegister: letters, ...given };
    const registry = new EffectHandlers();
    for (const [effect, handler] of Object.entries(handlers)) registry.register(effect, handler);
    return registry;
  }
}
