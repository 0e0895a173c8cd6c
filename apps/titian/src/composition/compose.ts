import type { NestExpressApplication } from '@nestjs/platform-express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { AuditTrail } from '#libs/access';
import type { Instant } from '#libs/calendar';
import { type Knowledge, lookupIn } from '#libs/knowledge';
import { QueueDelivery } from '#libs/delivery';
import {
  accessStore,
  createDataSource,
  DatabaseClock,
  idempotencyStore,
  isBroken,
  namedRows,
  readAsCallers,
  requestTraces,
  sandboxClockStore,
} from '#libs/persistence';
import type { Clock, Log, Settings } from '#libs/platform';
import { SandboxClock } from '#libs/training';
import {
  createApi,
  createHealth,
  OperationsModule,
  PrivacyModule,
  type ReadinessCheck,
  TrainingModule,
  trainingTexts,
  type TrainingParts,
} from '../../../api/src/index.js';
import { claimSandbox } from '../database/only-one.js';
import { projectRoot } from '../project-root.js';
import {
  composePublishing,
  type Delivering,
  deliveringInProcess,
  deliveringThroughQueue,
  type Publishing,
} from './compose-delivery.js';
import { composeDoor } from './compose-door.js';
import { composeEngine, type EngineComposition } from './compose-engine.js';
import { composeInbox } from './compose-inbox.js';
import { composeOperations } from './compose-operations.js';
import { composeAudit, composePrivacy } from './compose-privacy.js';
import { composeSignIn } from './compose-sign-in.js';
import { composeTraining } from './compose-training.js';
import { eventPayloads } from './event-payloads.js';
import { figures } from './figures.js';
import { keepHouse } from './housekeeping.js';
import { keepSettling } from './settle-loop.js';
import { sharedCounts } from './shared-counts.js';
import { traceLog } from './trace-log.js';

export interface CompositionNeeds {
  settings: Settings;
  /** Of a database that is migrated. */
  connectionString: string;
  knowledge: Knowledge;
  log: Log;
  /** When the sandbox's clock begins, if it never ran; null in production, which has none. */
  sandboxBegins: Instant | null;
  /** Whom the page of the sandbox offers to sign in as. */
  sandboxDoor?: TrainingParts['sandboxDoor'];
  /** What this process is for; without it no queue is used and the process does everything within the request. */
  process?: ProcessKind;
}

/** `all` is the one process of `npm start`; the other two are run in any number. */
export type ProcessKind = 'all' | 'api' | 'worker';

export interface Composition extends EngineComposition {
  app: NestExpressApplication;
  dataSource: DataSource;
  training: TrainingParts;
  audit: AuditTrail;
  /** Null in production. */
  sandboxClock: SandboxClock | null;
  /** Begins the journeys that transfers owe. */
  settleTransfers: () => Promise<void>;
  /** Begins to deliver: from now on effects go through the queue, and a worker fires deadlines. */
  deliver(): Promise<void>;
  /** In words, for whoever started it. */
  deliveryName: string;
  /** Which server takes mail, or that none does. */
  mailName: string;
  /** The API first, then the sweeper, then the connections: nobody loses what he works on. */
  close(): Promise<void>;
}

