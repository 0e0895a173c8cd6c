import type { MigrationInterface, QueryRunner } from 'typeorm';
import { journeyShowsV1 } from '../../training/migrations/1795300700000-journey-shows.js';
import { ACCOUNT_COLUMNS, FIRST_POLICIES, OPEN_TABLES, READER } from '../row-policies.js';

/** A role of the database that callers' questions are asked as, and which rows it is shown. */
export class RowLevelSecurity1795300710000 implements MigrationInterface {
  name = 'RowLevelSecurity1795300710000';

  async up(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query('select quote_ident(current_schema()) as schema')) as {
      schema: string;
    }[];
    const schema = found?.schema ?? 'public';
    await runner.query(vacantJourneysAlone(schema));
    await runner.query(makeReader);
    await runner.query(personShowsV1(schema));
    await runner.query(officialNameV1(schema));
    await runner.query(tasksNamingV1(schema));
    // Whether two organisations have to do with each other.
    await runner.query('create index journey_party_between on journey_party (party_org, org_id)');
    await runner.query(`grant usage on schema ${schema} to ${READER}`);
    for (const [table, shown] of Object.entries(FIRST_POLICIES)) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy of_the_caller on ${table} for select to ${READER} using (${shown})`);
      await runner.query(`grant select on ${table} to ${READER}`);
    }
    for (const table of OPEN_TABLES) await runner.query(`grant select on ${table} to ${READER}`);
    await runner.query(`grant select (${ACCOUNT_COLUMNS.join(', ')}) on account to ${READER}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(FIRST_POLICIES)) {
      await runner.query(`drop policy of_the_caller on ${table}`);
      await runner.query(`alter table ${table} disable row level security`);
    }
    for (const table of [...Object.keys(FIRST_POLICIES), ...OPEN_TABLES, 'account'])
      await runner.query(`revoke all on ${table} from ${READER}`);
    await runner.query('drop index journey_party_between');
    for (const name of ['tasks_naming_v1', 'official_name_v1', 'person_shows_v1'])
      await runner.query(`drop function ${name}`);
    // The role stays: other databases of the server may have it too.
  }
}

/** A certificate is a life of its own, in which no part is ever vacant. */
export const vacantJourneysAlone = (schema: string) =>
  journeyShowsV1(schema)
    .replace('create function', 'create or replace function')
    .replace(
      `instance.status <> 'final'`,
      `instance.status <> 'final' and instance.definition_key = 'participantJourney'`,
    );

const HOW_TO = `As a superuser run: create role ${READER} nologin; grant ${READER} to %I; and start again.`;

const makeReader = `
do $$
begin
  if not exists (select from pg_roles where rolname = '${READER}') then
    begin
      create role ${READER} nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'The role ${READER} is missing, and % may not make it. ${HOW_TO.replace('%I', '%')}', current_user, current_user;
    end;
  end if;
  if exists (select from pg_roles where rolname = '${READER}' and (rolsuper or rolbypassrls)) then
    raise exception 'The role ${READER} must be neither a superuser nor bypass row level security: it would be shown everything.';
  end if;
  if not pg_has_role(current_user, '${READER}', 'member') then
    begin
      execute format('grant ${READER} to %I', current_user);
    exception when insufficient_privilege then
      raise exception '% is no member of the role ${READER}. ${HOW_TO.replace('%I', '%')}', current_user, current_user;
    end;
  end if;
end $$`;

const PART = 'agencies uuid[], centres uuid[], me uuid, named text[], coaching uuid[], mentoring uuid[]';
const GIVEN = 'agencies, centres, me, named, coaching, mentoring';

/**
 * Participants of journeys that are shown, whoever they name, and officials of organisations that the caller's have to do
 * with: one's own, those that train one's people or are sent them, and LAN's.
 */
const personShowsV1 = (schema: string) =>
  `
create function person_shows_v1(who uuid, owners uuid[], ${PART}, orgs uuid[]) returns boolean
language plpgsql stable security definer cost 1000 as $$
begin
  return exists (select from ${schema}.enrolment where enrolment.person_id = who
      and (enrolment.org_id = any(owners) or public.journey_shows_v1(enrolment.org_id, enrolment.journey_id, ${GIVEN})))
    or exists (select from ${schema}.journey_party party where party.person_id = who and party.role in ('coach', 'mentor')
      and (party.org_id = any(owners) or public.journey_shows_v1(party.org_id, party.instance_id, ${GIVEN})))
    or exists (
      select from ${schema}.membership left join ${schema}.account on account.id = membership.account_id
        join ${schema}.organisation on organisation.id = membership.organisation_id
      where coalesce(membership.person_id, account.person_id) = who and membership.role <> 'participant' and (
        organisation.kind = 'lan' or organisation.id = any(orgs)
        or exists (select from ${schema}.journey_party party where party.party_org = organisation.id and party.org_id = any(orgs))
        or exists (select from ${schema}.journey_party party where party.party_org = any(orgs) and party.org_id = organisation.id)));
end $$`.replaceAll('public.', `${schema}.`);

/** An official is known by name to whoever reads what he did; his number, birth date and addresses are not told by it. */
const officialNameV1 = (schema: string) => `
create function official_name_v1(who uuid) returns text language sql stable security definer as $$
  select name from ${schema}.person_data where person_data.person_id = who and exists (
    select from ${schema}.membership left join ${schema}.account on account.id = membership.account_id
    where coalesce(membership.person_id, account.person_id) = who and membership.role <> 'participant')
$$`;

/** By the index of candidates, which a question under a policy may not use: open tasks that name the caller among others. */
const tasksNamingV1 = (schema: string) => `
create function tasks_naming_v1(who uuid) returns setof uuid language sql stable security definer rows 20 as $$
  select id from ${schema}.task
  where (jsonb_array_length(candidates) > 1 or jsonb_array_length(candidates) = 1 and candidates ->> 0 is distinct from assignee::text)
    and status in ('open', 'claimed') and candidates ? who::text
$$`;
