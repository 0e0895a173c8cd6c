import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import type { LeasedEffect, OutboxStore, Transaction } from '#libs/engine';
import { inTransaction, poolOf, run } from './connection.js';
import { ACK, ACK_HELD, ANY_PENDING, CLAIM, FAIL, HOLD, REVIVE } from './sql/outbox.sql.js';

/** The outbox in Postgres. A lease keeps two relays off the same row; whoever lost his may not acknowledge. */
export class PostgresOutboxStore implements OutboxStore {
  constructor(private readonly dataSource: DataSource) {}

  async claim({ ids, now, leaseUntil, limit }: Parameters<OutboxStore['claim']>[0]): Promise<LeasedEffect[]> {
    return (await run<LeasedEffect>(this.pool, CLAIM, [ids, now, leaseUntil, limit])).rows;
  }

  workAndAck(
    effects: readonly LeasedEffect[],
    now: string,
    work: (held: LeasedEffect[], tx: Transaction) => Promise<void>,
  ): Promise<void> {
    return inTransaction(this.dataSource, async (manager, client) => {
      const values = [effects.map(({ id }) => id), effects.map(({ leaseId }) => leaseId)];
      const { rows } = await run<{ id: string }>(client, HOLD, values);
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return;
      await work(
        effects.filter(({ id }) => ids.includes(id)),
        manager,
      );
      await run(client, ACK_HELD, [ids, now]);
    });
  }

  async ack({ id, leaseId }: LeasedEffect, now: string): Promise<boolean> {
    return (await run(this.pool, ACK, [id, leaseId, now])).rowCount === 1;
  }

  async fail(
    { id, leaseId }: LeasedEffect,
    { cause, detail }: { cause: string; detail: string },
    nextAttemptAt: string | null,
  ): Promise<void> {
    await run(this.pool, FAIL, [id, leaseId, cause, nextAttemptAt, v7(), detail]);
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
