import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the owner of a session last proved by his provider that it is he who sits there. */
export class ProvedSessions1795300610000 implements MigrationInterface {
  name = 'ProvedSessions1795300610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table auth_session add column proved_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table auth_session drop column proved_at`);
  }
}
