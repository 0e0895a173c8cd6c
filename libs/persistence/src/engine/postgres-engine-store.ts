import { setImmediate as immediately } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type {
  Asked,
  Clock,
  Decision,
  DeadlineRow,
  DueDeadline,
  EngineStore,
  FaultPoints,
  Found,
  Incident,
  InboxEntry,
  IncidentReport,
  Instance,
  LogEntry,
  Project,
  Settled,
  Unit,
  UnitRef,
  Outcome,
} from '#libs/engine';
import { inTransaction, inTransactionBegunBy, poolOf, run, type Statement } from './connection.js';
import { foundOf, type FoundRow } from './found-row.js';
import { packAdvance } from './pack-advance.js';
import { packMany } from './pack-many.js';
import { packUnits, type RecordedNo } from './pack-units.js';
import { plainOf, type Plain } from './plain.js';
import { isBroken, isRetryable } from './postgres-errors.js';
import { DEADLINES, DUE } from './sql/deadlines.sql.js';
import { ENTRIES } from './sql/entries.sql.js';
import {
  BEGIN,
  beginLocked,
  FIND,
  FIND_DUE,
  FIND_MANY,
  FIND_MANY_DUE,
  INSTANCE_BY_ID,
  INSTANCE_IDS,
  LOCK,
} from './sql/find.sql.js';
import { INCIDENT, INCIDENTS, OPEN_INCIDENT, RESOLVE_INCIDENT } from './sql/incidents.sql.js';
import { ADVANCE, ADVANCE_MANY, RECORD, WRITE } from './sql/write.sql.js';

export interface EngineStoreParts {
  dataSource: DataSource;
  /** Wall time: from when on the sweeper may take an effect that its unit's own nudge missed. */
  wall: Clock;
  faults?: FaultPoints;
  /** Of the request at hand; kept with what its messages were answered, so that what follows can be traced to it. */
  requestId?: () => string | undefined;
  /** For how long a fresh effect is left to the nudge. */
  graceSeconds?: number;
}

type Attempted<T> = { won: true; answer: T } | { won: false };

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
  async decide<T>(asked: Asked<T>, project: Project): Promise<T> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const attempted = await this.attempt(asked, project, attempt > 1);
      if (attempted.won) return attempted.answer;
    }
    throw Object.assign(
      new Error(`The message ${asked.ref.messageId} lost ${MOST_ATTEMPTS} races; send it again.`),
      { code: '40001' },
    );
  }

  /**
   * As one, a batch takes its locks only when somebody was faster. Who spoils the transaction is found by halving: the good
   * halves are written, the bad one comes to stand alone.
   */
  async decideMany<T>(asked: readonly Asked<T>[], project: Project, locked = false): Promise<Settled<T>[]> {
    const [only] = asked;
    if (only && asked.length === 1) return [await this.alone(only, project)];
    try {
      return await this.together(asked, project, locked);
    } catch (error) {
      const isConflict = error instanceof LostRace || isRetryable(error);
      if (isConflict && !locked) return this.decideMany(asked, project, true);
      if (!isConflict && isBroken(error)) throw error;
    }
    const middle = Math.ceil(asked.length / 2);
    const first = await this.decideMany(asked.slice(0, middle), project);
    return [...first, ...(await this.decideMany(asked.slice(middle), project))];
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

  private async attempt<T>(asked: Asked<T>, project: Project, locked: boolean): Promise<Attempted<T>> {
    try {
      const answer = await (locked ? this.lockedAttempt(asked, project) : this.freeAttempt(asked, project));
      return { won: true, answer };
    } catch (error) {
      if (error instanceof LostRace || isRetryable(error)) return { won: false };
      throw error;
    }
  }

  private async freeAttempt<T>({ ref, think }: Asked<T>, project: Project): Promise<T> {
    const decision = think(await this.find(this.pool, ref));
    if (decision.do === 'write' && decision.wanted.length > 0)
      return this.transaction((tx) => this.carryOut(decision, project, tx));
    return this.carryOut(decision, project, { client: this.pool });
  }

  private lockedAttempt<T>({ ref, think }: Asked<T>, project: Project): Promise<T> {
    return this.transaction(async (tx) => {
      await run(tx.client, LOCK, [ref.instanceId]);
      return this.carryOut(think(await this.find(tx.client, ref)), project, tx);
    });
  }

  private async carryOut<T>(decision: Decision<T>, project: Project, tx: Tx): Promise<T> {
    if (decision.do === 'answer') return decision.answer;
    if (decision.do === 'record') {
      if (!(await record(tx, this.traced(decision)))) throw new LostRace();
    } else {
      await this.write(tx, [decision], [], project);
    }
    return decision.answer;
  }

  private async alone<T>(asked: Asked<T>, project: Project): Promise<Settled<T>> {
    try {
      return { ok: true, answer: await this.decide(asked, project) };
    } catch (error) {
      if (isBroken(error)) throw error;
      return { ok: false, error };
    }
  }

  /** With the locks taken before the look, nobody is faster than any of them. */
  private together<T>(asked: readonly Asked<T>[], project: Project, locked: boolean): Promise<Settled<T>[]> {
    const begin = locked ? beginLocked(asked.map(({ ref }) => ref.instanceId)) : BEGIN;
    return inTransactionBegunBy(this.parts.dataSource, begin, async (manager, client) => {
      const tx = { manager, client };
      const found = await this.findMany(tx.client, asked);
      const thoughts = await inHandfuls(asked, ({ think }, index) =>
        thought(think, found.get(index + 1) ?? null),
      );
      const decisions = thoughts.flatMap((one) => (one.ok ? [one.answer] : []));
      const refusals = decisions.filter((one) => one.do === 'record');
      const writes = decisions.filter((one) => one.do === 'write');
      if (writes.length + refusals.length > 0) await this.write(tx, writes, refusals, project);
      return thoughts.map((one) => (one.ok ? { ok: true, answer: one.answer.answer } : one));
    });
  }

  private async write<T>(
    tx: Tx,
    writes: Extract<Decision<T>, { do: 'write' }>[],
    refusals: RecordedNo[],
    project: Project,
  ): Promise<void> {
    const { wall, graceSeconds = GRACE_SECONDS, faults } = this.parts;
    const readyAt = new Date(Date.parse(await wall.now()) + graceSeconds * 1000).toISOString();
    const units = writes.map(({ unit }) => this.traced(unit));
    const noes = refusals.map((one) => this.traced(one));
    if (!(await put(tx, units, noes, readyAt))) throw new LostRace();
    if (!tx.manager) return;
    const wanted = writes.flatMap((one) => one.wanted);
    if (wanted.length > 0) await project(wanted, tx.manager);
    if (faults) for (const { instance } of units) await faults.hit('beforeCommit', instance.id);
  }

  private traced<T extends { inbox: InboxEntry }>(written: T): T {
    const requestId = this.parts.requestId?.();
    if (requestId === undefined) return written;
    const outcome: Outcome & { requestId: string } = { ...written.inbox.outcome, requestId };
    return { ...written, inbox: { ...written.inbox, outcome } };
  }

  private async find(
    on: Pool | PoolClient,
    { instanceId, messageId, token }: UnitRef,
  ): Promise<Found | null> {
    const { rows } =
      token === undefined
        ? await run<FoundRow>(on, FIND, [instanceId, messageId])
        : await run<FoundRow>(on, FIND_DUE, [instanceId, messageId, token]);
    return rows[0] ? foundOf(rows[0]) : null;
  }

  /** By their place in the batch, beginning with 1. */
  private async findMany<T>(client: Tx['client'], asked: readonly Asked<T>[]): Promise<Map<number, Found>> {
    const refs = asked.map(({ ref }) => ref);
    const keys = [refs.map(({ instanceId }) => instanceId), refs.map(({ messageId }) => messageId)];
    const tokens = refs.map(({ token }) => token ?? null);
    const { rows } = tokens.some((token) => token !== null)
      ? await run<FoundRow & { place: number }>(client, FIND_MANY_DUE, [...keys, tokens])
      : await run<FoundRow & { place: number }>(client, FIND_MANY, keys);
    return new Map(rows.map((row) => [row.place, foundOf(row)]));
  }

  private transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.parts.dataSource, (manager, client) => work({ client, manager }));
  }

  private get pool(): Pool {
    return poolOf(this.parts.dataSource);
  }
}

