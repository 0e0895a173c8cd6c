import type { EntityManager } from 'typeorm';
import type {
  JourneyFilter,
  JourneyIndex,
  JourneyLine,
  JourneyPage,
  JourneyParts,
  Position,
  Scope,
  StateCount,
  StateStay,
} from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { prepared } from '../prepared.js';
import { hasPart, visibility } from './cohort.store.js';
import { unrestricted } from '../privacy/unrestricted.sql.js';
import { STAYS } from './journey-stays.sql.js';

/** $3 agencies, $4 centres, $5 person, $6 as what he may be named: the rows by which a journey is found from its parties. */
const PARTY = `((party.role = 'agency' and party.party_org = any($3::uuid[])) or
  (party.role = 'centre' and party.party_org = any($4::uuid[])) or
  (party.person_id = $5::uuid and (party.role = any($6::text[])
    or is_chosen_v1(party.org_id, party.instance_id, party.role, $6::text[]))))`;

const PART = hasPart('journey.org_id', 'journey.id');

/** $1 all, $2 owners. */
const VISIBLE = `($1::boolean or journey.org_id = any($2::uuid[]) or ${PART})`;

/**
 * Whose data may be used for the duty alone (UU 27/2022 Ps 11) is in the lists of whoever owes it: his institute, himself, and
 * those who accompany or assess him.
 */
const UNRESTRICTED = `(${unrestricted('enrolment.person_id')} or journey.org_id = any($2::uuid[]) or enrolment.person_id = $5::uuid
  or exists (select from journey_party duty where duty.instance_id = journey.id
    and (duty.person_id = $5::uuid or (duty.role = 'centre' and duty.party_org = any($4::uuid[])))))`;

/** Whether an onlooker is shown the page as well: who sees all without a part in it is not, once its person's data are restricted. */
export const READ = `(not $1::boolean or exists (select 1 from enrolment where enrolment.journey_id = journey.id and ${UNRESTRICTED}))`;

/** $9: the journey, where the scope of $1 to $8 shows it. */
export const SHOWN = `${VISIBLE} and journey.id = $9 and journey.definition_key = 'participantJourney'`;

const IS_SHOWN = { name: 'journey-shown', text: `select 1 from instance journey where ${SHOWN}` };

