import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units of an agency that there are no longer: since when, why, and who closed them. */
export class ClosedUnits1795300540000 implements MigrationInterface {
  name = 'ClosedUnits1795300540000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table organisation
      add column closed_at timestamptz,
      add column closed_reason text,
      add column closed_by uuid references account (id) on delete set null,
      add constraint organisation_closed_has_reason check ((closed_at is null) = (closed_reason is null))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table organisation drop column closed_at, drop column closed_reason, drop column closed_by`,
    );
  }
}
