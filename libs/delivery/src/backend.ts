import { createPostgresBackend, type ConnectionOptions, setDefaultBackendFactory } from 'bullmq';

/** Where BullMQ keeps its jobs; losing it costs seconds, never a deadline or an effect. */
export interface DeliveryBackend {
  kind: 'redis' | 'postgres';
  /** For people: which store, without its password. */
  name: string;
  /** What publishes: fails at once when the store is away, so that no request waits for it. */
  producer: ConnectionOptions;
  /** What consumes: waits as long as it takes. */
  consumer: ConnectionOptions;
}

export interface BackendNeeds {
  /** redis:// or rediss://; null for BullMQ's own Postgres backend. */
  redisUrl: string | null;
  /** Postgres for the other case. */
  connectionString: string;
}

const SCHEMA = 'bullmq';
const POOL = 4;

/**
 * The one switch of delivery. BullMQ's classes take their backend from a process-wide default, so a process has one.
 */
export function useBackend({ redisUrl, connectionString }: BackendNeeds): DeliveryBackend {
  if (redisUrl === null) return postgresBackend(connectionString);
  setDefaultBackendFactory(undefined);
  const away = { url: redisUrl, retryStrategy: (times: number) => Math.min(times * 200, 2000) };
  return {
    kind: 'redis',
    name: `Redis at ${new URL(redisUrl).host}`,
    producer: { ...away, maxRetriesPerRequest: 1 },
    consumer: { ...away, maxRetriesPerRequest: null },
  };
}

function postgresBackend(connectionString: string): DeliveryBackend {
  setDefaultBackendFactory(createPostgresBackend);
  // BullMQ types connections for Redis alone; its Postgres backend reads these.
  const connection = { connectionString, schema: SCHEMA, migrate: true, max: POOL } as ConnectionOptions;
  return { kind: 'postgres', name: `Postgres, schema ${SCHEMA}`, producer: connection, consumer: connection };
}