/** $1: journeys. */
const PARTS = {
  name: 'journey-parts',
  text: `
  select journey.id, journey.org_id as "orgId", journey.status = 'final' as "isOver",
    coalesce((select jsonb_agg(jsonb_build_object('role', party.role, 'org', party.party_org, 'person', party.person_id))
      from journey_party party where party.instance_id = journey.id), '[]') as parties,
    coalesce((select jsonb_agg(jsonb_build_object('person', task.deputy, 'role', task.role)) from task
      where task.org_id = journey.org_id and task.instance_id = journey.id
      and task.deputy is not null and task.status in ('open', 'claimed')), '[]') as deputies
  from instance journey
  where journey.id = any($1::uuid[]) and journey.definition_key = 'participantJourney'`,
};

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
    async list(scope, filter, page, now) {
      const given = [...visibility(scope), now, ...filterValues(filter)];
      const found: JourneyLine[] = [];
      for (const { page: ids, after, order } of walksOf(scope, filter, page)) {
        const values = [...given, page.limit - found.length, ...after];
        found.push(...(await manager.query<JourneyLine[]>(LIST(ids, order), values)));
        if (found.length === page.limit) break;
      }
      return found;
    },
    async shows(scope, journeyId) {
      return (await prepared(manager, IS_SHOWN, [...visibility(scope), journeyId])).length > 0;
    },
    async partsOf(journeyIds) {
      return prepared<JourneyParts>(manager, PARTS, [journeyIds]);
    },
    board: (cohortId, scope, now) =>
      manager.query<StateCount[]>(BOARD, [...visibility(scope), cohortId, now]),
    stays: (cohortId, scope, now) =>
      manager.query<StateStay[]>(STAYS(`${VISIBLE} and ${LISTED}`), [...visibility(scope), cohortId, now]),
    async listedIn(cohortId, scope) {
      const rows = await manager.query<{ id: string }[]>(
        `select journey.id from instance journey where ${VISIBLE} and journey.cohort_id = $9 and ${LISTED}`,
        [...visibility(scope), cohortId],
      );
      return new Set(rows.map(({ id }) => id));
    },
    async idsOf(cohortId, scope, only) {
      const rows = await manager.query<{ id: string }[]>(
        `select journey.id from instance journey where ${VISIBLE} and journey.cohort_id = $9 and ${ENROLLED} and ($10::uuid[] is null or journey.id = any($10)) order by journey.id`,
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

const BY_DUE = 'journey.next_due, journey.id';
const BY_NAME = "coalesce(person.name, ''), journey.id";

/** The lines of a page of journeys, in its order. */
const LIST = (page: string, order: string = BY_DUE) => `
  select journey.id, journey.org_id as "orgId", cohort.id as "cohortId", cohort.name as "cohortName", cohort.zone, cohort.programme, cohort.pathway,
    enrolment.entry, enrolment.person_id as "personId", person.name, person.nip, agency.code as "agencyCode", agency.name as "agencyName",
    case when ${INCIDENT} then 'incident' else journey.status end as status, journey.state, journey.revision,
    journey.next_action as "nextAction", journey.next_owner as "nextOwner", ${instant('journey.next_due')} as "nextDue",
    (select why from deadline where deadline.org_id = journey.org_id and deadline.instance_id = journey.id
      and deadline.name = journey.next_deadline and deadline.status = 'armed') as "nextWhy",
    ${overdue('$9')} as overdue
  from (${page}) page
  join instance journey on journey.id = page.id
  join enrolment on enrolment.journey_id = journey.id
  join cohort on cohort.id = enrolment.cohort_id
  join organisation agency on agency.id = enrolment.agency_org_id
  left join person_data person on person.person_id = enrolment.person_id
  order by ${order}`;

/** The parameter of each filter, and what it asks of a journey with its enrolment. */
const FILTERS: [keyof JourneyFilter, string, string][] = [
  ['cohort', '$10::uuid', 'enrolment.cohort_id = $10::uuid'],
  [
    'state',
    '$11::text',
    `exists (select from unnest(journey.state) as path where path = $11::text or path like $11 || '.%')`,
  ],
  ['pathway', '$12::text', 'enrolment.cohort_id in (select id from cohort where pathway = $12::text)'],
  ['agency', '$13::text', 'enrolment.agency_org_id in (select id from organisation where code = $13::text)'],
  ['overdue', '$14::boolean', `${overdue('$9')} = $14::boolean`],
  [
    'q',
    '$15::text',
    `enrolment.person_id in (select person_id from person_data
      where name ilike '%' || $15::text || '%' or nip like $15 || '%')`,
  ],
];

/** In a cohort, and in the lists of whoever asks. */
const LISTED = `exists (select 1 from enrolment where enrolment.journey_id = journey.id and ${UNRESTRICTED})`;

/** Only what is asked for: beside an `or` Postgres would look at each journey for what a join finds at once. */
function wanted(filter: JourneyFilter): string {
  const asked = FILTERS.map(([name, value, condition]) =>
    filter[name] === undefined ? `${value} is null` : condition,
  );
  return [...asked, UNRESTRICTED].join(' and ');
}

const OF_PERSON = `join enrolment on enrolment.journey_id = journey.id`;

/** All that have a date, in the order of the armed deadlines; `offset 0` keeps the planner from sorting them instead. */
const BY_DEADLINE = (beginning: string) => `
  select deadline.instance_id as id from deadline cross join lateral (
    select from instance journey ${OF_PERSON}
    where journey.org_id = deadline.org_id and journey.id = deadline.instance_id
      and journey.next_deadline = deadline.name and ${VISIBLE} and ${wanted({})} and $9::timestamptz is not null offset 0) shown
  where deadline.status = 'armed' and ${beginning} order by deadline.due_at, deadline.instance_id limit $16`;

/** All that wait for no date. */
const BY_ID = (beginning: string) => `
  select journey.id from instance journey ${OF_PERSON}
  where journey.next_due is null and ${VISIBLE} and ${wanted({})} and ${beginning} order by journey.id limit $16`;

/** Those of the caller's organisations, and those that he or they are party to: few enough to be sorted. */
const SORTED = (filter: JourneyFilter, beginning: string) => `
  select journey.id from (
    select journey.id, journey.next_due from instance journey ${OF_PERSON}
    where ($1::boolean or journey.org_id = any($2::uuid[])) and ${wanted(filter)} and ${beginning}
    union
    select journey.id, journey.next_due from journey_party party
      join instance journey on journey.org_id = party.org_id and journey.id = party.instance_id ${OF_PERSON}
    where not $1 and ${PARTY} and ${wanted(filter)} and ${beginning}
    union
    select journey.id, journey.next_due from instance journey ${OF_PERSON}
    where not $1 and journey.org_id = any($7::uuid[] || $8::uuid[]) and ${PART} and ${wanted(filter)} and ${beginning}
    union
    select journey.id, journey.next_due from task
      join instance journey on journey.org_id = task.org_id and journey.id = task.instance_id ${OF_PERSON}
    where not $1 and task.deputy = $5::uuid and task.status in ('open', 'claimed') and ${PART} and ${wanted(filter)} and ${beginning}
  ) journey order by journey.next_due, journey.id limit $16`;

/** By the name, which stands in no index beside what the scope asks: what is found is sorted. */
const NAMED = (filter: JourneyFilter, beginning: string) => `
  select journey.id from instance journey ${OF_PERSON}
    left join person_data person on person.person_id = enrolment.person_id
  where ${VISIBLE} and ${wanted(filter)} and ${beginning} order by ${BY_NAME} limit $16`;

interface Walk {
  page: string;
  /** Values from $17 on. */
  after: unknown[];
  order?: string;
}

/**
 * Finds a page's ids. Whoever sees all journeys, and asks for nothing else, walks the armed deadlines and then what has no
 * date, until the page is full; a filter finds so few that they are sorted.
 */
function walksOf({ all }: Scope, filter: JourneyFilter, { order, after }: JourneyPage): Walk[] {
  if (order === 'name') return [named(filter, after)];
  const isWalked = all && Object.values(filter).every((value) => value === undefined);
  const undated = 'journey.next_due is null';
  if (after === null)
    return isWalked
      ? [BY_DEADLINE('true'), BY_ID('true')].map((page) => ({ page, after: [] }))
      : [{ page: SORTED(filter, 'true'), after: [] }];
  if (after.key === null) {
    const later = `${undated} and journey.id > $17::uuid`;
    return [{ page: isWalked ? BY_ID(later) : SORTED(filter, later), after: [after.id] }];
  }
  const later = '> ($17::timestamptz, $18::uuid)';
  const values = [after.key, after.id];
  return isWalked
    ? [
        { page: BY_DEADLINE(`(deadline.due_at, deadline.instance_id) ${later}`), after: values },
        { page: BY_ID('true'), after: [] },
      ]
    : [{ page: SORTED(filter, `((journey.next_due, journey.id) ${later} or ${undated})`), after: values }];
}

function named(filter: JourneyFilter, after: JourneyPage['after']): Walk {
  const later = `(coalesce(person.name, ''), journey.id) > ($17::text, $18::uuid)`;
  return after === null
    ? { page: NAMED(filter, 'true'), after: [], order: BY_NAME }
    : { page: NAMED(filter, later), after: [after.key ?? '', after.id], order: BY_NAME };
}

/**
 * Whether the scope shows the whole cohort: its counts then answer without a look at its journeys. Somebody whose data are
 * restricted is not among those whom an onlooker counts: what counts and list differ by would be he.
 */
const WHOLE = `exists (select 1 from cohort where cohort.id = $9 and (cohort.org_id = any($2::uuid[]) or $1::boolean
  and not exists (select 1 from enrolment where enrolment.cohort_id = cohort.id and not ${unrestricted('enrolment.person_id')})))`;

/**
 * Who is late is counted; beside it stand those whose date has passed and who have not been told yet, which is a matter of
 * moments. Whoever sees a part of the cohort only has that part counted for him.
 */
const BOARD = `
  with counted as (
    select state, n as count, case when late then n else 0 end as overdue
    from cohort_tally where cohort_id = $9 and folded and ${WHOLE}
    union all
    select state, n, case when late then n else 0 end
    from cohort_tally where cohort_id = $9 and not folded and ${WHOLE}
    union all
    select journey.tally_state, 0, count(*)
    from deadline join instance journey on journey.org_id = deadline.org_id and journey.id = deadline.instance_id
    where deadline.status = 'armed' and deadline.due_at < $10 and deadline.name = journey.next_deadline
      and journey.cohort_id = $9 and journey.status = 'live' and not journey.tally_late and ${WHOLE}
    group by journey.tally_state
    union all
    select journey.tally_state, count(*), count(*) filter (where ${overdue('$10')})
    from instance journey
    where ${VISIBLE} and ${LISTED} and journey.cohort_id = $9 and journey.tally_state is not null and not ${WHOLE}
    group by journey.tally_state
  )
  select state, sum(count)::int as count, sum(overdue)::int as overdue
  from counted group by state having sum(count) <> 0 order by state`;
