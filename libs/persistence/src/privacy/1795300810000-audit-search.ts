import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DECISIONS } from './decisions.sql.js';

/** By which the decisions of all journeys are found in their order; of sixty events of a journey some five are in it. */
export class AuditSearch1795300810000 implements MigrationInterface {
  name = 'AuditSearch1795300810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index event_decisions on event (at desc) where ${DECISIONS.replaceAll('event.', '')}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index event_decisions');
  }
}
