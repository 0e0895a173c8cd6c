import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when somebody has a task in his hands: who finds it taken is told. */
export class TaskHolders1795300450000 implements MigrationInterface {
  name = 'TaskHolders1795300450000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task add column claimed_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task drop column claimed_at`);
  }
}
