import type { DataSource } from 'typeorm';
import type { Clock, Engine, OutboxStore, Relay, Sweeper } from '#libs/engine';
import {
  Consumers,
  type DeliveryBackend,
  EngineWork,
  HorizonLoader,
  Hostility,
  Publisher,
  QueueDelivery,
  useBackend,
} from '#libs/delivery';
import { outboxPending, PostgresDeadlineShelf } from '#libs/persistence';
import { type Log, type Settings, systemClock } from '#libs/platform';

export interface PublishingNeeds {
  settings: Settings;
  connectionString: string;
  dataSource: DataSource;
  log: Log;
}

/** What puts work on the queue; every process has it. */
export interface Publishing {
  backend: DeliveryBackend;
  publisher: Publisher;
  deliveryOf: (meanwhile: Relay, outbox: OutboxStore) => QueueDelivery;
}

export function composePublishing(needs: PublishingNeeds): Publishing {
  const { settings, connectionString, dataSource, log } = needs;
  const backend = useBackend({ redisUrl: settings.redisUrl, connectionString });
  const publisher = new Publisher({
    backend,
    ...(settings.delivery.hostile ? { hostility: new Hostility() } : {}),
    onState: (state, error) =>
      state === 'away'
        ? log.warn('the queue does not answer; the sweeper does its work meanwhile', { error })
        : log.info('the queue answers again'),
  });
  const settled = settings.sandbox ? { settled: (ids: readonly string[]) => settle(dataSource, ids) } : {};
  return {
    backend,
    publisher,
    deliveryOf: (meanwhile, outbox) =>
      new QueueDelivery({ publisher, outbox, meanwhile, now: () => systemClock.now(), ...settled }),
  };
}

/** Longer than the sweeper's grace: what the queue lost is waited for too. */
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 5;

/** Whoever tries things out in the sandbox sees in the next answer what an event did. */
async function settle(dataSource: DataSource, ids: readonly string[]): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while ((await outboxPending(dataSource, ids)) && Date.now() < end) {
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
}

/** How this process gets things done that nobody waits for. */
export interface Delivering {
  /** For people: by what. */
  name: string;
  start(): Promise<void>;
  /** Keeps everybody in this process from firing deadlines until `work` is through. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Finishes what runs; what is left waits for the next process. */
  stop(): Promise<void>;
}

/** No queue: effects are carried within the request, deadlines by the sweeper. */
export function deliveringInProcess(sweeper: Sweeper): Delivering {
  const deliverers = pausable([sweeper]);
  return {
    name: 'this process alone',
    start: async () => deliverers.start(),
    alone: (work) => deliverers.without(work),
    stop: () => deliverers.stop(),
  };
}

interface Loop {
  start(): void;
  stop(): Promise<void>;
}

/** Loops that can be kept still for a while: they go on afterwards if they went before, and nobody has stopped them since. */
function pausable(loops: readonly Loop[]): Loop & { without(work: () => Promise<void>): Promise<void> } {
  let isWanted = false;
  const go = () => loops.forEach((one) => one.start());
  const rest = async () => void (await Promise.all(loops.map((one) => one.stop())));
  return {
    start: () => {
      isWanted = true;
      go();
    },
    stop: () => {
      isWanted = false;
      return rest();
    },
    without: async (work) => {
      await rest();
      try {
        await work();
      } finally {
        if (isWanted) go();
      }
    },
  };
}

export interface QueueNeeds extends PublishingNeeds {
  publishing: Publishing;
  engine: Engine;
  relay: Relay;
  sweeper: Sweeper;
  delivery: QueueDelivery;
  /** Business time. */
  clock: Clock;
  /** False for a process that publishes only. */
  consumes: boolean;
}

export function deliveringThroughQueue(needs: QueueNeeds): Delivering {
  const { publishing, delivery, consumes } = needs;
  const consuming = consumes ? composeConsuming(needs) : null;
  return {
    name: `BullMQ on ${publishing.backend.name}${consumes ? '' : ' (workers consume)'}`,
    start: async () => {
      await consuming?.start();
      delivery.open();
    },
    alone: (work) => (consuming ? consuming.alone(work) : work()),
    stop: async () => {
      await delivery.shut();
      await consuming?.stop();
      await publishing.publisher.close();
    },
  };
}

/** Into how many jobs the deadlines of a minute are divided. */
const SHARDS = 16;
const LOAD_EVERY_MS = 15_000;
/** The sandbox's clock jumps: whatever it makes due is wanted at once. */
const SANDBOX_LOAD_EVERY_MS = 1000;

/** What takes work off the queue, and the two that see to it that nothing is missed. */
function composeConsuming(needs: QueueNeeds): Pick<Delivering, 'start' | 'alone' | 'stop'> {
  const { settings, dataSource, log, publishing, engine, relay, sweeper, clock } = needs;
  const shelf = new PostgresDeadlineShelf(dataSource);
  const onError = (error: unknown) => log.warn('the queue has trouble; the sweeper goes on', { error });
  const loader = new HorizonLoader({
    ...{ shelf, publisher: publishing.publisher, clock, shards: SHARDS, onError },
    horizonHours: settings.sandbox ? 0 : settings.delivery.horizonHours,
    everyMs: settings.sandbox ? SANDBOX_LOAD_EVERY_MS : LOAD_EVERY_MS,
  });
  const work = new EngineWork({ engine, relay, shelf, clock });
  const { backend } = publishing;
  let consumers: Consumers | null = null;
  const deliverers = pausable([loader, sweeper]);
  return {
    start: async () => {
      consumers = await Consumers.start({ backend, work, limits: settings.delivery, onError });
      deliverers.start();
    },
    alone: (task) => deliverers.without(() => (consumers ? consumers.withoutDeadlines(task) : task())),
    stop: async () => {
      await deliverers.stop();
      await consumers?.close();
      consumers = null;
    },
  };
}
