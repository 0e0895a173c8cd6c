import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CHOSEN_TASK, FIRST_POLICIES, READER } from '../row-policies.js';
import { KEPT, namedRowsV1 } from './1795300850000-named-rows.js';
import { vacantJourneysAlone } from './1795300710000-row-level-security.js';

/**
 * Whoever has chosen one of his roles is shown what names him in it, where its organisation has a part. And a role that has
 * ended is still its organisation's to ask about.
 */
export class ChosenRoles1795300870000 implements MigrationInterface {
  name = 'ChosenRoles1795300870000';

  async up(runner: QueryRunner): Promise<void> {
    const schema = await schemaOf(runner);
    await runner.query(isChosenV1(schema));
    await runner.query(chosenJourneys(schema));
    await runner.query(`alter policy of_the_caller on task to ${READER} using (${CHOSEN_TASK})`);
    await runner.query(pastRoleV1(schema));
    await runner.query(endedRoles);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter policy of_the_caller on task to ${READER} using (${FIRST_POLICIES['task'] ?? 'false'})`,
    );
    await runner.query(namedRowsV1.replace('create function', 'create or replace function'));
    await runner.query('drop function past_role_v1');
    await runner.query(vacantJourneysAlone(await schemaOf(runner)));
    await runner.query('drop function is_chosen_v1');
  }
}

async function schemaOf(runner: QueryRunner): Promise<string> {
  const [found] = (await runner.query('select quote_ident(current_schema()) as schema')) as {
    schema: string;
  }[];
  return found?.schema ?? 'public';
}

/** Roles as `organisation:role` count where the organisation owns the journey or is one of its parties; as `role` anywhere. */
const isChosenV1 = (schema: string) => `
create function is_chosen_v1(org uuid, journey uuid, as_role text, chosen text[]) returns boolean
language sql stable security definer cost 100 as $$
  select as_role = any(chosen) or org::text || ':' || as_role = any(chosen) or exists (
    select from ${schema}.journey_party party where party.org_id = org and party.instance_id = journey
      and party.party_org::text || ':' || as_role = any(chosen))
$$`;

const pastRoleV1 = (schema: string) => `
create function past_role_v1(ended uuid, org uuid) returns boolean language sql stable security definer as $$
  select exists (select from ${schema}.past_membership where past_membership.id = ended and organisation_id = org)
$$`;

const endedRoles = replacedIn(namedRowsV1, [
  ['create function', 'create or replace function'],
  [
    'shown := exists (select from membership where id = ids[n]::uuid',
    `shown := past_role_v1(ids[n]::uuid, places[n]::uuid) and ${KEPT('places[n]::uuid')}
      or exists (select from membership where id = ids[n]::uuid`,
  ],
]);

/** Without a chosen role every comparison is the one of before. */
const chosenJourneys = (schema: string) =>
  replacedIn(vacantJourneysAlone(schema), [
    [
      'party.person_id = person and party.role = any(named)',
      `party.person_id = person and (party.role = any(named) or ${schema}.is_chosen_v1(org, journey, party.role, named))`,
    ],
    [
      `if 'coach' = any(named) and exists (select from ${schema}.task
      where task.deputy = person`,
      `if ('coach' = any(named) or array_to_string(named, ',') like '%:%') and exists (select from ${schema}.task
      where ('coach' = any(named) or ${schema}.is_chosen_v1(org, journey, task.role, named)) and task.deputy = person`,
    ],
  ]);

function replacedIn(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((known, [before, after]) => {
    if (!known.includes(before)) throw new Error(`journey_shows_v1 no longer says: ${before}`);
    return known.replace(before, after);
  }, text);
}
