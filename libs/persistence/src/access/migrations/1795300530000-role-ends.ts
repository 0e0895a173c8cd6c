import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last day of a role, planned beforehand; with why, and by whom. */
export class RoleEnds1795300530000 implements MigrationInterface {
  name = 'RoleEnds1795300530000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table membership
      add column ends_on date,
      add column end_reason text,
      add column end_by uuid references account (id) on delete set null,
      add constraint membership_end_has_reason check ((ends_on is null) = (end_reason is null))`);
    await runner.query(`create index membership_by_end on membership (ends_on) where ends_on is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table membership drop column ends_on, drop column end_reason, drop column end_by`,
    );
  }
}
