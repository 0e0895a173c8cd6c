import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { Sessions } from '#libs/access';
import type { Knowledge } from '#libs/knowledge';
import { accessStore, createDataSource, idempotencyStore, sandboxClockStore } from '#libs/persistence';
import { type Log, type Settings, systemClock } from '#libs/platform';
import { SandboxClock, type SandboxClockStore } from '#libs/training';
import { createApi, TrainingModule } from '../../../api/src/index.js';
import { composeEngine, type EngineComposition } from './compose-engine.js';
import { composeTraining } from './compose-training.js';
import { eventPayloads } from './event-payloads.js';
import { figures } from './figures.js';
import { keepHouse } from './housekeeping.js';

export interface CompositionNeeds {
  settings: Settings;
  /** Of a database that is migrated. */
  connectionString: string;
  knowledge: Knowledge;
  log: Log;
}

export interface Composition extends EngineComposition {
  app: NestExpressApplication;
  dataSource: DataSource;
  /** Null in production. */
  sandboxClock: SandboxClock | null;
  /** The API first, then the sweeper, then the connections: nobody loses what he works on. */
  close(): Promise<void>;
}

/** Where the parts meet. Nothing listens yet and the sweeper stands still: whoever asked starts them. */
export async function compose(needs: CompositionNeeds): Promise<Composition> {
  const { settings, knowledge, log } = needs;
  const dataSource = await createDataSource({ connectionString: needs.connectionString }).initialize();
  try {
    const clockStore = settings.sandbox ? sandboxClockStore(dataSource.manager) : null;
    const composition = await assemble(dataSource, { settings, knowledge, log, clockStore });
    const stopHousekeeping = keepHouse(dataSource, log);
    return {
      ...composition,
      close: async () => {
        stopHousekeeping();
        await composition.close();
        await dataSource.destroy();
      },
    };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

const BEGINNING = '2026-01-05T01:00:00.000Z';

export interface Assembly extends Omit<CompositionNeeds, 'connectionString'> {
  /** Null in production, where time is the machine's. */
  clockStore: SandboxClockStore | null;
}

/** Puts the parts together around a data source that need not be connected yet. */
export async function assemble(
  dataSource: DataSource,
  { settings, knowledge, log, clockStore }: Assembly,
): Promise<Composition> {
  const { manager } = dataSource;
  const sandboxClock = clockStore && (await SandboxClock.resume(clockStore, BEGINNING));
  const clock = sandboxClock ?? systemClock;
  const engine = composeEngine({ dataSource, knowledge, clock, log });
  const access = accessStore(manager);
  const idempotency = idempotencyStore(manager);
  const training = composeTraining({ dataSource, knowledge, access, clock, engine, sandboxClock });
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
    eventPayloads: eventPayloads(),
  });
  return {
    ...engine,
    app,
    dataSource,
    sandboxClock,
    close: async () => {
      await app.close();
      // A clock on its way starts the sweeper again when it has arrived.
      await training.sandbox?.settled();
      await engine.sweeper.stop();
    },
  };
}
