import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices of a cohort's timetable, which are about no journey where they go to a trainer, and an index to read one's own by. */
export class Notices1795300310000 implements MigrationInterface {
  name = 'Notices1795300310000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP: readonly string[] = [
  `alter table notification alter column journey_id drop not null, add column cohort_id uuid,
    add column seq bigint generated always as identity`,
  `create index notification_by_person on notification (person_id, at desc, seq desc) where person_id is not null`,
  `create index notification_by_office on notification (role, at desc, seq desc) where person_id is null`,
];

const DOWN: readonly string[] = [
  `drop index notification_by_office`,
  `drop index notification_by_person`,
  `delete from notification where journey_id is null`,
  `alter table notification drop column seq, drop column cohort_id, alter column journey_id set not null`,
];
