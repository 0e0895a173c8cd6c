import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said on a task, who handed it to whom and had it back, and how somebody likes to look at his queue. */
export class TaskTalk1795300520000 implements MigrationInterface {
  name = 'TaskTalk1795300520000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table saved_view`);
    await runner.query(`drop table task_note`);
  }
}

const UP: readonly string[] = [
  // People by the opaque ids under which they act: a person, or an account that belongs to none.
  `create table task_note (
    id uuid primary key,
    org_id uuid not null,
    task_id uuid not null,
    kind text not null check (kind in ('comment', 'delegated', 'returned')),
    author uuid not null,
    role text not null,
    addressee uuid,
    text text,
    at timestamptz not null,
    check ((kind = 'comment') = (addressee is null)),
    check (kind = 'delegated' or text is not null)
  )`,
  `create index task_note_by_task on task_note (task_id, at, id)`,
  `create index task_note_by_author on task_note (author)`,
  `create table saved_view (
    id uuid primary key,
    owner uuid not null,
    name text not null check (name <> ''),
    filter jsonb not null check (jsonb_typeof(filter) = 'object'),
    unique (owner, name)
  )`,
];
