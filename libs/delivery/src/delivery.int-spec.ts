import {
  createEmptyDatabase,
  hasRedis,
  type PrivateRedis,
  startPrivateRedis,
  type TestDatabase,
} from '#libs/testing';
import {
  type Bucket,
  Consumers,
  type DeliveryWork,
  HorizonLoader,
  Publisher,
  QueueDelivery,
  useBackend,
} from './index.js';

const MINUTE = '2026-02-01T16:59:00.000Z';
const LIMITS = { deadlineConcurrency: 2, effectConcurrency: 2, effectBatchesPerSecond: null };

/** Remembers what it was asked to do. */
class Diary implements DeliveryWork {
  readonly buckets: Bucket[] = [];
  readonly carried: string[] = [];

  async fireBucket(bucket: Bucket): Promise<number> {
    this.buckets.push(bucket);
    return 0;
  }

  async carry(ids: string[]): Promise<void> {
    this.carried.push(...ids);
  }
}

const backends = hasRedis() ? (['postgres', 'redis'] as const) : (['postgres'] as const);

describe.each(backends)('delivery on %s', (kind) => {
  let database: TestDatabase;
  let redis: PrivateRedis | null = null;
  let publisher: Publisher;
  let consumers: Consumers;
  const states: string[] = [];
  const diary = new Diary();

  beforeAll(async () => {
    database = await createEmptyDatabase();
    redis = kind === 'redis' ? await startPrivateRedis() : null;
    const backend = useBackend({ redisUrl: redis?.url ?? null, connectionString: database.connectionString });
    publisher = new Publisher({ backend, onState: (state) => states.push(state) });
    await untilTrue(() => publisher.publishEffects([['warm-up']]));
    consumers = await Consumers.start({ backend, work: diary, limits: LIMITS, onError: () => undefined });
    await until(() => diary.carried.includes('warm-up'));
  });

  afterAll(async () => {
    await consumers.close();
    await publisher.close();
    await redis?.stop();
    await database.drop();
  });

  it('carries effects by id, those that come together in one job', async () => {
    const here: string[] = [];
    const delivery = new QueueDelivery({
      ...{ publisher, outbox: { revive: async () => true }, now: () => MINUTE },
      meanwhile: { nudge: async (ids) => void here.push(...ids), revive: async () => undefined },
    });
    await delivery.nudge(['before-opening']);
    delivery.open();
    await Promise.all([delivery.nudge(['a', 'b']), delivery.nudge(['c'])]);
    await until(() => diary.carried.length >= 4);
    expect(here).toEqual(['before-opening']);
    expect(diary.carried.slice(1).sort()).toEqual(['a', 'b', 'c']);
  });

  it('hands each shelf over once, however often the loader passes', async () => {
    const bucket = { minute: '2026-02-01T17:00:00.000Z', shard: 1, of: 4 };
    const loader = loaderOf([bucket], '2026-02-01T16:00:00.000Z');
    await loader.load();
    await loader.load();
    const [deadlines] = publisher.queues;
    const waiting = await deadlines?.getDelayed();
    expect(waiting?.map(({ data }) => data as Bucket)).toEqual([bucket]);
    expect(diary.buckets).toEqual([]);
  });

  it('runs a shelf whose minute has come, and again when something new lies on it', async () => {
    const bucket = { minute: MINUTE, shard: 0, of: 4 };
    const loader = loaderOf([bucket], '2026-02-01T17:10:00.000Z');
    await loader.load();
    await until(() => diary.buckets.length === 1);
    await untilTrue(async () => (await loader.load()) === 1 && diary.buckets.length > 1);
    expect(diary.buckets[0]).toEqual(bucket);
  });

  it('takes up no shelf while somebody wants the deadlines still', async () => {
    const bucket = { minute: '2026-02-01T16:58:00.000Z', shard: 2, of: 4 };
    const timesRun = () => diary.buckets.filter(({ minute }) => minute === bucket.minute).length;
    await consumers.withoutDeadlines(async () => {
      await loaderOf([bucket], '2026-02-01T17:10:00.000Z').load();
      await untilTrue(() => publisher.publishEffects([['meanwhile']]));
      await until(() => diary.carried.includes('meanwhile'));
      expect(timesRun()).toBe(0);
    });
    await until(() => timesRun() === 1);
  });

  it('counts what waits in a queue that somebody has paused', async () => {
    const effects = publisher.queues[1]!;
    await effects.pause();
    await untilTrue(() => publisher.publishEffects([['held'], ['as well']]));
    expect(await effects.getJobCounts()).toMatchObject({ waiting: 2, active: 0 });
    expect(await effects.getJobCounts('delayed')).toEqual({ delayed: 0 });
    await effects.resume();
    await until(() => diary.carried.includes('held') && diary.carried.includes('as well'));
    expect(await effects.getJobCounts('waiting')).toEqual({ waiting: 0 });
  });

  it('goes on after everything in its store was wiped', async () => {
    for (const queue of publisher.queues) await queue.obliterate({ force: true });
    await untilTrue(() => publisher.publishEffects([['after-the-wipe']]));
    await until(() => diary.carried.includes('after-the-wipe'));
  });

  if (kind === 'redis')
    it('holds nobody up while its store is away, and goes on when it is back', async () => {
      await redis?.kill();
      expect(await publisher.publishEffects([['lost']])).toBe(false);
      expect(states).toContain('away');
      await redis?.start();
      await untilTrue(() => publisher.publishEffects([['found']]));
      await until(() => diary.carried.includes('found'));
      expect(states.at(-1)).toBe('back');
      expect(diary.carried).not.toContain('lost');
    });

  function loaderOf(buckets: Bucket[], now: string): HorizonLoader {
    return new HorizonLoader({
      shelf: { buckets: async () => buckets },
      publisher,
      clock: { now: () => now },
      horizonHours: 48,
      shards: 4,
      everyMs: 1000,
      onError: () => undefined,
    });
  }
});

async function until(isSo: () => boolean): Promise<void> {
  await untilTrue(async () => isSo());
}

async function untilTrue(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it did not come about within 30 s');
    await new Promise((done) => setTimeout(done, 25));
  }
}
