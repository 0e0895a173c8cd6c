import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ASSIGN_TASKS_V1 } from './assign-tasks-v1.js';
import { ENGINE_WRITE_V1 } from './engine-write-v1.js';

/** The record: instances, their log, and what hangs on it. The owning organisation comes first in every hot key. */
export class EngineTables1795300000000 implements MigrationInterface {
  name = 'EngineTables1795300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function engine_write_v1');
    await runner.query('drop function engine_assign_tasks_v1');
    for (const table of TABLES) await runner.query(`drop table ${table}`);
    await runner.query('drop function event_is_append_only');
  }
}

const TABLES = [
  'flag',
  'task',
  'journey_party',
  'incident',
  'outbox',
  'deadline',
  'inbox',
  'event',
  'instance',
];

const UP: readonly string[] = [
  // Room on each page for the next version of a row: every advance updates it, and nothing indexed changes (HOT).
  `create table instance (
    org_id uuid not null,
    id uuid not null,
    definition_key text not null,
    definition_version integer not null check (definition_version > 0),
    snapshot jsonb not null,
    state text[] not null,
    status text not null check (status in ('live', 'suspended', 'final')),
    revision integer not null check (revision > 0),
    head bytea not null check (length(head) = 32),
    next_action text not null,
    next_owner text not null,
    next_deadline text,
    next_due timestamptz,
    person_id uuid,
    cohort_id uuid,
    links jsonb not null default '{}',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (org_id, id)
  ) with (fillfactor = 60)`,
  `create unique index instance_by_id on instance (id)`,
  `create index instance_by_cohort on instance (cohort_id) where cohort_id is not null`,
  `create index instance_by_person on instance (person_id) where person_id is not null`,

  `create table event (
    org_id uuid not null,
    instance_id uuid not null,
    seq integer not null check (seq > 0),
    type text not null,
    data jsonb,
    salt bytea,
    digest bytea not null check (length(digest) = 32),
    prev_hash bytea not null check (length(prev_hash) = 32),
    hash bytea not null check (length(hash) = 32),
    actor_id text not null,
    actor_role text not null,
    at timestamptz not null,
    message_id text not null,
    definition_version integer not null,
    redacted_at timestamptz,
    checkpoint jsonb,
    primary key (org_id, instance_id, seq),
    check ((data is null) = (salt is null)),
    check ((data is null) = (redacted_at is not null)),
    check ((redacted_at is null) = (checkpoint is null))
  )`,
  // Redaction is the one change that an entry admits.
  `create function event_is_append_only() returns trigger language plpgsql as $$
  declare
    erasable constant text[] := array['data', 'salt', 'redacted_at', 'checkpoint'];
  begin
    if tg_op = 'UPDATE' and old.data is not null and new.data is null
      and to_jsonb(new) - erasable = to_jsonb(old) - erasable then
      return new;
    end if;
    raise exception 'event is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
  end $$`,
  `create trigger event_keeps_rows before update or delete on event
    for each row execute function event_is_append_only()`,
  `create trigger event_keeps_table before truncate on event
    for each statement execute function event_is_append_only()`,

  `create table inbox (
    org_id uuid not null,
    instance_id uuid not null,
    message_id text not null,
    salt bytea,
    digest bytea,
    outcome jsonb not null,
    at timestamptz not null,
    constraint inbox_pkey primary key (org_id, instance_id, message_id)
  )`,

  `create table deadline (
    org_id uuid not null,
    id uuid not null,
    instance_id uuid not null,
    name text not null,
    due_at timestamptz not null,
    due_on date not null,
    why jsonb not null,
    status text not null check (status in ('armed', 'fired', 'cancelled')),
    fired_at timestamptz,
    set_by_seq integer not null,
    closed_by_seq integer,
    primary key (org_id, id),
    check ((status = 'fired') = (fired_at is not null)),
    check ((status = 'armed') = (closed_by_seq is null))
  ) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05)`,
  `create unique index deadline_armed_once on deadline (org_id, instance_id, name) where status = 'armed'`,
  `create index deadline_due on deadline (due_at, instance_id, name) where status = 'armed'`,
  `create index deadline_by_instance on deadline (org_id, instance_id)`,

  `create table outbox (
    org_id uuid not null,
    id uuid not null primary key,
    instance_id uuid not null,
    seq integer not null,
    ordinal integer not null,
    kind text not null,
    payload jsonb not null,
    actor_id text not null,
    actor_role text not null,
    at timestamptz not null,
    status text not null default 'pending' check (status in ('pending', 'done', 'dead')),
    attempts integer not null default 0 check (attempts >= 0),
    next_attempt_at timestamptz not null,
    lease_id uuid,
    lease_until timestamptz,
    last_error text,
    done_at timestamptz,
    unique (org_id, instance_id, seq, ordinal),
    check ((lease_id is null) = (lease_until is null)),
    check ((status = 'done') = (done_at is not null))
  )`,
  `create index outbox_ready on outbox (next_attempt_at, id) where status = 'pending'`,

  `create table incident (
    id uuid primary key,
    org_id uuid,
    instance_id uuid not null,
    kind text not null check (kind in ('message', 'deadline', 'effect')),
    ref text not null,
    cause text not null,
    detail text not null,
    message jsonb,
    status text not null check (status in ('open', 'resolved')),
    occurrences integer not null default 1 check (occurrences > 0),
    at timestamptz not null,
    resolved_at timestamptz,
    check ((status = 'resolved') = (resolved_at is not null))
  )`,
  `create unique index incident_open_once on incident (instance_id, kind, ref) where status = 'open'`,
  `create index incident_by_status on incident (status, id desc)`,

  `create table journey_party (
    id uuid primary key default gen_random_uuid(),
    org_id uuid not null,
    instance_id uuid not null,
    role text not null,
    party_org uuid not null,
    person_id uuid,
    unique nulls not distinct (org_id, instance_id, role, party_org, person_id)
  )`,
  `create index journey_party_by_org on journey_party (party_org, role, instance_id)`,
  `create index journey_party_by_person on journey_party (person_id, role, instance_id) where person_id is not null`,
  `create index journey_party_by_instance on journey_party (instance_id)`,

  `create table task (
    org_id uuid not null,
    id uuid not null primary key,
    instance_id uuid not null,
    kind text not null,
    key text not null,
    role text not null,
    candidate_role text not null,
    candidate_org uuid,
    candidates jsonb not null default '[]' check (jsonb_typeof(candidates) = 'array'),
    assignee uuid,
    deputy uuid,
    priority integer not null default 0,
    due_deadline text,
    due_at timestamptz,
    follow_up_at timestamptz,
    status text not null check (status in ('open', 'claimed', 'done', 'closed')),
    events jsonb not null default '[]' check (jsonb_typeof(events) = 'array'),
    subject jsonb not null default '{}',
    opened_at timestamptz not null,
    opened_by_seq integer not null,
    closed_at timestamptz,
    closed_by text,
    check (status <> 'claimed' or assignee is not null),
    check ((status in ('done', 'closed')) = (closed_at is not null))
  )`,
  `create unique index task_open_once on task (org_id, instance_id, key) where status in ('open', 'claimed')`,
  `create index task_by_instance on task (org_id, instance_id)`,
  `create index task_queue on task (candidate_org, role, due_at, id) where status in ('open', 'claimed')`,
  `create index task_by_assignee on task (assignee, due_at, id) where status in ('open', 'claimed')`,

  `create table flag (
    org_id uuid not null,
    id uuid not null primary key,
    instance_id uuid not null,
    seq integer not null,
    code text not null,
    params jsonb not null,
    at timestamptz not null
  )`,
  `create index flag_by_instance on flag (org_id, instance_id)`,

  ASSIGN_TASKS_V1,
  ENGINE_WRITE_V1,
];
