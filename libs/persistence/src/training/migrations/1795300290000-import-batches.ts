import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploads with what became of each row, the work that is left of one that runs, and what was undone. */
export class ImportBatches1795300290000 implements MigrationInterface {
  name = 'ImportBatches1795300290000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP: readonly string[] = [
  `alter table import_batch
    drop constraint import_batch_kind_check,
    add constraint import_batch_kind_check check (kind in ('roster', 'profiles', 'facts')),
    add column file_name text not null default '',
    add column status text not null default 'done' check (status in ('running', 'done', 'stopped', 'undone')),
    add column headings jsonb not null default '[]',
    add column work jsonb,
    add column lease_until timestamptz,
    add column finished_at timestamptz,
    add column stopped_row integer,
    add column stop_cause text,
    add column undone_at timestamptz,
    add column undone_by text,
    add column undo_reason text`,
  `create index import_batch_by_cohort on import_batch (cohort_id, id desc)`,
  `create index import_batch_running on import_batch (lease_until) where status = 'running'`,
  `create table import_row (
    batch_id uuid not null references import_batch (id),
    row integer not null,
    outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'rejected')),
    participant_id uuid,
    journey_id uuid,
    faults jsonb not null,
    warnings jsonb not null,
    cells jsonb,
    primary key (batch_id, row)
  )`,
  `create table enrolment_set_aside (
    journey_id uuid primary key,
    cohort_id uuid not null,
    person_id uuid not null,
    enrolment jsonb not null,
    batch_id uuid not null references import_batch (id),
    set_aside_at timestamptz not null
  )`,
];

const DOWN: readonly string[] = [
  `drop table enrolment_set_aside`,
  `drop table import_row`,
  `drop index import_batch_running`,
  `drop index import_batch_by_cohort`,
  `alter table import_batch
    drop constraint import_batch_kind_check,
    add constraint import_batch_kind_check check (kind in ('roster', 'profiles')),
    drop column file_name, drop column status, drop column headings, drop column work, drop column lease_until,
    drop column finished_at, drop column stopped_row, drop column stop_cause, drop column undone_at,
    drop column undone_by, drop column undo_reason`,
];