/** Where the parts meet. Nothing listens and nothing is delivered yet: whoever asked begins both. */
export async function compose(needs: CompositionNeeds): Promise<Composition> {
  const { connectionString, sandboxBegins, log } = needs;
  const dataSource = await createDataSource({ connectionString }).initialize();
  readAsCallers(dataSource, connectionString);
  try {
    const letGo = sandboxBegins === null ? null : await claimSandbox(dataSource);
    const times = await tellTime(dataSource, sandboxBegins);
    const publishing = needs.process ? composePublishing({ ...needs, dataSource }) : null;
    const composition = await assemble(dataSource, { ...needs, ...times, publishing });
    const stopHousekeeping = keepHouse({
      ...{ dataSource, knowledge: needs.knowledge, clock: times.clock },
      ...{ audit: composition.audit, log },
    });
    const stopSettling = keepSettling(composition.settleTransfers);
    return {
      ...composition,
      close: async () => {
        stopHousekeeping();
        await composition.close();
        await stopSettling();
        times.stop();
        await letGo?.();
        await dataSource.destroy();
      },
    };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

interface Times {
  /** Business time. */
  clock: Clock;
  /** Null in production, where time is the record's. */
  sandboxClock: SandboxClock | null;
}

async function tellTime(
  dataSource: DataSource,
  begins: Instant | null,
): Promise<Times & { stop: () => void }> {
  if (begins !== null) {
    const sandboxClock = await SandboxClock.resume(sandboxClockStore(dataSource.manager), begins);
    return { clock: sandboxClock, sandboxClock, stop: () => undefined };
  }
  const clock = await DatabaseClock.start(dataSource);
  return { clock, sandboxClock: null, stop: () => clock.stop() };
}

export interface Assembly
  extends
    Pick<CompositionNeeds, 'settings' | 'knowledge' | 'log' | 'connectionString' | 'process' | 'sandboxDoor'>,
    Times {
  /** Null for a process without a queue. */
  publishing: Publishing | null;
}

/** Puts the parts together around a data source that need not be connected yet. */
export async function assemble(dataSource: DataSource, parts: Assembly): Promise<Composition> {
  const { settings, knowledge, log, clock, sandboxClock, publishing } = parts;
  const { manager } = dataSource;
  const deliveryOf = publishing?.deliveryOf;
  const trace = traceLog(log, requestTraces(dataSource), settings.logLevel === 'debug');
  const engine = composeEngine({
    dataSource,
    knowledge,
    clock,
    log,
    trace,
    ...(deliveryOf ? { deliveryOf } : {}),
  });
  const delivering = deliveringOf(engine, { ...parts, dataSource });
  const access = accessStore(manager);
  const audit = composeAudit(dataSource, clock, log);
  const door = composeDoor({
    ...{ dataSource, access, clock, log },
    ...{ lookup: lookupIn(knowledge), engine: engine.engine },
  });
  const inbox = composeInbox({ dataSource, knowledge, settings, clock, log, trace });
  const training = composeTraining({
    ...{ dataSource, knowledge, access, clock, engine, door, sandboxClock, inbox, log },
    sandboxDoor: parts.sandboxDoor ?? null,
    alone: (work) => delivering.alone(work),
  });
  const operations = composeOperations({
    ...{ dataSource, training, log },
    carriesOut: parts.process !== 'api',
  });
  const readiness = readinessOf(dataSource, publishing);
  const queues = publishing?.publisher.queues ?? [];
  const countsRequests = parts.process !== undefined && parts.process !== 'worker';
  const shared = countsRequests && settings.redisUrl !== null ? sharedCounts(settings.redisUrl) : null;
  const metrics = figures(dataSource, clock, queues);
  const health = { log, readiness, metrics, isOutOfReach: isBroken };
  const app =
    parts.process === 'worker'
      ? await createHealth(health)
      : await createApi({
          ...{
            ...health,
            settings,
            clock,
            access,
            audit,
            knowledge,
            idempotency: idempotencyStore(manager),
            namedRows: namedRows(dataSource),
            queues,
          },
          ...(shared && { requestCounts: shared.counts }),
          ...composeSignIn({ dataSource, access, settings, log, audit, clock }),
          modules: [
            TrainingModule.of(training),
            OperationsModule.of(training, operations.parts),
            PrivacyModule.of(
              training,
              composePrivacy({ dataSource, audit, engine: engine.engine, knowledge, clock, log }),
            ),
          ],
          texts: { problems: trainingTexts() },
          eventPayloads: eventPayloads(),
          ...builtWeb(),
        });
  return {
    ...{ ...engine, app, dataSource, training, audit, sandboxClock },
    settleTransfers: door.settle,
    deliver: async () => {
      await delivering.start();
      if (parts.process !== 'api') inbox.start();
      operations.start();
    },
    deliveryName: delivering.name,
    mailName: inbox.mailName,
    close: async () => {
      await closeApi(app);
      shared?.close();
      await Promise.all([training.importDesk.stop(), operations.stop()]);
      // A clock on its way starts the deliverers again when it has arrived.
      await training.sandbox?.settled();
      await inbox.stop();
      await delivering.stop();
      await audit.stop();
    },
  };
}

/** The screens are served where they were built: tests and commands of the operator do without. */
function builtWeb(): { web?: string } {
  const web = join(projectRoot(), 'dist', 'web');
  return existsSync(join(web, 'index.html')) ? { web } : {};
}

function deliveringOf(
  { engine, relay, sweeper, delivery }: EngineComposition,
  parts: Assembly & { dataSource: DataSource },
): Delivering {
  const { publishing, process } = parts;
  if (!publishing || !(delivery instanceof QueueDelivery)) return deliveringInProcess(sweeper);
  const consumes = process !== 'api';
  return deliveringThroughQueue({ ...parts, publishing, engine, relay, sweeper, delivery, consumes });
}

/** Nobody works without the record; without the queue everything is done, only later. */
function readinessOf(dataSource: DataSource, publishing: Publishing | null): ReadinessCheck[] {
  const database = { name: 'database', check: async () => void (await dataSource.query('select 1')) };
  const queue = publishing && {
    name: 'queue',
    check: () => publishing.publisher.reach(),
    without: {
      id: 'Antrean tidak menjawab. Permintaan tetap diterima; penyapu melaksanakan tenggat dan akibatnya, beberapa detik lebih lambat.',
      en: 'The queue does not answer. Requests are taken all the same; the sweeper does what falls due and what follows, some seconds later.',
    },
  };
  return queue ? [database, queue] : [database];
}

/** Requests that run get this long; a caller who sends one after the other over the same connection must not keep us. */
const LAST_REQUESTS_MS = 10_000;

async function closeApi(app: NestExpressApplication): Promise<void> {
  const server = app.getHttpServer();
  const enough = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
  await app.close();
  clearTimeout(enough);
}
