import type { DataSource } from 'typeorm';
import type { LeasedEffect, OutboxStore, Transaction } from '#libs/engine';
import { inTransaction, poolOf, run } from './connection.js';
import { ACK, ANY_PENDING, CLAIM, FAIL, HOLD, REVIVE } from './sql/outbox.sql.js';

/** The outbox in Postgres. A lease keeps two relays off the same row; whoever lost his may not acknowledge. */
export class PostgresOutboxStore implements OutboxStore {
  constructor(private readonly dataSource: DataSource) {}

  async claim({ ids, now, leaseUntil, limit }: Parameters<OutboxStore['claim']>[0]): Promise<LeasedEffect[]> {
    return (await run<LeasedEffect>(this.pool, CLAIM, [ids, now, leaseUntil, limit])).rows;
  }

  workAndAck(
    { id, leaseId }: LeasedEffect,
    now: string,
    work: (tx: Transaction) => Promise<void>,
  ): Promise<boolean> {
    return inTransaction(this.dataSource, async (manager, client) => {
      const held = await run(client, HOLD, [id, leaseId]);
      if (held.rowCount !== 1) return false;
      await work(manager);
      await run(client, ACK, [id, leaseId, now]);
      return true;
    });
  }

  async ack({ id, leaseId }: LeasedEffect, now: string): Promise<boolean> {
    return (await run(this.pool, ACK, [id, leaseId, now])).rowCount === 1;
  }

  async fail({ id, leaseId }: LeasedEffect, error: string, nextAttemptAt: string | null): Promise<void> {
    await run(this.pool, FAIL, [id, leaseId, error, nextAttemptAt]);
  }

  async revive(id: string, now: string): Promise<boolean> {
    return (await run(this.pool, REVIVE, [id, now])).rowCount === 1;
  }

  private get pool() {
    return poolOf(this.dataSource);
  }
}

/** Whether any of these effects still waits for its first attempt to come to an end. */
export async function outboxPending(dataSource: DataSource, ids: readonly string[]): Promise<boolean> {
  const { rows } = await run<{ pending: boolean }>(poolOf(dataSource), ANY_PENDING, [ids]);
  return rows[0]?.pending === true;
}
