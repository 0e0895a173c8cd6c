/** Rows on one person by section of his file; $1 the person. Ids of organisations and the technical stay out. */
const ACCOUNTS = 'select id from account where person_id = $1';
const JOURNEYS =
  'select journey_id from enrolment where person_id = $1 union select journey_id from enrolment_set_aside where person_id = $1';
const CERTIFICATES = 'select instance_id from certificate where person_id = $1';

const of = (table: string, columns: string, where: string, order: string) =>
  `select ${columns} from ${table} where ${where} order by ${order}`;

/** By the name of the section. */
export const SECTIONS: Record<string, string> = {
  person: of(
    'person_data',
    'nip, name, birth_date::text as "birthDate", sex, email, phone',
    'person_id = $1',
    'person_id',
  ),
  accounts: of('account', 'username, disabled_at as "disabledAt"', 'person_id = $1', 'username'),
  roles: `select membership.role, organisation.name as organisation, membership.since from membership
    join organisation on organisation.id = membership.organisation_id
    where membership.person_id = $1 or membership.account_id in (${ACCOUNTS}) order by 2, 1`,
  pastRoles: `select past.role, organisation.name as organisation, past.since, past.until, past.reason from past_membership past
    join organisation on organisation.id = past.organisation_id
    where past.person_id = $1 or past.account_id in (${ACCOUNTS}) order by past.until`,
  signIns: of(
    'auth_session',
    'created_at as "at", expires_at as "expiresAt", address, agent',
    `account_id in (${ACCOUNTS})`,
    'created_at',
  ),
  preferences: of('inbox_preference', 'own', 'recipient = $1', 'recipient'),
  savedViews: of('saved_view', 'name, filter', `owner = $1 or owner in (${ACCOUNTS})`, 'name'),
  taskNotes: of(
    'task_note',
    'kind, text, at',
    `author = $1 or task_id in (select id from task where instance_id in (${JOURNEYS}))`,
    'at, id',
  ),
  deputies: of(
    'deputy',
    'from_on::text as "fromOn", until_on::text as "untilOn", reason',
    'principal = $1',
    'from_on',
  ),
  enrolments: `select enrolment.journey_id as "journeyId", cohort.name as cohort, organisation.name as institute, agency.name as agency,
      enrolment.entry, enrolment.post_level as "postLevel", enrolment.target_post_level as "targetPostLevel", enrolment.unit,
      enrolment.post, enrolment.rank, enrolment.participation_certificate as "participationCertificate",
      enrolment.entered_on::text as "enteredOn"
    from enrolment join cohort on cohort.id = enrolment.cohort_id join organisation on organisation.id = enrolment.org_id
    join organisation agency on agency.id = enrolment.agency_org_id where enrolment.person_id = $1 order by enrolment.created_at`,
  undoneEnrolments: of(
    'enrolment_set_aside',
    'journey_id as "journeyId", enrolment, set_aside_at as "setAsideAt"',
    'person_id = $1',
    'set_aside_at',
  ),
  courses: of(
    'course_progress',
    'journey_id as "journeyId", course, stage, completed_on::text as "completedOn", score, progress',
    `journey_id in (${JOURNEYS})`,
    'journey_id, stage, course',
  ),
  // The title of a session for one class may tell which class that is (seed 002, Alternative II, stigma).
  attendance: `select case when session.class_name is null and session.group_name is null then session.title end as title, session.course, session.starts_at as "startsAt", attendance.present, attendance.note
    from timetable_attendance attendance join timetable_session session on session.id = attendance.session_id
    where attendance.journey_id in (${JOURNEYS}) order by session.starts_at`,
  developmentHours: of(
    'development_hours',
    'on_date::text as "onDate", hours, courses, programme',
    'person_id = $1',
    'on_date',
  ),
  transfers: of(
    'transfer',
    'from_journey as "fromJourney", to_journey as "toJourney", reason, at',
    `from_journey in (${JOURNEYS})`,
    'at',
  ),
  // Facts became events, which the journey's log tells as far as he may know them.
  imports: `select batch.at, batch.kind, row.row, row.outcome, row.cells from import_row row
    join import_batch batch on batch.id = row.batch_id where row.participant_id = $1 and batch.kind <> 'facts' order by batch.at, row.row`,
  profiles: of(
    'profile',
    'journey_id as "journeyId", event, assessed_on::text as "assessedOn", profile, reason, recorded_at as "recordedAt"',
    `journey_id in (${JOURNEYS})`,
    'recorded_at, seq',
  ),
  scores: of(
    'evaluation_score',
    'journey_id as "journeyId", component, score, indicator_ratings as "indicatorRatings", scored_at as "scoredAt"',
    `journey_id in (${JOURNEYS})`,
    'scored_at, component',
  ),
  feedback: of(
    'feedback',
    'journey_id as "journeyId", addressee, outcome, unmet, round, next_level as "nextLevel", issued_at as "issuedAt"',
    `journey_id in (${JOURNEYS})`,
    'issued_at, addressee',
  ),
  talentPool: of(
    'talent_pool_entry',
    'journey_id as "journeyId", outcome, level, assessed_on::text as "assessedOn", valid_until::text as "validUntil", entered_at as "enteredAt"',
    'person_id = $1',
    'entered_at',
  ),
  sessions: of(
    'session_log',
    'journey_id as "journeyId", session, kind, competency, held_on::text as "heldOn", ksa_items as "ksaItems", note, evidence, confirmed_at as "confirmedAt", voided_at as "voidedAt", void_reason as "voidReason"',
    `journey_id in (${JOURNEYS})`,
    'journey_id, session',
  ),
  certificates: of(
    'certificate',
    'serial, kind, journey_id as "journeyId", programme, level, issued_on::text as "issuedOn", valid_until::text as "validUntil", revoked_at as "revokedAt", revoke_reason as "revokeReason"',
    'person_id = $1',
    'created_at, serial',
  ),
  notices: of(
    'notification',
    'at, message, params, read_at as "readAt"',
    `person_id = $1 or (role = 'participant' and (journey_id in (${JOURNEYS}) or journey_id in (${CERTIFICATES})))`,
    'at, ground',
  ),
  inbox: of(
    'inbox_item',
    'at, kind, message, params, read_at as "readAt"',
    `recipient = $1 or recipient in (${ACCOUNTS})`,
    'at, id',
  ),
  letters: of(
    'mail',
    'created_at as "at", status, done_at as "doneAt"',
    `recipient = $1 or recipient in (${ACCOUNTS})`,
    'created_at, id',
  ),
  audit: `select entry.at, entry.action, entry.role, organisation.name as organisation,
      case when entry.person_id = $1 or entry.account_id in (${ACCOUNTS}) then true else false end as "byYourself",
      case when entry.person_id = $1 or entry.account_id in (${ACCOUNTS}) then entry.data end as data
    from audit_entry entry left join organisation on organisation.id = entry.actor_org
    where entry.subject = $1 or entry.person_id = $1 or entry.account_id in (${ACCOUNTS}) order by entry.n`,
  requests: of(
    'data_request',
    'kind, field, value, reason, status, asked_at as "askedAt", due_at as "dueAt", answer, answered_at as "answeredAt"',
    'person_id = $1',
    'asked_at',
  ),
};

