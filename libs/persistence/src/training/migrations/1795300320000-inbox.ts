import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each person was told, which reminders that were, how it is mailed, and who stands in for whom. */
export class Inbox1795300320000 implements MigrationInterface {
  name = 'Inbox1795300320000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP: readonly string[] = [
  // One row a step of a task and due date, whoever writes it first.
  `create table reminder (
    task_id uuid not null,
    due_at timestamptz not null,
    step text not null,
    at timestamptz not null,
    told boolean not null,
    primary key (task_id, due_at, step)
  )`,
  `create table reminder_mark (
    only_row boolean primary key default true check (only_row),
    up_to timestamptz not null
  )`,
  `create index task_by_due on task (due_at, id) where status in ('open', 'claimed') and due_at is not null`,

  // The reader is a person, or an account that belongs to none.
  `create table inbox_item (
    id uuid primary key default gen_random_uuid(),
    seq bigint generated always as identity,
    org_id uuid not null,
    recipient uuid not null,
    ground text not null,
    kind text not null check (kind in ('reminder', 'notice')),
    role text not null,
    message text not null,
    task_kind text,
    params jsonb not null,
    cohort_id uuid,
    due_at timestamptz,
    task_ids uuid[] not null default '{}',
    journey_ids uuid[] not null default '{}',
    at timestamptz not null,
    read_at timestamptz,
    mail text not null default 'undecided' check (mail in ('undecided', 'waiting', 'taken', 'none')),
    mail_at timestamptz,
    mail_id uuid,
    unique (recipient, ground),
    check ((mail = 'waiting') = (mail_at is not null)),
    check ((mail = 'taken') = (mail_id is not null)),
    check ((kind = 'reminder') = (task_kind is not null))
  )`,
  `create index inbox_item_newest on inbox_item (recipient, at desc, seq desc)`,
  `create index inbox_item_unread on inbox_item (recipient) where read_at is null`,
  `create index inbox_item_undecided on inbox_item (seq) where mail = 'undecided'`,
  `create index inbox_item_waiting on inbox_item (mail_at) where mail = 'waiting'`,
  `create index inbox_item_by_mail on inbox_item (mail_id) where mail_id is not null`,

  // What was told before inboxes were kept is not told again.
  `alter table notification add column distributed boolean not null default true`,
  `alter table notification alter column distributed set default false`,
  `create index notification_undistributed on notification (seq) where not distributed`,

  `create table inbox_preference (
    recipient uuid primary key,
    own jsonb not null default '{}' check (jsonb_typeof(own) = 'object'),
    token uuid not null unique default gen_random_uuid()
  )`,
  `create table deputy (
    principal uuid primary key,
    deputy uuid not null,
    from_on date not null,
    until_on date not null,
    reason text not null,
    set_at timestamptz not null,
    check (principal <> deputy),
    check (from_on <= until_on)
  )`,
  `create table mail (
    id uuid primary key default gen_random_uuid(),
    recipient uuid not null,
    status text not null default 'pending' check (status in ('pending', 'sent', 'failed', 'dropped')),
    attempts integer not null default 0 check (attempts >= 0),
    next_attempt_at timestamptz not null,
    lease_id uuid,
    lease_until timestamptz,
    cause text,
    created_at timestamptz not null,
    done_at timestamptz,
    check ((lease_id is null) = (lease_until is null)),
    check ((status in ('sent', 'dropped')) = (done_at is not null))
  )`,
  `create index mail_ready on mail (next_attempt_at, id) where status = 'pending'`,
  `create index mail_failed on mail (id) where status = 'failed'`,
];

const DOWN: readonly string[] = [
  `drop table mail`,
  `drop table deputy`,
  `drop table inbox_preference`,
  `drop index notification_undistributed`,
  `alter table notification drop column distributed`,
  `drop table inbox_item`,
  `drop index task_by_due`,
  `drop table reminder_mark`,
  `drop table reminder`,
];
