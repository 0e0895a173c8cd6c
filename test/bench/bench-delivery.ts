import { Consumers, EngineWork, HorizonLoader, Publisher, useBackend } from '#libs/delivery';
import { PostgresDeadlineShelf } from '#libs/persistence';
import { hasRedis, startPrivateRedis } from '#libs/testing';
import type { PermitBench } from './permits.js';

/** As an installation's worker has them. */
const SHARDS = 16;
/** On a busy machine a first connection takes its time. */
const PATIENCE_MS = 10_000;
const LIMITS = { deadlineConcurrency: 2, effectConcurrency: 4, effectBatchesPerSecond: null };

/** Deadlines of a bench through BullMQ: on a Redis of its own where there is one, else on its Postgres backend. */
export interface BenchDelivery {
  name: string;
  /** Until as many have fired. */
  fireAll(count: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startDelivery(bench: PermitBench): Promise<BenchDelivery> {
  const redis = hasRedis() ? await startPrivateRedis() : null;
  const backend = useBackend({ redisUrl: redis?.url ?? null, connectionString: bench.connectionString });
  const { engine, clock } = bench;
  const shelf = new PostgresDeadlineShelf(bench.dataSource);
  const onError = (error: unknown) => process.stderr.write(`${String(error)}\n`);
  const publisher = new Publisher({ backend, patienceMs: PATIENCE_MS });
  const loader = new HorizonLoader({
    ...{ shelf, publisher, clock, shards: SHARDS, onError },
    ...{ horizonHours: 0, everyMs: 60_000 },
  });
  const work = new EngineWork({ engine, relay: { nudge: async () => undefined }, shelf, clock });
  let left = 0;
  let allFired: () => void = () => undefined;
  const counting = {
    carry: (ids: string[]) => work.carry(ids),
    fireBucket: async (...job: Parameters<EngineWork['fireBucket']>) => {
      const fired = await work.fireBucket(...job);
      left -= fired;
      if (left <= 0) allFired();
      return fired;
    },
  };
  const consumers = await Consumers.start({ backend, work: counting, limits: LIMITS, onError });
  return {
    name: `BullMQ on ${backend.kind === 'redis' ? 'Redis' : 'Postgres'}`,
    fireAll: async (count) => {
      left = count;
      const end = new Promise<void>((done) => (allFired = done));
      await handOver(loader);
      await end;
    },
    stop: async () => {
      await consumers.close();
      await publisher.close();
      await redis?.stop();
    },
  };
}

/** @throws Error when nothing is due, or the queue's store does not take it within its patience. */
async function handOver(loader: HorizonLoader): Promise<void> {
  const latest = Date.now() + PATIENCE_MS;
  while ((await loader.load()) === 0) {
    if (Date.now() > latest) throw new Error('nothing was handed to the queue');
    await new Promise((wake) => setTimeout(wake, 50));
  }
}
