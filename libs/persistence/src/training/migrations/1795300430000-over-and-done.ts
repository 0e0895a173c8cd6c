import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which what is over is found without going through all that is not. */
export class OverAndDone1795300430000 implements MigrationInterface {
  name = 'OverAndDone1795300430000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index inbox_item_read on inbox_item (read_at) where read_at is not null`);
    await runner.query(`create index mail_over on mail (done_at) where done_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mail_over');
    await runner.query('drop index inbox_item_read');
  }
}
