import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a run has come, to be read while it goes on. */
export class RetentionProgress1795300840000 implements MigrationInterface {
  name = 'RetentionProgress1795300840000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table retention_run add column planned integer not null default 0 check (planned >= 0)',
    );
    await runner.query('create index past_membership_by_account on past_membership (account_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index past_membership_by_account');
    await runner.query('alter table retention_run drop column planned');
  }
}
