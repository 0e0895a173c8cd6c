import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AUDITED, READER } from '../row-policies.js';

/** Whose acts stand in the audit, so that what a search found past the policies can be held against them. */
export class HeldRows1795300880000 implements MigrationInterface {
  name = 'HeldRows1795300880000';

  async up(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query('select quote_ident(current_schema()) as schema')) as {
      schema: string;
    }[];
    await runner.query('alter table audit_entry enable row level security');
    await runner.query(
      `create policy of_the_caller on audit_entry for select to ${READER} using (${AUDITED})`,
    );
    await runner.query(`grant select (id, org_id, actor_org) on audit_entry to ${READER}`);
    await runner.query(decidedInV1(found?.schema ?? 'public'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function decided_in_v1');
    await runner.query(`revoke select (id, org_id, actor_org) on audit_entry from ${READER}`);
    await runner.query('drop policy of_the_caller on audit_entry');
    await runner.query('alter table audit_entry disable row level security');
  }
}

/** An administrator searches the decisions of his organisation's journeys, of which he sees nothing else: which of these they are. */
const decidedInV1 = (schema: string) => `
create function decided_in_v1(journeys uuid[], orgs uuid[]) returns setof uuid language sql stable security definer as $$
  select id from ${schema}.instance where id = any(journeys) and org_id = any(orgs)
$$`;
