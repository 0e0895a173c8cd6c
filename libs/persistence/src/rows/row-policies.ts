/** The role that callers' questions are asked as: owns nothing, may write nothing and is held to the policies below. */
export const READER = 'titian_reader';

/** What is set of a caller before his questions are asked, each as a comma-separated list; empty for none. */
export const CALLER_SETTINGS = [
  // 't' for whoever sees every journey.
  'all',
  // Institutes whose journeys, cohorts and groups are all visible.
  'owners',
  'cohorts',
  'groups',
  // As what he is party to journeys: organisations, and himself.
  'agencies',
  'centres',
  'person',
  'named',
  'coaching',
  'mentoring',
  // Under which he acts: the person, or the account without one.
  'me',
  'account',
  // organisation:role, as what a task may name him; empty for anything.
  'chosen',
  'orgs',
  // organisation:role, by which tasks are offered.
  'seats',
  'oversees',
  // Whose uploads, operations and incidents he looks after.
  'uploads',
  'operations',
  'incidents',
  'all_operations',
  'all_incidents',
  'all_letters',
  // Organisations that he keeps, with their units: their people, roles and standing.
  'kept',
  'all_kept',
  // Organisations whose audit he searches, and for which he answers what people ask about their data.
  'requests',
  'all_requests',
] as const;

export type CallerSetting = (typeof CALLER_SETTINGS)[number];

export const is = (name: CallerSetting) => `(select current_setting('titian.${name}', true) = 't')`;
export const list = (name: CallerSetting, type: 'uuid' | 'text') =>
  `(select coalesce(string_to_array(nullif(current_setting('titian.${name}', true), ''), ',')::${type}[], '{}'))::${type}[]`;
const one = (name: CallerSetting) => `(select nullif(current_setting('titian.${name}', true), '')::uuid)`;

const ALL = is('all');
const PART = `${list('agencies', 'uuid')}, ${list('centres', 'uuid')}, ${one('person')}, ${list('named', 'text')}, ${list('coaching', 'uuid')}, ${list('mentoring', 'uuid')}`;
const has = (name: CallerSetting, column: string) => `${column} = any(${list(name, 'uuid')})`;

/** Cheap answers first: who oversees or owns is told without a look at any row. */
const journey = (id: string, org = 'org_id') =>
  `(${ALL} or ${has('owners', org)} or journey_shows_v1(${org}, ${id}, ${PART}))`;

const ofJourney = journey('journey_id');
const ofInstance = journey('instance_id');

const person = `${one('account')} is not null and (${ALL} or person_id = ${one('person')}
  or person_shows_v1(person_id, ${list('owners', 'uuid')}, ${PART}, ${list('orgs', 'uuid')}))`;

const COHORT = `(${ALL} or ${has('cohorts', 'org_id')} or exists (select from enrolment where enrolment.cohort_id = cohort.id))`;

const TASK = `(assignee = ${one('me')} or deputy = ${one('me')} or ${has('oversees', 'org_id')}
  or candidates ? ${one('me')}::text
  or jsonb_array_length(candidates) = 0 and coalesce(candidate_org, org_id)::text || ':' || role = any(${list('seats', 'text')}))`;

const NOTICE = `(person_id = ${one('person')} or person_id is null and (${ALL} or ${has('owners', 'org_id')}
  or journey_id is not null and journey_shows_v1(org_id, journey_id, ${PART})))`;

const INCIDENT = `(${is('all_incidents')} or ${has('incidents', 'org_id')}
  or exists (select from instance where instance.id = incident.instance_id))`;

/**
 * Which rows of a table a caller is shown, by table. What is not listed the reader may not read at all. Each says the same
 * as the matrix of permissions about what the row belongs to.
 */
