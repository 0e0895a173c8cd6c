import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions about coaching groups and classes, and transfers on their way into the other cohort. */
export class GroupsAndTransfers1795300260000 implements MigrationInterface {
  readonly name = 'GroupsAndTransfers1795300260000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table transfer');
    await runner.query('drop table group_decision');
  }
}

const UP: readonly string[] = [
  `create table group_decision (
    org_id uuid not null,
    id uuid primary key,
    n bigint generated always as identity,
    cohort_id uuid not null references cohort (id),
    kind text not null check (kind in ('coaching', 'class')),
    action text not null check (action in ('confirmed', 'coachChanged', 'mentorChanged')),
    groups jsonb not null,
    mentor text,
    reason text,
    decided_by text not null,
    decided_at timestamptz not null,
    check (action = 'confirmed' or reason is not null)
  )`,
  `create index group_decision_by_cohort on group_decision (cohort_id, kind, n)`,
  `create table transfer (
    org_id uuid not null,
    from_journey uuid primary key,
    to_cohort text not null,
    reason text not null,
    actor_id text not null,
    at timestamptz not null,
    to_journey uuid,
    settled_at timestamptz,
    fault text,
    check ((to_journey is null and fault is null) = (settled_at is null))
  )`,
  `create index transfer_unsettled on transfer (at, from_journey) where settled_at is null`,
  `create index transfer_by_target on transfer (to_journey)`,
];