/** Names, numbers and addresses of others who have a part in a person's journeys: companions, superiors, who acted, trainers. */
export const OTHERS = `
  with journeys as (${JOURNEYS}), people as (
    select person_id as id from journey_party where instance_id in (select journey_id from journeys) and person_id is not null
    union select person.id from event join person on person.id::text = event.actor_id
      where event.instance_id in (select journey_id from journeys)
    union select account.person_id from event join account on account.id::text = event.actor_id
      where event.instance_id in (select journey_id from journeys)
    union select data.person_id from enrolment join person_data data on data.nip = enrolment.superior_nip
      where enrolment.person_id = $1
    union select person_id from audit_entry where subject = $1
    union select account.person_id from audit_entry join account on account.id = audit_entry.account_id where subject = $1
    union select mate.person_id from enrolment own join enrolment mate on mate.cohort_id = own.cohort_id where own.person_id = $1
    union select id from unnest($2::uuid[]) as id
    union select account.person_id from account where account.id = any($2::uuid[])
  )
  select word from (
    select unnest(array[name, nip, email, phone]) as word from person_data
      where person_id in (select id from people) and person_id <> $1
    union select trainer_name from timetable_session session
      join timetable_attendance attendance on attendance.session_id = session.id
      where attendance.journey_id in (select journey_id from journeys)
    union select superior_nip from enrolment where person_id = $1
  ) words where word is not null and word <> ''`;
