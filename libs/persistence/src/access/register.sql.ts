import { instant } from '../engine/sql/instant.sql.js';
import { is, list } from '../rows/row-policies.js';

/** The name of whoever an account is. */
const nameOf = (account: string) => `(select coalesce(named.name, giver.username) from account giver
  left join person_data named on named.person_id = giver.person_id where giver.id = ${account})`;

/** $1 kind, $2 parent, $3 in code or name, $4 ids, $5 an id, $6 after which code, $7 how many, $8 whether closed. */
export const ENTRIES = `
  select org.id, org.code, org.kind, org.name, org.zone, org.parent_id as "parentId",
    (select count(*)::int from organisation unit where unit.parent_id = org.id) as units,
    case when org.closed_at is not null then jsonb_build_object('at', ${instant('org.closed_at')},
      'by', ${nameOf('org.closed_by')}, 'reason', org.closed_reason) end as closed,
    (select jsonb_build_object('category', category, 'number', number, 'validFrom', valid_from, 'validUntil', valid_until)
     from accreditation where organisation_id = org.id order by valid_from desc, id desc limit 1) as accreditation
  from organisation org
  where ($1::text is null or org.kind = $1) and ($2::uuid is null or org.parent_id = $2)
    and ($3::text is null or org.name ilike $3 or org.code ilike $3)
    and ($4::uuid[] is null or org.id = any($4)) and ($5::uuid is null or org.id = $5)
    and ($6::text is null or org.code > $6) and ($8::boolean is null or (org.closed_at is not null) = $8)
  order by org.code limit $7`;

/** $1 organisation, $2 role, $3 in name, user name or NIP, $4 a membership's id, $5 and $6 after whom, $7 how many. */
const membersIn = (table: string, { ends, ended }: { ends: string; ended: string }) => `
  select held.id, held.organisation_id as "organisationId", held.role, ${instant('held.since')} as since,
    ${nameOf('held.given_by')} as "givenBy", ${ends} as ends, ${ended} as ended,
    case when account.id is not null then
      jsonb_build_object('id', account.id, 'username', account.username, 'disabled', account.disabled_at is not null,
        'invited', account.invited_at is not null, 'secondFactor', exists (
          select from second_factor factor where factor.account_id = account.id and confirmed_at is not null))
      end as account,
    case when person.id is not null then
      jsonb_build_object('id', person.id, 'name', coalesce(data.name, ''), 'nip', data.nip) end as person,
    sorted.key
  from ${table} held
  left join account on account.id = held.account_id
  left join person on person.id = coalesce(held.person_id, account.person_id)
  left join person_data data on data.person_id = person.id
  cross join lateral (select lower(coalesce(data.name, account.username, '')) as key) sorted
  where held.organisation_id = $1 and ($2::text is null or held.role = $2)
    and ($3::text is null or data.name ilike $3 or account.username ilike $3 or data.nip like $3)
    and ($4::uuid is null or held.id = $4)
    and ($5::text is null or (sorted.key, held.id) > ($5, $6::uuid))
  order by sorted.key, held.id limit $7`;

export const MEMBERS = membersIn('membership', {
  ends: `case when held.ends_on is not null then jsonb_build_object('until', held.ends_on,
    'by', ${nameOf('held.end_by')}, 'reason', held.end_reason) end`,
  ended: 'null',
});

export const PAST_MEMBERS = membersIn('past_membership', {
  ends: 'null',
  ended: `jsonb_build_object('until', ${instant('held.until')}, 'by', ${nameOf('held.ended_by')}, 'reason', held.reason)`,
});

/** Those who go on administering: whose end is planned is no answer to who follows. */
const OF_ADMINS = `select membership.id as "membershipId", account.id as "accountId"
  from membership join account on account.id = membership.account_id
  where membership.role = 'admin' and membership.ends_on is null and account.disabled_at is null`;

export const ADMINS = `${OF_ADMINS} and membership.organisation_id = $1`;

export const ADMINS_ABOVE = `
  with recursive above as (
    select parent_id as id from organisation where id = $1
    union select up.parent_id from organisation up join above on up.id = above.id)
  ${OF_ADMINS} and membership.organisation_id in (select id from above)`;

/**
 * $1 accounts, $2 organisations that somebody administers, or null. Who is the last administrator is so where nobody
 * else who can come in, and whose end is not planned, administers the organisation or one above it.
 */
export const STANDING_BARS = `
  select account.id, case when away.org is not null then 'elsewhere' else 'lastAdmin' end as code, orphan.name as organisation
  from account
  left join lateral (
    select organisation_id as org from membership held
    where held.account_id = account.id and $2::uuid[] is not null and held.organisation_id <> all($2) limit 1
  ) away on true
  left join lateral (
    select org.name from membership held join organisation org on org.id = held.organisation_id
    where held.account_id = account.id and held.role = 'admin' and account.disabled_at is null and not exists (
      with recursive above as (
        select org.id union select up.parent_id from organisation up join above on up.id = above.id)
      select from (${OF_ADMINS} and membership.organisation_id in (select id from above)) other
      where other."accountId" <> account.id)
    order by org.code limit 1
  ) orphan on away.org is null
  where account.id = any($1::uuid[]) and (away.org is not null or orphan.name is not null)`;