/** Rows are locked in this order, so that two batches with the same instances never wait in a circle. */
function byId({ instance: one }: Unit, { instance: other }: Unit): number {
  return one.id < other.id ? -1 : 1;
}

/**
 * Units thought about before whoever waits in the same process has his turn. While two thousand advance in batches, nine of
 * ten turns of the event loop then take 17 to 32 ms of CPU at most instead of 60 to 104, the longest 48 to 109 instead of
 * 111 to 177 (three rounds each on a busy machine).
 */
const HANDFUL = 10;

async function inHandfuls<T, R>(all: readonly T[], think: (one: T, index: number) => R): Promise<R[]> {
  const made: R[] = [];
  for (const [index, one] of all.entries()) {
    if (index > 0 && index % HANDFUL === 0) await immediately();
    made.push(think(one, index));
  }
  return made;
}

/** A throw of one definition leaves the others of a batch untouched. */
function thought<T>(think: Asked<T>['think'], found: Found | null): Settled<Decision<T>> {
  try {
    return { ok: true, answer: think(found) };
  } catch (error) {
    return { ok: false, error };
  }
}

/** A connection, and the transaction it is in unless the statement is its own. */
interface Tx {
  client: Pool | PoolClient;
  manager?: EntityManager;
}

/** False where somebody was faster; of a batch, something may then have been written. */
async function put(tx: Tx, units: Unit[], refusals: RecordedNo[], readyAt: string): Promise<boolean> {
  const plains: Plain[] = [];
  const others: Unit[] = [];
  for (const unit of [...units].sort(byId)) {
    const plain = plainOf(unit);
    if (plain) plains.push(plain);
    else others.push(unit);
  }
  const [only] = plains;
  if (only && plains.length === 1) {
    if (!(await written(tx, ADVANCE, [...packAdvance(only), readyAt]))) return false;
  } else if (only && !(await written(tx, ADVANCE_MANY, [...packMany(plains), readyAt]))) return false;
  if (others.length + refusals.length === 0) return true;
  return written(tx, WRITE, [...packUnits(others, refusals), readyAt]);
}

async function written(tx: Tx, statement: Statement, values: unknown[]): Promise<boolean> {
  return (await run<{ written: boolean }>(tx.client, statement, values)).rows[0]?.written === true;
}

async function record<T>(tx: Tx, decision: Extract<Decision<T>, { do: 'record' }>): Promise<boolean> {
  const { orgId, instanceId, at, inbox } = decision;
  const { messageId, salt, digest, outcome } = inbox;
  const values = [orgId, instanceId, messageId, salt, digest, JSON.stringify(outcome), at];
  return (await run(tx.client, RECORD, values)).rowCount === 1;
}
