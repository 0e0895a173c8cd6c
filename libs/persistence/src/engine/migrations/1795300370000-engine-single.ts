import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ENGINE_ADVANCE_V1 } from './engine-advance-v1.js';

/** One step written by itself, and one index fewer for every deadline that is armed or closed. */
export class EngineSingle1795300370000 implements MigrationInterface {
  name = 'EngineSingle1795300370000';

  async up(runner: QueryRunner): Promise<void> {
    // A token is always looked up together with its instance: one index serves it and the instance's list.
    await runner.query(
      `alter table deadline drop constraint deadline_pkey, add primary key (org_id, instance_id, id)`,
    );
    await runner.query(`drop index deadline_by_instance`);
    await runner.query(ENGINE_ADVANCE_V1);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function engine_advance_v1');
    await runner.query(`create index deadline_by_instance on deadline (org_id, instance_id)`);
    await runner.query(`alter table deadline drop constraint deadline_pkey, add primary key (org_id, id)`);
  }
}
