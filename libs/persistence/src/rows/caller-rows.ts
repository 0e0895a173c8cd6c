import { Pool, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { currentRequest } from '#libs/platform';
import { poolOf } from '../engine/connection.js';
import { CALLER_SETTINGS, READER } from './row-policies.js';

type Connected = (error: Error | undefined, client?: PoolClient, release?: (error?: unknown) => void) => void;

/** The reader's own connections, by the data source. */
const pools = new WeakMap<DataSource, Pool>();

/** Connections of the reader, each set to whoever asked last. */
export function readersOf(dataSource: DataSource): Pool {
  const readers = pools.get(dataSource);
  if (!readers) throw new Error('nobody has made connections of the reader');
  return readers;
}

/** Which caller a connection was last set to. */
const settings = new WeakMap<PoolClient, string>();

/**
 * Whoever asks within a request that reads as its caller is given a connection of the reader's, set to that caller: the
 * policies show it his rows, and a forgotten check shows nothing. Everybody else, the engine above all, is given the data
 * source's own. Ends with the data source.
 */
export function readAsCallers(dataSource: DataSource, connectionString: string, poolSize = 5): void {
  const pool = poolOf(dataSource);
  const readers = new Pool({
    ...{ connectionString, max: poolSize, application_name: 'titian-reader' },
    options: `-c timezone=UTC -c role=${READER}`,
  });
  readers.on('error', () => undefined);
  pools.set(dataSource, readers);
  const [connect, end] = [pool.connect.bind(pool), pool.end.bind(pool)];
  const give = (done?: Connected): Promise<PoolClient> | void => {
    const rows = currentRequest()?.rows;
    if (!rows) return done ? connect(done as never) : connect();
    const set = settled(readers, rows);
    if (!done) return set;
    set.then(
      (client) => done(undefined, client, (error) => client.release(error as Error | undefined)),
      (error: unknown) => done(error as Error),
    );
  };
  Object.assign(pool, {
    connect: give,
    end: (done?: () => void) =>
      readers
        .end()
        .then(() => end())
        .then(() => done?.()),
  });
}

const SET = {
  name: 'reads-as',
  text: `select ${CALLER_SETTINGS.map((name, index) => `set_config('titian.${name}', $${String(index + 1)}, false)`).join(', ')}`,
};

/** A connection that is this caller's; one that could not be set is nobody's and goes. */
async function settled(readers: Pool, rows: Readonly<Record<string, string>>): Promise<PoolClient> {
  const client = await readers.connect();
  const values = CALLER_SETTINGS.map((name) => rows[name] ?? '');
  const key = values.join('|');
  if (settings.get(client) === key) return client;
  settings.delete(client);
  try {
    await client.query({ ...SET, values });
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
  settings.set(client, key);
  return client;
}
