import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Publisher, useBackend } from '#libs/delivery';
import { type Installation, onServer } from './installation.js';
import type { PlannedMishap } from './plan.js';

/** Lets the planned mishaps happen, one after the other, at least so many of them and until `isOver`. */
export async function letHappen(
  installation: Installation,
  plan: Iterable<PlannedMishap>,
  { atLeast, isOver }: { atLeast: number; isOver: () => boolean },
  say: (line: string) => void,
): Promise<void> {
  let happened = 0;
  for (const mishap of plan) {
    if (happened >= atLeast && isOver()) break;
    await pause(mishap.after);
    say(`${mishap.kind} (${mishap.which}) for ${mishap.lasts} ms`);
    await happen(installation, mishap);
    happened += 1;
  }
}

async function happen(installation: Installation, { kind, which, lasts }: PlannedMishap): Promise<void> {
  const { apis, workers, postgres, redis } = installation;
  switch (kind) {
    case 'killApi':
      return apis[which % apis.length]?.kill();
    case 'killWorker':
      return workers[which % workers.length]?.kill();
    case 'stopPostgres':
      await postgres.stop();
      await pause(lasts);
      return postgres.start();
    case 'killPostgres':
      await postgres.kill();
      await pause(lasts);
      return postgres.start();
    case 'stopRedis':
      await redis.kill();
      await pause(lasts);
      return redis.start();
    case 'wipeRedis':
      return wipe(redis.url);
    case 'throwingEffects':
      return throwing(installation.connectionString, lasts);
    case 'strayJobs':
      return strayJobs(installation);
  }
}

async function wipe(url: string): Promise<void> {
  const client = new Redis(url, { maxRetriesPerRequest: 2 });
  client.on('error', () => undefined);
  await client.flushall();
  client.disconnect();
}

/** For a while half of the notices can't be written: the handlers throw, each for its own effect. */
async function throwing(connectionString: string, lasts: number): Promise<void> {
  await onServer(
    connectionString,
    `create or replace function chaos_throws() returns trigger language plpgsql as $$
      begin
        if random() < 0.5 then raise exception 'a handler that throws'; end if;
        return new;
      end $$;
    create or replace trigger chaos_throws before insert on notification
      for each row execute function chaos_throws();`,
  );
  await pause(lasts);
  await onServer(connectionString, 'drop trigger if exists chaos_throws on notification');
}

/** Jobs that come twice, or long after what they are about: finished effects, and shelves on which nothing lies. */
async function strayJobs({ connectionString, redis }: Installation): Promise<void> {
  const done = await onServer<{ id: string }>(
    connectionString,
    `select id from outbox order by (status = 'pending') desc, random() limit 100`,
  );
  const publisher = new Publisher({ backend: useBackend({ redisUrl: redis.url, connectionString }) });
  const ids = done.map(({ id }) => id);
  await publisher.publishEffects(
    [ids, ids.toReversed(), ids.slice(0, 10)].filter(({ length }) => length > 0),
  );
  const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
  const buckets = Array.from({ length: 16 }, (_, shard) => ({ bucket: { minute, shard, of: 16 }, delay: 0 }));
  await publisher.publishBuckets(buckets);
  await publisher.close();
}
