import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type {
  Clock,
  Decision,
  DeadlineRow,
  DueDeadline,
  EngineStore,
  FaultPoints,
  Found,
  Incident,
  IncidentReport,
  Instance,
  LogEntry,
  Unit,
  UnitRef,
} from '#libs/engine';
import { inTransaction, poolOf, run } from './connection.js';
import { isBroken, isRetryable } from './postgres-errors.js';
import { DEADLINES, DUE } from './sql/deadlines.sql.js';
import { ENTRIES } from './sql/entries.sql.js';
import { FIND, INSTANCE_BY_ID, INSTANCE_IDS, LOCK } from './sql/find.sql.js';
import { INCIDENT, INCIDENTS, OPEN_INCIDENT, RESOLVE_INCIDENT } from './sql/incidents.sql.js';
import { BACKDATE, RECORD, WRITE } from './sql/write.sql.js';

export interface EngineStoreParts {
  dataSource: DataSource;
  /** Wall time: from when on the sweeper may take an effect that its unit's own nudge missed. */
  wall: Clock;
  faults?: FaultPoints;
  /** For how long a fresh effect is left to the nudge. */
  graceSeconds?: number;
}

type Attempted<T> = { won: true; answer: T } | { won: false };
type Think<T> = (found: Found | null) => Decision<T>;

/** Thrown within a unit that somebody outran; never seen outside. */
class LostRace extends Error {}

const MOST_ATTEMPTS = 12;
const GRACE_SECONDS = 5;

/** The engine's record in Postgres. */
export class PostgresEngineStore implements EngineStore {
  constructor(private readonly parts: EngineStoreParts) {}

