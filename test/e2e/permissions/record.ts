import type { Client } from 'pg';
import {
  MEMBERSHIP_ROLES,
  type Caller,
  type CallerMembership,
  type PermissionObject,
  type Relation,
} from '#libs/access';

export interface Party {
  role: string;
  org: string;
  person: string | null;
}

export interface JourneyRow {
  id: string;
  org: string;
  cohort: string | null;
  person: string;
  name: string;
  nip: string;
  isOver: boolean;
  parties: Party[];
  deputies: string[];
}

/** One thing of the record, with all that says how somebody stands to it. */
export interface Thing {
  kind: PermissionObject;
  id: string;
  /** Who owns it; null where nobody does. */
  org: string | null;
  journeys: JourneyRow[];
  cohort?: string;
  enrolled?: string[];
  /** An account's: where it is at work. */
  organisations?: string[];
  /** Whose alone it is. */
  recipient?: string;
  task?: { role: string; org: string; people: string[]; candidates: string[] };
  trainer?: string | null;
  sender?: string;
  /** Of an organisation somebody's role there. */
  member?: string | null;
}

export interface Account extends Caller {
  /** Whether it belongs to an organisation that nothing of the record has to do with. */
  isStranger: boolean;
}

/** Everything of the record that permissions are about, read past all of the product's own questions. */
export interface WholeRecord {
  accounts: Account[];
  journeys: JourneyRow[];
  /** Other lives of the engine, with their parties. */
  certificates: JourneyRow[];
  things: Thing[];
  /** People who are known by name to those who work with them. */
  officials: Set<string>;
  /** Who holds an office where. */
  offices: { person: string; org: string; kind: string }[];
}

/**
 * A foreign organisation of every kind, and in it an account of every role: nothing in the record has to do with them. They
 * sign in with the password of `lembaga`.
 */
export async function settleStrangers(db: Client): Promise<void> {
  await db.query(`insert into organisation (id, code, kind, name, zone)
    select gen_random_uuid(), 'ASING-' || kind, kind, 'Asing ' || kind, 'Asia/Jakarta' from unnest(array['institute', 'agency', 'centre']) as kind`);
  for (const role of MEMBERSHIP_ROLES.filter((one) => one !== 'lan' && one !== 'operator')) {
    const kind = KIND_OF[role] ?? 'institute';
    await db.query(
      `with who as (insert into person (id) values (gen_random_uuid()) returning id),
         known as (insert into person_data (person_id, name) select id, 'Orang Asing ' || $1 from who),
         entry as (insert into account (id, username, password_hash, person_id, sandbox)
           select gen_random_uuid(), 'asing-' || $1, (select password_hash from account where username = 'lembaga'), who.id, true from who
           returning id)
       insert into membership (id, organisation_id, role, account_id, person_id)
         select gen_random_uuid(), organisation.id, $1, entry.id, null from entry, organisation where organisation.code = 'ASING-' || $2`,
      [role, kind],
    );
  }
}

const KIND_OF: Partial<Record<string, string>> = {
  agency: 'agency',
  superior: 'agency',
  participant: 'agency',
  centre: 'centre',
};

/** What the sandbox has none of: a session with its trainer, an incident, a letter that was given up, an operation. */
export async function addRare(db: Client): Promise<void> {
  for (const sql of RARE) await db.query(sql);
}

const COHORT = `(select cohort.id from cohort join organisation on organisation.id = cohort.org_id where code = 'LP-01' order by cohort.id limit 1)`;

const SOMEBODY = `(select person_id::text from account where username = 'lembaga')`;

