import type { Pool } from 'pg';
import { NOW } from '../permits.js';

/** The least that holds the same facts: what a careful hand writes for this one statechart, without an engine. */
const TABLES = `
  create schema floor;
  create table floor.instance (
    id uuid primary key, revision integer not null, state text not null, snapshot jsonb not null, updated_at timestamptz not null
  ) with (fillfactor = 60);
  create table floor.event (
    instance_id uuid not null, seq integer not null, type text not null, data jsonb not null, actor_id text not null,
    actor_role text not null, at timestamptz not null, message_id text not null, primary key (instance_id, seq)
  );
  create table floor.inbox (
    instance_id uuid not null, message_id text not null, outcome jsonb not null, at timestamptz not null,
    primary key (instance_id, message_id)
  );
  create table floor.deadline (
    id uuid primary key, instance_id uuid not null, name text not null, due_at timestamptz not null, status text not null
  );
  create unique index on floor.deadline (instance_id, name) where status = 'armed';
  create index on floor.deadline (due_at) where status = 'armed';
  create table floor.task (
    id uuid primary key, instance_id uuid not null, kind text not null, key text not null, role text not null,
    due_at timestamptz, status text not null, opened_at timestamptz not null, closed_at timestamptz
  );
  create unique index on floor.task (instance_id, key) where status = 'open';
  create index on floor.task (role, due_at, id) where status = 'open';`;

export async function createFloor(pool: Pool): Promise<void> {
  await pool.query(TABLES);
}

/** Permits in review, as the engine's own are. */
export async function spawnOnFloor(pool: Pool, ids: readonly string[], snapshot: object): Promise<void> {
  const due = '2026-01-15T00:00:00.000Z';
  await pool.query(
    `insert into floor.instance select id, 3, 'reviewing', $2, $3 from unnest($1::uuid[]) as copy (id)`,
    [ids, JSON.stringify(snapshot), NOW],
  );
  await pool.query(
    `insert into floor.deadline select gen_random_uuid(), id, 'reviewDue', $2, 'armed' from unnest($1::uuid[]) as copy (id)`,
    [ids, due],
  );
  await pool.query(
    `insert into floor.task select gen_random_uuid(), id, 'reviewPermit', 'review', 'clerk', $2, 'open', $3
      from unnest($1::uuid[]) as copy (id)`,
    [ids, due, NOW],
  );
  await pool.query('analyze floor.instance, floor.deadline, floor.task');
}
