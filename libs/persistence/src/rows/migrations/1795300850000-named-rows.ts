import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OWN_POLICIES, READER, REQUESTS } from '../row-policies.js';

/** What a writing route names must be the caller's: one question under the policies, before anything else is done. */
export class NamedRows1795300850000 implements MigrationInterface {
  name = 'NamedRows1795300850000';

  async up(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query('select quote_ident(current_schema()) as schema')) as {
      schema: string;
    }[];
    await runner.query(personKeptV1(found?.schema ?? 'public'));
    await runner.query(`alter policy of_the_caller on data_request using (${REQUESTS})`);
    await runner.query(`grant select (id) on data_request to ${READER}`);
    for (const [table, shown] of Object.entries(OWN_POLICIES)) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy of_the_caller on ${table} for select to ${READER} using (${shown})`);
      await runner.query(`grant select (id, account_id) on ${table} to ${READER}`);
    }
    await runner.query(namedRowsV1);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function named_rows_v1');
    for (const table of Object.keys(OWN_POLICIES)) {
      await runner.query(`drop policy of_the_caller on ${table}`);
      await runner.query(`alter table ${table} disable row level security`);
      await runner.query(`revoke select (id, account_id) on ${table} from ${READER}`);
    }
    await runner.query(`revoke select (id) on data_request from ${READER}`);
    await runner.query(
      `alter policy of_the_caller on data_request using (kind = 'restriction' and status = 'accepted'
         and exists (select from person_data where person_data.person_id = data_request.person_id))`,
    );
    await runner.query('drop function person_kept_v1');
  }
}

/** An organisation keeps somebody's data when it trains him, sends him, or he has a role there. */
const personKeptV1 = (schema: string) => `
create function person_kept_v1(who uuid, orgs uuid[]) returns boolean language sql stable security definer cost 1000 as $$
  select exists (select from ${schema}.enrolment where enrolment.person_id = who
      and (enrolment.org_id = any(orgs) or enrolment.agency_org_id = any(orgs)))
    or exists (select from ${schema}.membership left join ${schema}.account on account.id = membership.account_id
      where membership.organisation_id = any(orgs) and coalesce(membership.person_id, account.person_id) = who)
$$`;

export const KEPT = (org: string) => `(current_setting('titian.all_kept') = 't' or ${org} = any(kept))`;

/**
 * Whether all that is named is the caller's, who is set for this one statement: one round trip, whoever the connection was
 * set to before. Asked as the reader, whose policies answer; what has no policy, being published, is compared here.
 */
export const namedRowsV1 = `
create function named_rows_v1(settings text[], given text[], kinds text[], ids text[], places text[]) returns boolean
language plpgsql volatile as $$
declare
  shown boolean;
  kept uuid[];
begin
  perform set_config('titian.' || setting, said, true) from unnest(settings, given) as set (setting, said);
  kept := coalesce(string_to_array(nullif(current_setting('titian.kept'), ''), ',')::uuid[], '{}');
  for n in 1 .. cardinality(kinds) loop
    case kinds[n]
    when 'journey' then shown := exists (select from instance where id = ids[n]::uuid);
    when 'cohort' then shown := exists (select from cohort where id = ids[n]::uuid);
    when 'session' then shown := exists (select from timetable_session where id = ids[n]::uuid and cohort_id = places[n]::uuid);
    when 'task' then shown := exists (select from task where id = ids[n]::uuid);
    when 'certificate' then shown := exists (select from certificate where serial = ids[n]);
    when 'upload' then shown := exists (select from import_batch where id = ids[n]::uuid);
    when 'operation' then shown := exists (select from bulk_operation where id = ids[n]::uuid);
    when 'incident' then shown := exists (select from incident where id = ids[n]::uuid);
    when 'letter' then shown := exists (select from mail where id = ids[n]::uuid);
    when 'organisation' then shown := exists (select from organisation where id = ids[n]::uuid and ${KEPT('id')});
    when 'membership' then shown := exists (select from membership where id = ids[n]::uuid
      and organisation_id = places[n]::uuid and ${KEPT('organisation_id')});
    when 'account' then shown := exists (select from account where id = ids[n]::uuid)
      and (current_setting('titian.all_kept') = 't'
        or exists (select from membership where account_id = ids[n]::uuid and organisation_id = any(kept)));
    when 'dataRequest' then shown := exists (select from data_request where id = ids[n]::uuid);
    when 'inboxItem' then shown := exists (select from inbox_item where id = ids[n]::uuid);
    when 'savedView' then shown := exists (select from saved_view where id = ids[n]::uuid);
    when 'ownSession' then shown := exists (select from auth_session where id = ids[n]::uuid);
    when 'ownToken' then shown := exists (select from api_token where id = ids[n]::uuid);
    end case;
    if shown is not true then
      return false;
    end if;
  end loop;
  return true;
end $$`;