const RARE = [
  `insert into saved_view (id, owner, name, filter) select gen_random_uuid(), coalesce(person_id, id), 'x', '{}' from account where username not like 'asing-%'`,
  `insert into task_note (id, org_id, task_id, kind, author, role, text, at)
   select gen_random_uuid(), org_id, id, 'comment', gen_random_uuid(), role, 'x', now() from task`,
  `insert into data_request (id, person_id, kind, reason, status, asked_at, due_at, answered_at)
   select gen_random_uuid(), person_id, 'restriction', 'x', 'accepted', now(), now(), now()
   from (select person_id from enrolment where cohort_id = ${COHORT} order by person_id limit 1) one`,
  `insert into timetable_session (org_id, id, cohort_id, kind, title, starts_at, ends_at, trainer_id, revision, batch_id, batch_row)
   select org_id, gen_random_uuid(), id, 'class', 'Pembukaan', '2026-01-05T08:00+07', '2026-01-05T10:00+07',
     (select person_id from account where username = 'penguji'), 1, gen_random_uuid(), 1 from cohort where id = ${COHORT}`,
  `insert into timetable_change (org_id, session_id, revision, change, clashes_allowed, actor_id, at)
   select org_id, id, 1, 'planned', false, ${SOMEBODY}, now() from timetable_session`,
  `insert into incident (id, org_id, instance_id, kind, ref, cause, detail, status, at)
   select gen_random_uuid(), org_id, id, 'message', 'x', 'x', 'x', 'open', now() from instance where cohort_id = ${COHORT} limit 1`,
  `insert into incident_retry (id, incident_id, act, outcome, actor_id, at) select gen_random_uuid(), id, 'retried', 'failed', ${SOMEBODY}, now() from incident`,
  `insert into mail (recipient, status, next_attempt_at, cause, created_at) select person_id, 'failed', now(), 'x', now() from enrolment where cohort_id = ${COHORT} limit 1`,
  `insert into incident (id, org_id, instance_id, kind, ref, cause, detail, status, at)
   select gen_random_uuid(), (select org_id from cohort where id = ${COHORT}), id, 'mail', id::text, 'x', 'x', 'open', now() from mail`,
  `insert into group_decision (org_id, id, cohort_id, kind, action, groups, decided_by, decided_at)
   select org_id, gen_random_uuid(), id, 'coaching', 'confirmed', '[]', ${SOMEBODY}, now() from cohort`,
  `insert into bulk_operation (org_id, id, ordered, reason, actor_id, actor_role, status, at, finished_at, acts)
   select org_id, gen_random_uuid(), '{"action": "suspend"}', 'dicoba', ${SOMEBODY}, 'institute', 'done', now(), now(),
     jsonb_build_array(jsonb_build_object('act', 'started', 'actorId', ${SOMEBODY}, 'at', '2026-01-05T01:00:00.000Z', 'reason', 'dicoba')) from cohort where id = ${COHORT}`,
  `insert into bulk_operation_item (operation_id, journey_id, status)
   select bulk_operation.id, (select id from instance where cohort_id = ${COHORT} limit 1), 'done' from bulk_operation`,
];

export async function readRecord(db: Client): Promise<WholeRecord> {
  const rows = async <Row>(sql: string): Promise<Row[]> => (await db.query(sql)).rows as Row[];
  const journeys = await rows<JourneyRow>(JOURNEYS);
  const byId = new Map(journeys.map((one) => [one.id, one]));
  const ofCohort = (id: string) => journeys.filter(({ cohort }) => cohort === id);
  const things: Thing[] = journeys.map((one) => ({
    kind: 'journey',
    id: one.id,
    org: one.org,
    journeys: [one],
  }));
  const cohorts = await rows<{ id: string; org: string }>('select id, org_id as org from cohort');
  const cohortThing = (kind: PermissionObject, id: string, cohort: { id: string; org: string }): Thing => ({
    ...{ kind, id, org: cohort.org, journeys: ofCohort(cohort.id), cohort: cohort.id },
    enrolled: ofCohort(cohort.id).map(({ person }) => person),
  });
  const cohortOf = new Map(cohorts.map((one) => [one.id, one]));
  things.push(...cohorts.map((one) => cohortThing('cohort', one.id, one)));
  for (const one of await rows<{ id: string; cohort: string; trainer: string | null }>(
    'select id, cohort_id as cohort, trainer_id as trainer from timetable_session',
  ))
    things.push({ ...cohortThing('session', one.id, cohortOf.get(one.cohort)!), trainer: one.trainer });
  for (const one of await rows<{ id: string; cohort: string; sender: string }>(
    'select id, cohort_id as cohort, actor_id as sender from import_batch',
  ))
    things.push({ ...cohortThing('upload', one.id, cohortOf.get(one.cohort)!), sender: one.sender });
  for (const { id, journey, ...task } of await rows<Thing['task'] & { id: string; journey: string }>(TASKS)) {
    const of = byId.get(journey);
    if (of) things.push({ kind: 'task', id, org: of.org, journeys: [of], task });
  }
  for (const one of await rows<{ id: string; org: string; journey: string }>(
    'select serial as id, org_id as org, journey_id as journey from certificate',
  ))
    things.push({ kind: 'certificate', id: one.id, org: one.org, journeys: [byId.get(one.journey)!] });
  for (const one of await rows<{ id: string; member: string | null }>(
    `select id, (select id from membership where organisation_id = organisation.id order by id limit 1) as member from organisation`,
  ))
    things.push({ kind: 'organisation', ...one, org: one.id, journeys: [] });
  for (const one of await rows<{ id: string; organisations: string[] }>(
    `select id, array(select organisation_id from membership where account_id = account.id)::text[] as organisations from account`,
  ))
    things.push({ kind: 'account', ...one, org: null, journeys: [] });
  for (const one of await rows<{ id: string; recipient: string }>(
    'select distinct on (recipient) id, recipient from inbox_item order by recipient, id',
  ))
    things.push({ kind: 'account', ...one, org: null, journeys: [] });
  for (const [kind, sql] of OWNED)
    for (const one of await rows<{ id: string; org: string | null }>(sql))
      things.push({ kind, ...one, journeys: [] });
  return {
    accounts: await rows<Account>(ACCOUNTS),
    journeys,
    certificates: await rows<JourneyRow>(CERTIFICATES),
    things,
    officials: new Set((await rows<{ id: string }>(OFFICIALS)).map(({ id }) => id)),
    offices: await rows<{ person: string; org: string; kind: string }>(OFFICES),
  };
}