export const FIRST_POLICIES: Record<string, string> = {
  instance: journey('id'),
  event: ofInstance,
  deadline: ofInstance,
  inbox: ofInstance,
  outbox: ofInstance,
  flag: ofInstance,
  journey_party: ofInstance,
  task: TASK,
  incident: INCIDENT,
  incident_retry: 'exists (select from incident where incident.id = incident_id)',
  enrolment: ofJourney,
  enrolment_set_aside: `exists (select from import_batch where import_batch.id = batch_id)`,
  profile: ofJourney,
  course_progress: ofJourney,
  session_log: ofJourney,
  evaluation_score: ofJourney,
  certificate: ofJourney,
  feedback: ofJourney,
  talent_pool_entry: ofJourney,
  development_hours: ofJourney,
  timetable_attendance: ofJourney,
  transfer: journey('from_journey'),
  cohort: COHORT,
  cohort_tally: `(${ALL} or ${has('owners', 'org_id')})`,
  funnel_tally: `(${ALL} or ${has('owners', 'org_id')})`,
  group_decision: `(${ALL} or ${has('groups', 'org_id')})`,
  timetable_session: `(${ALL} or ${has('cohorts', 'org_id')} or trainer_id = ${one('person')}
    or exists (select from cohort where cohort.id = cohort_id))`,
  timetable_change: 'exists (select from timetable_session where timetable_session.id = session_id)',
  import_batch: `(${has('uploads', 'org_id')} or actor_id = ${one('me')}::text)`,
  import_row: 'exists (select from import_batch where import_batch.id = batch_id)',
  import_change: 'exists (select from import_batch where import_batch.id = batch_id)',
  bulk_operation: `(${is('all_operations')} or ${has('operations', 'org_id')})`,
  bulk_operation_item: 'exists (select from bulk_operation where bulk_operation.id = operation_id)',
  notification: NOTICE,
  reminder: 'exists (select from task where task.id = task_id)',
  task_note: 'exists (select from task where task.id = task_id)',
  saved_view: `owner = ${one('me')}`,
  inbox_item: `recipient = ${one('me')}`,
  inbox_preference: `recipient = ${one('me')}`,
  deputy: `(principal = ${one('me')} or deputy = ${one('me')})`,
  mail: `(${is('all_letters')} or recipient = ${one('me')} or exists (select from incident where incident.instance_id = mail.id))`,
  person_data: person,
  membership: `(role <> 'participant' and ${one('account')} is not null or ${ALL} or account_id = ${one('account')} or person_id = ${one('person')}
    or ${has('orgs', 'organisation_id')})`,
};

export const RESTRICTED = `kind = 'restriction' and status = 'accepted'
  and exists (select from person_data where person_data.person_id = data_request.person_id)`;

/** Whoever answers it is shown whose it is besides. */
export const REQUESTS = `(${RESTRICTED} or ${is('all_requests')} or person_kept_v1(person_id, ${list('requests', 'uuid')}))`;

/** Of sessions and tokens whose they are, and nothing that opens a door. */
export const OWN_POLICIES: Record<string, string> = {
  auth_session: `account_id = ${one('account')}`,
  api_token: `account_id = ${one('account')}`,
};

/** Whoever acts as one of his roles alone is shown what names him in that role. */
export const CHOSEN_TASK = `((assignee = ${one('me')} or deputy = ${one('me')} or candidates ? ${one('me')}::text)
    and (cardinality(${list('chosen', 'text')}) = 0 or is_chosen_v1(org_id, instance_id, role, ${list('chosen', 'text')}))
  or ${has('oversees', 'org_id')}
  or jsonb_array_length(candidates) = 0 and coalesce(candidate_org, org_id)::text || ':' || role = any(${list('seats', 'text')}))`;

/** Acts on what is the organisation's, and of its people. */
export const AUDITED = `(${is('all_requests')} or ${has('requests', 'org_id')} or ${has('requests', 'actor_org')})`;

/** Those of every migration. A table that comes later has its policy in a migration of its own, and is listed here. */
export const ROW_POLICIES: Record<string, string> = {
  ...FIRST_POLICIES,
  task: CHOSEN_TASK,
  data_request: REQUESTS,
  ...OWN_POLICIES,
  audit_entry: AUDITED,
};

/** Tables without anything of anybody: ids, published names, the sandbox's clock. */
export const OPEN_TABLES = ['organisation', 'accreditation', 'person', 'sandbox_clock', 'sandbox_load'];

/** Of accounts the name to be known by, and never the password. */
export const ACCOUNT_COLUMNS = ['id', 'username', 'person_id', 'sandbox', 'disabled_at'];
