import type { EntityManager } from 'typeorm';
import type { JourneyFilter, JourneyIndex, JourneyLine, Position, StateCount } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { visibility } from './cohort.store.js';

/** $1 all, $2 owners, $3 agencies, $4 centres, $5 person. */
const VISIBLE = `($1::boolean or journey.org_id = any($2::uuid[]) or exists (
  select 1 from journey_party party where party.instance_id = journey.id and (
    (party.role = 'agency' and party.party_org = any($3::uuid[])) or
    (party.role = 'centre' and party.party_org = any($4::uuid[])) or
    party.person_id = $5::uuid)))`;

/** $6: the journey, where the scope of $1 to $5 shows it. */
export const SHOWN = `${VISIBLE} and journey.id = $6 and journey.definition_key = 'participantJourney'`;

const FROM = `from instance journey
  join enrolment on enrolment.journey_id = journey.id
  join cohort on cohort.id = enrolment.cohort_id
  join organisation agency on agency.id = enrolment.agency_org_id
  left join person_data person on person.person_id = enrolment.person_id`;

/** Its date has passed, or an escalating deadline has come back at least once since it was due. */
export const overdue = (now: string) =>
  `(journey.status = 'live' and (journey.next_due < ${now} or coalesce(journey.tally_late, false)))`;

/** A message or deadline that failed keeps a journey from going on; an effect that failed is looked after beside it. */
export const INCIDENT = `exists (select 1 from incident where incident.instance_id = journey.id
  and incident.status = 'open' and incident.kind in ('message', 'deadline'))`;

/** Whose import was undone, or begun anew from facts, is in the record and no longer in the cohort. */
const ENROLLED = `exists (select 1 from enrolment where enrolment.journey_id = journey.id)`;

export function journeyIndex(manager: EntityManager): JourneyIndex {
  return {
    list: (scope, filter, page, now) =>
      manager.query<JourneyLine[]>(LIST, [
        ...visibility(scope),
        now,
        ...filterValues(filter),
        page.after === null,
        page.after?.due ?? null,
        page.after?.id ?? null,
        page.limit,
      ]),
    async shows(scope, journeyId) {
      const rows = await manager.query<unknown[]>(
        `select 1 from instance journey where ${SHOWN}`,
        [...visibility(scope), journeyId],
      );
      return rows.length > 0;
    },
    board: (cohortId, scope, now) =>
      manager.query<StateCount[]>(BOARD, [...visibility(scope), cohortId, now]),
    async idsOf(cohortId, scope, only) {
      const rows = await manager.query<{ id: string }[]>(
        `select journey.id from instance journey where ${VISIBLE} and journey.cohort_id = $6 and ${ENROLLED} and ($7::uuid[] is null or journey.id = any($7)) order by journey.id`,
        [...visibility(scope), cohortId, only ?? null],
      );
      return rows.map(({ id }) => id);
    },
    async liveOf(cohortId) {
      const rows = await manager.query<{ id: string }[]>(
        `select id from instance where cohort_id = $1 and status <> 'final' order by id`,
        [cohortId],
      );
      return rows.map(({ id }) => id);
    },
    async positionsOf(journeyIds) {
      const rows = await manager.query<({ id: string } & Position)[]>(
        `select id, state, coalesce((snapshot -> 'machine' -> 'context' ->> 'rounds')::int, 0) as rounds from instance where id = any($1)`,
        [journeyIds],
      );
      return new Map(rows.map(({ id, state, rounds }) => [id, { state, rounds }]));
    },
  };
}

function filterValues({ cohort, state, pathway, agency, overdue: late, q }: JourneyFilter): unknown[] {
  return [
    cohort ?? null,
    state ?? null,
    pathway ?? null,
    agency ?? null,
    late ?? null,
    q === undefined ? null : q.replace(/[\\%_]/g, '\\$&'),
  ];
}

const LIST = `
  select journey.id, journey.org_id as "orgId", cohort.id as "cohortId", cohort.name as "cohortName", cohort.zone, cohort.programme, cohort.pathway,
    enrolment.entry, enrolment.person_id as "personId", person.name, person.nip, agency.code as "agencyCode", agency.name as "agencyName",
    case when ${INCIDENT} then 'incident' else journey.status end as status, journey.state, journey.revision,
    journey.next_action as "nextAction", journey.next_owner as "nextOwner", ${instant('journey.next_due')} as "nextDue",
    (select why from deadline where deadline.org_id = journey.org_id and deadline.instance_id = journey.id
      and deadline.name = journey.next_deadline and deadline.status = 'armed') as "nextWhy",
    ${overdue('$6')} as overdue
  ${FROM}
  where ${VISIBLE}
    and ($7::uuid is null or cohort.id = $7)
    and ($8::text is null or exists (select 1 from unnest(journey.state) as path where path = $8 or path like $8 || '.%'))
    and ($9::text is null or cohort.pathway = $9)
    and ($10::text is null or agency.code = $10)
    and ($11::boolean is null or ${overdue('$6')} = $11)
    and ($12::text is null or person.name ilike '%' || $12 || '%' or person.nip like $12 || '%')
    and ($13::boolean or (coalesce(journey.next_due, 'infinity'), journey.id) > (coalesce($14::timestamptz, 'infinity'), $15::uuid))
  order by coalesce(journey.next_due, 'infinity'), journey.id
  limit $16`;

/** Whether the scope shows the whole cohort: its counts then answer without a look at its journeys. */
const WHOLE = `exists (select 1 from cohort where cohort.id = $6 and ($1::boolean or cohort.org_id = any($2::uuid[])))`;

/**
 * Who is late is counted; beside it stand those whose date has passed and who have not been told yet, which is a matter of
 * moments. Whoever sees a part of the cohort only has that part counted for him.
 */
const BOARD = `
  with counted as (
    select state, n as count, case when late then n else 0 end as overdue
    from cohort_tally where cohort_id = $6 and folded and ${WHOLE}
    union all
    select state, n, case when late then n else 0 end
    from cohort_tally where cohort_id = $6 and not folded and ${WHOLE}
    union all
    select journey.tally_state, 0, count(*)
    from deadline join instance journey on journey.org_id = deadline.org_id and journey.id = deadline.instance_id
    where deadline.status = 'armed' and deadline.due_at < $7 and deadline.name = journey.next_deadline
      and journey.cohort_id = $6 and journey.status = 'live' and not journey.tally_late and ${WHOLE}
    group by journey.tally_state
    union all
    select journey.tally_state, count(*), count(*) filter (where ${overdue('$7')})
    from instance journey
    where ${VISIBLE} and journey.cohort_id = $6 and journey.tally_state is not null and not ${WHOLE}
    group by journey.tally_state
  )
  select state, sum(count)::int as count, sum(overdue)::int as overdue
  from counted group by state having sum(count) <> 0 order by state`;
