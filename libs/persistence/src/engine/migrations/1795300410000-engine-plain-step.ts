import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ENGINE_ADVANCE_V2 } from './engine-advance-v2.js';

/** A step of one entry written with fewer statements, settings and parameters. */
export class EnginePlainStep1795300410000 implements MigrationInterface {
  name = 'EnginePlainStep1795300410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENGINE_ADVANCE_V2);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function engine_advance_v2');
  }
}
