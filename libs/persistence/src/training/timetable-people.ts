import type { EntityManager } from 'typeorm';
import { beyondTheCaller } from '#libs/platform';
import type { ClassOfCohort, CoachedGroup, MemberRow, TimetableStore } from '#libs/training';

const CONTEXT = `journey.snapshot -> 'machine' -> 'context'`;

/** Of the coach in training, however he was named: person, account or user name. (A party may be the workplace's by now.) */
const COACH = `left join lateral (
    select lower(${CONTEXT} ->> 'coach') as text,
      case when lower(${CONTEXT} ->> 'coach') ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${CONTEXT} ->> 'coach')::uuid end as id
  ) named on true
  left join lateral (
    select coalesce((select person.id from person where person.id = named.id),
      (select account.person_id from account where account.id = named.id or account.username = named.text limit 1)) as id
  ) coach on true`;

const MEMBERS = `
  select enrolment.journey_id as "journeyId", enrolment.person_id as "personId", person.name, cohort.id as "cohortId",
    cohort.kind as "cohortKind", coach.id as "coachId", journey.state && array['withdrawn', 'transferred'] as "left",
    ${CONTEXT} as context
  from enrolment
  join cohort on cohort.id = enrolment.cohort_id
  join instance journey on journey.id = enrolment.journey_id
  left join person_data person on person.person_id = enrolment.person_id
  ${COACH}`;

const GROUPS = `
  select distinct journey.cohort_id as "cohortId", ${CONTEXT} ->> 'group' as "group", coach.id as "coachId"
  from instance journey
  ${COACH}
  where coach.id is not null and ${CONTEXT} ->> 'group' is not null`;

/** Of each cohort's last confirmation of classes. */
const CLASSES = `
  select last.cohort_id as "cohortId", class.named ->> 'name' as name, class.named ->> 'value' as value,
    array(select jsonb_array_elements(class.named -> 'members') ->> 'journeyId') as members
  from (
    select distinct on (cohort_id) cohort_id, groups from group_decision
    where cohort_id = any($1::uuid[]) and kind = 'class' and action = 'confirmed'
    order by cohort_id, n desc
  ) last
  cross join lateral jsonb_array_elements(last.groups) with ordinality as class (named, at)
  order by last.cohort_id, class.at`;

type TimetablePeople = Pick<
  TimetableStore,
  'membersOf' | 'classesOf' | 'groupsOf' | 'groupsCoachedBy' | 'trainerAt'
>;

/** Who takes part in sessions and who may lead them. */
export function timetablePeople(manager: EntityManager): TimetablePeople {
  return {
    membersOf(where) {
      const [condition, value] =
        'cohortIds' in where
          ? ['enrolment.cohort_id = any($1::uuid[])', where.cohortIds]
          : 'journeyIds' in where
            ? ['enrolment.journey_id = any($1::uuid[])', where.journeyIds]
            : ['enrolment.person_id = $1', where.personId];
      return manager.query<MemberRow[]>(`${MEMBERS} where ${condition} order by enrolment.journey_id`, [
        value,
      ]);
    },
    async classesOf(cohortIds) {
      // Decisions about groups are their organisers' alone; a participant is told of his own class, which its use case picks out.
      return cohortIds.length === 0
        ? []
        : beyondTheCaller(() => manager.query<ClassOfCohort[]>(CLASSES, [cohortIds]));
    },
    groupsOf: (cohortIds) =>
      manager.query<CoachedGroup[]>(`${GROUPS} and journey.cohort_id = any($1::uuid[])`, [cohortIds]),
    groupsCoachedBy: (personId) =>
      manager.query<CoachedGroup[]>(
        `${GROUPS} and coach.id = $1 and journey.id in (
           select instance_id from journey_party where person_id = $1 and role = 'coach')`,
        [personId],
      ),
    async trainerAt(orgId, named) {
      const rows = await manager.query<{ id: string; name: string }[]>(TRAINER, [orgId, named]);
      return rows[0] ?? null;
    },
  };
}

const TRAINER = `
  select person.id, coalesce(data.name, '') as name
  from person left join person_data data on data.person_id = person.id
  where (person.id::text = lower($2) or person.id in (
      select person_id from account where account.id::text = lower($2) or username = lower($2)))
    and (exists (select 1 from membership where organisation_id = $1 and (membership.person_id = person.id
        or account_id in (select id from account where account.person_id = person.id)))
      or exists (select 1 from journey_party where org_id = $1 and journey_party.person_id = person.id
        and role in ('coach', 'mentor')))
  limit 1`;