  /**
   * The first attempt takes no lock and most often needs two round trips. Who loses a race begins anew with the
   * instance's row locked, so that any number of writers get through one after another.
   */
  async decide<T>(ref: UnitRef, think: Think<T>): Promise<T> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const attempted = await this.attempt(ref, think, attempt > 1);
      if (attempted.won) return attempted.answer;
    }
    throw Object.assign(
      new Error(`The message ${ref.messageId} lost ${MOST_ATTEMPTS} races; send it again.`),
      { code: '40001' },
    );
  }

  async instance(id: string): Promise<Instance | null> {
    const { rows } = await run<{ instance: Instance }>(this.pool, INSTANCE_BY_ID, [id]);
    return rows[0]?.instance ?? null;
  }

  async instanceIds(after: string | null, limit: number): Promise<string[]> {
    const { rows } = await run<{ id: string }>(this.pool, INSTANCE_IDS, [after, limit]);
    return rows.map(({ id }) => id);
  }

  async entries(instanceId: string): Promise<LogEntry[]> {
    return (await run<LogEntry>(this.pool, ENTRIES, [instanceId])).rows;
  }

  async deadlines(instanceId: string): Promise<DeadlineRow[]> {
    const { rows } = await run<{ deadline: DeadlineRow }>(this.pool, DEADLINES, [instanceId]);
    return rows.map(({ deadline }) => deadline);
  }

  async due(upTo: string, limit: number): Promise<DueDeadline[]> {
    return (await run<DueDeadline>(this.pool, DUE, [upTo, limit])).rows;
  }

  async openIncident({
    orgId,
    instanceId,
    kind,
    ref,
    cause,
    detail,
    message,
    at,
  }: IncidentReport): Promise<string> {
    const json = message === null ? null : JSON.stringify(message);
    const values = [v7(), orgId, instanceId, kind, ref, cause, detail, json, at];
    const { rows } = await run<{ id: string }>(this.pool, OPEN_INCIDENT, values);
    return String(rows[0]?.id);
  }

  async incident(id: string): Promise<Incident | null> {
    return (await run<Incident>(this.pool, INCIDENT, [id])).rows[0] ?? null;
  }

  async incidents({
    status,
    instanceId,
    limit = 100,
  }: Parameters<EngineStore['incidents']>[0]): Promise<Incident[]> {
    return (await run<Incident>(this.pool, INCIDENTS, [status ?? null, instanceId ?? null, limit])).rows;
  }

  async resolveIncident(id: string, at: string): Promise<void> {
    await run(this.pool, RESOLVE_INCIDENT, [id, at]);
  }

  isInfrastructure(error: unknown): boolean {
    return isBroken(error);
  }

  private async attempt<T>(ref: UnitRef, think: Think<T>, locked: boolean): Promise<Attempted<T>> {
    try {
      const answer = await (locked ? this.lockedAttempt(ref, think) : this.freeAttempt(ref, think));
      return { won: true, answer };
    } catch (error) {
      if (error instanceof LostRace || isRetryable(error)) return { won: false };
      throw error;
    }
  }

  private async freeAttempt<T>(ref: UnitRef, think: Think<T>): Promise<T> {
    const decision = think(await this.find(this.pool, ref));
    if (decision.do === 'write' && (decision.within || spansTime(decision.unit)))
      return this.transaction((tx) => this.carryOut(decision, ref, tx));
    return this.carryOut(decision, ref, { client: this.pool });
  }

  private lockedAttempt<T>(ref: UnitRef, think: Think<T>): Promise<T> {
    return this.transaction(async (tx) => {
      await run(tx.client, LOCK, [ref.instanceId]);
      return this.carryOut(think(await this.find(tx.client, ref)), ref, tx);
    });
  }

  private async carryOut<T>(decision: Decision<T>, { instanceId }: UnitRef, tx: Tx): Promise<T> {
    if (decision.do === 'answer') return decision.answer;
    const written = decision.do === 'record' ? await record(tx, decision) : await this.write(tx, decision);
    if (!written) throw new LostRace();
    if (decision.do === 'write' && decision.within) {
      if (!tx.manager) throw new Error('projections without a transaction');
      await decision.within(tx.manager);
    }
    if (tx.manager) await this.parts.faults?.hit('beforeCommit', instanceId);
    return decision.answer;
  }

  private async write<T>(tx: Tx, { unit }: Extract<Decision<T>, { do: 'write' }>): Promise<boolean> {
    const { wall, graceSeconds = GRACE_SECONDS } = this.parts;
    const readyAt = new Date(Date.parse(await wall.now()) + graceSeconds * 1000).toISOString();
    const { rows } = await run<{ written: boolean }>(tx.client, WRITE, [JSON.stringify(unit), readyAt]);
    if (rows[0]?.written !== true) return false;
    if (spansTime(unit)) await run(tx.client, BACKDATE, [unit.instance.orgId, unit.instance.id]);
    return true;
  }

  private async find(
    on: Pool | PoolClient,
    { instanceId, messageId, token }: UnitRef,
  ): Promise<Found | null> {
    const { rows } = await run<Found>(on, FIND, [instanceId, messageId, token ?? null]);
    return rows[0] ?? null;
  }

  private transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.parts.dataSource, (manager, client) => work({ client, manager }));
  }

  private get pool(): Pool {
    return poolOf(this.parts.dataSource);
  }
}

/** An intake brings years in one unit; anything else happens at one moment. */
function spansTime({ entries, at }: Unit): boolean {
  return entries.some((entry) => entry.at !== at);
}

/** A connection, and the transaction it is in unless the statement is its own. */
interface Tx {
  client: Pool | PoolClient;
  manager?: EntityManager;
}

async function record<T>(tx: Tx, decision: Extract<Decision<T>, { do: 'record' }>): Promise<boolean> {
  const { orgId, instanceId, at, inbox } = decision;
  const { messageId, salt, digest, outcome } = inbox;
  const values = [orgId, instanceId, messageId, salt, digest, JSON.stringify(outcome), at];
  return (await run(tx.client, RECORD, values)).rowCount === 1;
}
