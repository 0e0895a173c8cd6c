import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of a cohort, why each is as it is, and who was there. */
export class TimetableTables1795300280000 implements MigrationInterface {
  name = 'TimetableTables1795300280000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop table ${table}`);
  }
}

const UP: readonly string[] = [
  `create table timetable_session (
    org_id uuid not null,
    id uuid primary key,
    cohort_id uuid not null references cohort (id),
    kind text not null check (kind in ('course', 'class', 'coaching')),
    course text,
    stage text check (stage in ('selfLearning', 'eLearning', 'classical')),
    class_name text,
    group_name text,
    title text,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    room text,
    link text,
    trainer_id uuid,
    trainer_name text,
    capacity integer check (capacity > 0),
    revision integer not null check (revision > 0),
    batch_id uuid not null,
    batch_row integer not null,
    cancelled_at timestamptz,
    cancel_reason text,
    unique (batch_id, batch_row),
    check (ends_at > starts_at),
    check (kind <> 'course' or (course is not null and stage is not null)),
    check (kind <> 'coaching' or group_name is not null),
    check (trainer_id is null or trainer_name is null),
    check ((cancelled_at is null) = (cancel_reason is null))
  )`,
  `create index timetable_session_by_org on timetable_session (org_id, starts_at) where cancelled_at is null`,
  `create index timetable_session_by_cohort on timetable_session (cohort_id, starts_at, id)`,
  `create index timetable_session_by_trainer on timetable_session (trainer_id, starts_at) where trainer_id is not null`,
  `create table timetable_change (
    org_id uuid not null,
    session_id uuid not null references timetable_session (id),
    revision integer not null check (revision > 0),
    change text not null check (change in ('planned', 'changed', 'cancelled')),
    reason text,
    clashes_allowed boolean not null,
    actor_id text not null,
    at timestamptz not null,
    primary key (session_id, revision),
    check (reason is not null or (change <> 'cancelled' and not clashes_allowed))
  )`,
  `create table timetable_attendance (
    org_id uuid not null,
    session_id uuid not null references timetable_session (id),
    journey_id uuid not null,
    present boolean not null,
    note text,
    actor_id text not null,
    recorded_at timestamptz not null,
    primary key (session_id, journey_id)
  )`,
  `create index timetable_attendance_by_journey on timetable_attendance (journey_id)`,
];

const TABLES: readonly string[] = ['timetable_attendance', 'timetable_change', 'timetable_session'];
