import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ENGINE_ADVANCE_MANY_V1 } from './engine-advance-many-v1.js';

/** Steps of one entry each, written together as lists of columns. */
export class EnginePlainBatch1795300420000 implements MigrationInterface {
  name = 'EnginePlainBatch1795300420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENGINE_ADVANCE_MANY_V1);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function engine_advance_many_v1');
  }
}
