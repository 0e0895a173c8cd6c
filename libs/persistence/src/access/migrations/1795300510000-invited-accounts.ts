import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when an account waits for its owner to choose his first password. */
export class InvitedAccounts1795300510000 implements MigrationInterface {
  name = 'InvitedAccounts1795300510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table account add column invited_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table account drop column invited_at`);
  }
}
