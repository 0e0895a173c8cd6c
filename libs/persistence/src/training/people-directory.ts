import type { EntityManager } from 'typeorm';
import type { NamedPerson, PeopleDirectory } from '#libs/training';

/** $1 roles, $2 their organisations, $3 institutes for the agencies that they train, $4 agencies for the institutes that train them. */
const WITH_ROLE = `
  select coalesce(membership.person_id, account.person_id) as person_id, membership.organisation_id, false as superior
  from membership left join account on account.id = membership.account_id
  where membership.role = any($1::text[]) and (
    membership.organisation_id = any($2::uuid[])
    or exists (select from journey_party party where party.role = 'agency'
      and party.party_org = membership.organisation_id and party.org_id = any($3::uuid[]))
    or exists (select from journey_party party where party.role = 'agency'
      and party.party_org = any($4::uuid[]) and party.org_id = membership.organisation_id))`;

/** $5 a journey. Both may be named there without the role. */
const OF_JOURNEY = `
  select data.person_id, enrolment.agency_org_id, true
  from enrolment join person_data data on data.nip = enrolment.superior_nip
  where enrolment.journey_id = $5::uuid and 'mentor' = any($1::text[])
  union all
  select party.person_id, party.party_org, false from journey_party party
  where party.instance_id = $5::uuid and party.role = any($1::text[]) and party.person_id is not null`;

/** $6 in the name, $7 and $8 after whom, $9 how many. */
const PEOPLE = `
  with found as (${WITH_ROLE} union all ${OF_JOURNEY})
  select data.person_id as id, data.name,
    json_agg(distinct jsonb_build_object('code', organisation.code, 'name', organisation.name)) as organisations,
    bool_or(found.superior) as "isSuperior"
  from found
  join person_data data on data.person_id = found.person_id
  join organisation on organisation.id = found.organisation_id
  where ($6::text is null or data.name ilike '%' || $6 || '%')
    and ($7::text is null or (data.name, data.person_id::text) > ($7, $8))
  group by data.person_id, data.name order by data.name, data.person_id::text limit $9`;

export function peopleDirectory(manager: EntityManager): PeopleDirectory {
  return {
    people: ({ appointing, q, journeyId }, { limit, after }) =>
      manager.query<NamedPerson[]>(PEOPLE, [
        ...[appointing.roles, appointing.organisations, appointing.trainers, appointing.trained],
        ...[journeyId, q === null ? null : q.replace(/[\\%_]/g, '\\$&')],
        ...[after?.name ?? null, after?.id ?? null, limit],
      ]),
  };
}