/**
 * $1 organisations with a role in one of them, $2 in name or user name, $3 an id, $4 a person, $5 after which name,
 * $6 how many, $7 a role, $8 an organisation in which, or in a unit of which, a role is held, $9 whether it is shut out,
 * $10 whether it has a second factor.
 */
export const ACCOUNTS = `
  with recursive place as (
    select id from organisation where id = $8
    union select unit.id from organisation unit join place on unit.parent_id = place.id)
  select account.id, account.username, account.disabled_at is not null as disabled,
    account.invited_at is not null as invited, account.person_id as "personId", data.name,
    ${instant('factor.confirmed_at')} as "secondFactorSince",
    exists (select from oidc_identity where oidc_identity.account_id = account.id) as "byProvider",
    coalesce((
      select jsonb_agg(jsonb_build_object('id', held.id, 'org', org.id, 'orgCode', org.code, 'orgName', org.name,
        'kind', org.kind, 'role', held.role, 'until', held.ends_on) order by org.code, held.role)
      from membership held join organisation org on org.id = held.organisation_id
      where held.account_id = account.id), '[]') as memberships
  from account left join person_data data on data.person_id = account.person_id
  left join second_factor factor on factor.account_id = account.id
  where (num_nulls($1::uuid[]::text, $7::text, $8::uuid::text) = 3 or exists (
      select from membership held where held.account_id = account.id
        and ($1::uuid[] is null or held.organisation_id = any($1)) and ($7::text is null or held.role = $7)
        and ($8::uuid is null or held.organisation_id in (select id from place))))
    and ($2::text is null or account.username ilike $2 or data.name ilike $2)
    and ($3::uuid is null or account.id = $3) and ($4::uuid is null or account.person_id = $4)
    and ($5::text is null or account.username > $5)
    and ($9::boolean is null or (account.disabled_at is not null) = $9)
    and ($10::boolean is null or (factor.confirmed_at is not null) = $10)
  order by account.username limit $6`;

/** $1 accounts; asked as the reader, who is told whose organisations are kept. */
export const ACCOUNTS_KEPT = `
  select id from account where id = any($1::uuid[]) and (${is('all_kept')} or exists (
    select from membership where membership.account_id = account.id and membership.organisation_id = any(${list('kept', 'uuid')})))`;

/**
 * $1 a membership that ends: what its holder took from the tasks offered to the role there is open again. Answers how many
 * those are, and how many journeys under way name him in the role.
 */
export const RELEASE = `
  with recursive held as (
    select membership.organisation_id as org, membership.role,
      coalesce(membership.person_id, account.person_id, account.id) as actor
    from membership left join account on account.id = membership.account_id where membership.id = $1
  ), reach as (
    select org as id from held
    union select unit.id from organisation unit join reach on unit.parent_id = reach.id
  ), released as (
    update task set status = 'open', claimed_at = null,
      assignee = case when task.deputy = held.actor then task.assignee end, deputy = null
    from held
    where task.role = held.role and coalesce(task.candidate_org, task.org_id) in (select id from reach)
      and jsonb_array_length(task.candidates) = 0 and task.status in ('open', 'claimed')
      and (task.assignee = held.actor or task.deputy = held.actor)
    returning task.id
  )
  select (select count(*)::int from released) as released,
    (select count(distinct party.instance_id)::int from journey_party party
     join held on party.person_id = held.actor and party.role = held.role and held.org in (party.org_id, party.party_org)
     join instance on instance.id = party.instance_id and instance.status <> 'final') as named`;

/** $1 the membership, $2 when, $3 by which account, $4 why. */
export const END_ROLE = `
  with ended as (delete from membership where id = $1 returning *)
  insert into past_membership (id, organisation_id, role, account_id, person_id, since, given_by, until, ended_by, reason)
  select id, organisation_id, role, account_id, person_id, since, given_by, $2, $3, $4 from ended`;

/** $1 an instant: roles whose last day, in the zone of their organisation, was over then. */
export const LAPSED = `
  select membership.id, membership.organisation_id as "organisationId", membership.role,
    membership.account_id as "accountId", coalesce(membership.person_id, account.person_id) as "personId",
    ${instant('((membership.ends_on + 1)::timestamp at time zone org.zone)')} as until,
    membership.end_by as "endBy", membership.end_reason as reason
  from membership join organisation org on org.id = membership.organisation_id
  left join account on account.id = membership.account_id
  where membership.ends_on < ($1::timestamptz at time zone org.zone)::date order by membership.ends_on, membership.id limit 500`;

/** $1 a person, who goes where nothing at all is held on him but how he is called. */
export const FORGET_PERSON = `
  delete from person where id = $1
    and not exists (select from account where person_id = $1)
    and not exists (select from membership where person_id = $1)
    and not exists (select from past_membership where person_id = $1)
    and not exists (select from enrolment where person_id = $1)
    and not exists (select from journey_party where person_id = $1)
    and not exists (select from data_request where person_id = $1)`;
