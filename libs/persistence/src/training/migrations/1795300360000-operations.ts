import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done to many journeys at once, how far it is, and who tried again what could not go on. */
export class Operations1795300360000 implements MigrationInterface {
  name = 'Operations1795300360000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['incident_retry', 'bulk_operation_item', 'bulk_operation'])
      await runner.query(`drop table ${table}`);
  }
}

const UP: readonly string[] = [
  `create table bulk_operation (
    org_id uuid not null,
    id uuid primary key,
    ordered jsonb not null,
    reason text not null,
    actor_id text not null,
    actor_role text not null,
    status text not null check (status in ('running', 'paused', 'done')),
    at timestamptz not null,
    finished_at timestamptz,
    lease_until timestamptz,
    acts jsonb not null check (jsonb_typeof(acts) = 'array')
  )`,
  `create index bulk_operation_to_do on bulk_operation (id) where status = 'running'`,
  `create index bulk_operation_by_org on bulk_operation (org_id, id desc)`,

  `create table bulk_operation_item (
    operation_id uuid not null references bulk_operation (id),
    journey_id uuid not null,
    status text not null check (status in ('pending', 'done', 'refused', 'failed')),
    attempt integer not null default 1 check (attempt > 0),
    event jsonb,
    refusal jsonb,
    at timestamptz,
    primary key (operation_id, journey_id)
  )`,
  `create index bulk_operation_item_by_status on bulk_operation_item (operation_id, status, journey_id)`,

  `create table incident_retry (
    id uuid primary key,
    incident_id uuid not null references incident (id),
    act text not null check (act in ('retried', 'closed')),
    outcome text not null check (outcome in ('resolved', 'refused', 'failed', 'underWay', 'closed')),
    code text,
    detail jsonb,
    reason text,
    actor_id text not null,
    at timestamptz not null
  )`,
  `create index incident_retry_by_incident on incident_retry (incident_id, id)`,
];
