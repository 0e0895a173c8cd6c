import type { DataSource } from 'typeorm';
import type { DueDeadline } from '#libs/engine';
import { poolOf, run } from './connection.js';
import { BUCKETS, ON_SHELF } from './sql/shelf.sql.js';

/** Deadlines by the minute in which they fall due and the shard of their instance. */
export class PostgresDeadlineShelf {
  constructor(private readonly dataSource: DataSource) {}

  /** Shelves on which something armed lies that falls due up to an instant. */
  async buckets(until: string, shards: number): Promise<{ minute: string; shard: number; of: number }[]> {
    const { rows } = await run<{ minute: string; shard: number }>(poolOf(this.dataSource), BUCKETS, [
      until,
      shards,
    ]);
    return rows.map((row) => ({ ...row, of: shards }));
  }

  /** What lies on a shelf and is due at `now`, in the order in which it must fire. */
  async due(
    { minute, shard, of }: { minute: string; shard: number; of: number },
    now: string,
    limit: number,
  ): Promise<DueDeadline[]> {
    const parameters = [minute, shard, of, now, limit];
    return (await run<DueDeadline>(poolOf(this.dataSource), ON_SHELF, parameters)).rows;
  }
}
