import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people ask about their data, whose data may not be used for now, and what was erased when its period had ended. */
export class Privacy1795300820000 implements MigrationInterface {
  name = 'Privacy1795300820000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['retention_run', 'data_request']) await runner.query(`drop table ${table}`);
  }
}

const UP: readonly string[] = [
  `create table data_request (
    id uuid primary key,
    person_id uuid not null references person (id),
    kind text not null check (kind in ('correction', 'restriction')),
    field text,
    value text,
    reason text not null,
    status text not null default 'open' check (status in ('open', 'accepted', 'refused', 'ended')),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    answer text,
    answered_by uuid,
    answered_at timestamptz,
    check ((kind = 'correction') = (field is not null)),
    check ((status = 'open') = (answered_at is null))
  )`,
  `create index data_request_by_person on data_request (person_id, asked_at)`,
  `create index data_request_open on data_request (due_at, id) where status = 'open'`,
  `create unique index data_request_restricted_once on data_request (person_id)
    where kind = 'restriction' and status in ('open', 'accepted')`,
  `create table retention_run (
    id uuid primary key,
    at timestamptz not null,
    actor_id uuid not null,
    org_ids uuid[],
    reason text not null,
    persons integer not null,
    counts jsonb not null,
    finished_at timestamptz
  )`,
];
