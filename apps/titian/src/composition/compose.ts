import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { Sessions } from '#libs/access';
import type { Instant } from '#libs/calendar';
import { type Knowledge, lookupIn } from '#libs/knowledge';
import { accessStore, createDataSource, idempotencyStore, sandboxClockStore } from '#libs/persistence';
import { type Log, type Settings, systemClock } from '#libs/platform';
import { SandboxClock, type SandboxClockStore } from '#libs/training';
import { createApi, TrainingModule, trainingTexts, type TrainingParts } from '../../../api/src/index.js';
import { claimSandbox } from '../database/only-one.js';
import { composeDoor } from './compose-door.js';
import { composeEngine, type EngineComposition } from './compose-engine.js';
import { composeTraining } from './compose-training.js';
import { eventPayloads } from './event-payloads.js';
import { figures } from './figures.js';
import { keepHouse } from './housekeeping.js';
import { keepSettling } from './settle-loop.js';

export interface CompositionNeeds {
  settings: Settings;
  /** Of a database that is migrated. */
  connectionString: string;
  knowledge: Knowledge;
  log: Log;
  /** When the sandbox's clock begins, if it never ran; null in production, which has none. */
  sandboxBegins: Instant | null;
}

export interface Composition extends EngineComposition {
  app: NestExpressApplication;
  dataSource: DataSource;
  training: TrainingParts;
  /** Null in production. */
  sandboxClock: SandboxClock | null;
  /** Begins the journeys that transfers owe. */
  settleTransfers: () => Promise<void>;
  /** The API first, then the sweeper, then the connections: nobody loses what he works on. */
  close(): Promise<void>;
}

/** Where the parts meet. Nothing listens yet and the sweeper stands still: whoever asked starts them. */
export async function compose(needs: CompositionNeeds): Promise<Composition> {
  const { connectionString, sandboxBegins, log } = needs;
  const dataSource = await createDataSource({ connectionString }).initialize();
  try {
    const letGo = sandboxBegins === null ? null : await claimSandbox(dataSource);
    const sandbox =
      sandboxBegins === null ? null : { store: sandboxClockStore(dataSource.manager), begins: sandboxBegins };
    const composition = await assemble(dataSource, { ...needs, sandbox });
    const stopHousekeeping = keepHouse(dataSource, log);
    const stopSettling = keepSettling(composition.settleTransfers);
    return {
      ...composition,
      close: async () => {
        stopHousekeeping();
        await composition.close();
        await stopSettling();
        await letGo?.();
        await dataSource.destroy();
      },
    };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

export interface Assembly extends Pick<CompositionNeeds, 'settings' | 'knowledge' | 'log'> {
  /** Where the sandbox's clock is kept and when it begins; null in production, where time is the machine's. */
  sandbox: { store: SandboxClockStore; begins: Instant } | null;
}

/** Puts the parts together around a data source that need not be connected yet. */
export async function assemble(
  dataSource: DataSource,
  { settings, knowledge, log, sandbox }: Assembly,
): Promise<Composition> {
  const { manager } = dataSource;
  const sandboxClock = sandbox && (await SandboxClock.resume(sandbox.store, sandbox.begins));
  const clock = sandboxClock ?? systemClock;
  const engine = composeEngine({ dataSource, knowledge, clock, log });
  const access = accessStore(manager);
  const idempotency = idempotencyStore(manager);
  const lookup = lookupIn(knowledge);
  const door = composeDoor({ dataSource, access, lookup, clock, engine: engine.engine, log });
  const training = composeTraining({ dataSource, knowledge, access, clock, engine, door, sandboxClock, log });
  const app = await createApi({
    settings,
    log,
    clock,
    access,
    idempotency,
    knowledge,
    sessions: new Sessions(access, {
      hours: settings.sessionHours,
      sandbox: settings.sandbox,
      now: () => systemClock.now(),
    }),
    readiness: [{ name: 'database', check: async () => void (await manager.query('select 1')) }],
    metrics: figures(dataSource, clock),
    modules: [TrainingModule.of(training)],
    texts: { problems: trainingTexts() },
    eventPayloads: eventPayloads(),
  });
  return {
    ...engine,
    app,
    dataSource,
    training,
    sandboxClock,
    settleTransfers: door.settle,
    close: async () => {
      await app.close();
      await training.importDesk.stop();
      // A clock on its way starts the sweeper again when it has arrived.
      await training.sandbox?.settled();
      await engine.sweeper.stop();
    },
  };
}
