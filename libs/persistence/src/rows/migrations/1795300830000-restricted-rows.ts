import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READER, RESTRICTED } from '../row-policies.js';

/** That a person's data are restricted is known to whoever sees the person; what he wrote about it is not. */
export class RestrictedRows1795300830000 implements MigrationInterface {
  name = 'RestrictedRows1795300830000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table data_request enable row level security');
    await runner.query(
      `create policy of_the_caller on data_request for select to ${READER} using (${RESTRICTED})`,
    );
    await runner.query(`grant select (person_id, kind, status) on data_request to ${READER}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy of_the_caller on data_request');
    await runner.query('alter table data_request disable row level security');
    await runner.query(`revoke all on data_request from ${READER}`);
    await runner.query(`revoke select (person_id, kind, status) on data_request from ${READER}`);
  }
}