const JOURNEYS = `
  select instance.id, instance.org_id as org, enrolment.cohort_id as cohort, enrolment.person_id as person, data.name, data.nip,
    instance.status = 'final' as "isOver",
    coalesce((select json_agg(json_build_object('role', role, 'org', party_org, 'person', person_id)) from journey_party
      where instance_id = instance.id), '[]') as parties,
    array(select deputy::text from task where instance_id = instance.id and deputy is not null and status in ('open', 'claimed')) as deputies
  from instance join enrolment on enrolment.journey_id = instance.id join person_data data on data.person_id = enrolment.person_id
  where definition_key = 'participantJourney' order by instance.id`;

const CERTIFICATES = `
  select id, org_id as org, null as cohort, person_id as person, '' as name, '' as nip, true as "isOver", '{}'::text[] as deputies,
    coalesce((select json_agg(json_build_object('role', role, 'org', party_org, 'person', person_id)) from journey_party
      where instance_id = instance.id), '[]') as parties
  from instance where definition_key <> 'participantJourney'`;

const TASKS = `
  select id, instance_id as journey, role, coalesce(candidate_org, org_id) as org,
    array_remove(array[assignee::text, deputy::text], null) as people, array(select jsonb_array_elements_text(candidates)) as candidates
  from task where status in ('open', 'claimed') order by id`;

const OWNED: [PermissionObject, string][] = [
  ['operation', 'select id, org_id as org from bulk_operation'],
  [
    'incident',
    `select incident.id, coalesce(incident.org_id, instance.org_id) as org from incident left join instance on instance.id = incident.instance_id`,
  ],
  ['letter', 'select id, null as org from mail'],
];

const ACCOUNTS = `
  select account.id as "accountId", account.person_id as "personId", username, username like 'asing-%' as "isStranger",
    (select json_agg(json_build_object('org', organisation.id, 'orgCode', code, 'kind', kind, 'role', role, 'units', case
        when kind = 'agency' and role in ('agency', 'admin') then array(select unit.id from organisation unit where unit.parent_id = organisation.id)
        else '{}' end))
      from membership join organisation on organisation.id = organisation_id where account_id = account.id) as memberships
  from account order by username`;

const OFFICES = `
  select coalesce(membership.person_id, account.person_id) as person, organisation.id as org, kind
  from membership left join account on account.id = account_id join organisation on organisation.id = organisation_id
  where role <> 'participant' and coalesce(membership.person_id, account.person_id) is not null`;

const OFFICIALS = `
  select coalesce(membership.person_id, account.person_id) as id from membership left join account on account.id = account_id
  where role <> 'participant' and coalesce(membership.person_id, account.person_id) is not null
  union select person_id from journey_party where role in ('coach', 'mentor') and person_id is not null`;

/** How a membership stands to a thing; reckoned here from the rows alone. */
export function standing(account: Account, membership: CallerMembership, thing: Thing): Relation[] {
  const me = account.personId ?? account.accountId;
  const { role, org, units = [], kind } = membership;
  const found = new Set<Relation>(['all']);
  const owns = kind === 'institute' && thing.org === org;
  if (owns) found.add('owner');
  const reached = [org, ...units];
  if (thing.kind === 'organisation' && reached.includes(thing.id)) found.add('owner');
  if (thing.organisations?.length && thing.organisations.every((one) => reached.includes(one)))
    found.add('owner');
  if (thing.recipient !== undefined && thing.recipient === me) found.add('self');
  for (const journey of thing.journeys) {
    const names = (...roles: string[]) =>
      journey.parties.some(
        (party) => party.person === account.personId && party.person !== null && roles.includes(party.role),
      );
    const party = (as: string) => journey.parties.some((one) => one.role === as && reached.includes(one.org));
    if (names('participant')) found.add('own');
    if (names('coach', 'mentor')) found.add('named');
    if (account.personId !== null && journey.deputies.includes(account.personId)) found.add('deputy');
    if (party('agency')) found.add('agency');
    if (party('centre')) found.add('centre');
    const isNamed = journey.parties.some((one) => one.role === role && one.person !== null);
    if (kind === 'institute' && journey.org === org && !journey.isOver && !isNamed) found.add('vacant');
  }
  if (thing.trainer !== undefined && thing.trainer !== null && thing.trainer === account.personId)
    found.add('leads');
  if (thing.sender === me) found.add('sent');
  if (thing.task && isOffered(thing.task, me, role, reached)) found.add('offered');
  return [...found];
}

function isOffered(
  { people, candidates, ...task }: NonNullable<Thing['task']>,
  me: string,
  role: string,
  reached: string[],
): boolean {
  if (people.includes(me) || candidates.includes(me)) return true;
  return candidates.length === 0 && task.role === role && reached.includes(task.org);
}
