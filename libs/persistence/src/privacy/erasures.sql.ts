/** $1 people: their journeys, their certificates' own instances, and journeys that an undone import set aside. */
export const JOURNEYS_OF = `
  select id from instance where person_id = any($1)
  union select instance_id from certificate where person_id = any($1)
  union select journey_id from enrolment_set_aside where person_id = any($1)`;

const THEIR = `in (${JOURNEYS_OF})`;
const THEIR_ACCOUNTS = `(select id from account where person_id = any($1))`;

/** What goes or is emptied, in this order; what is counted keeps its rows. $1 people, $2 those of them whose names stay with their acts. */
export const ERASURES: readonly (readonly [string, string])[] = [
  [
    'sessions',
    `update session_log set note = null, evidence = null, void_reason = case when voided_at is null then null else '—' end
    where journey_id ${THEIR}`,
  ],
  ['profiles', `update profile set reason = null where reason is not null and journey_id ${THEIR}`],
  [
    'attendance',
    `update timetable_attendance set note = null where note is not null and journey_id ${THEIR}`,
  ],
  ['transfers', `update transfer set reason = '—' where from_journey ${THEIR}`],
  [
    'certificates',
    `update certificate set revoke_reason = '—' where revoke_reason is not null and person_id = any($1)`,
  ],
  [
    'superiors',
    `update enrolment set superior_nip = null
    where superior_nip in (select nip from person_data where person_id = any($1))`,
  ],
  [
    'enrolments',
    `update enrolment set unit = '', post = '', rank = '', superior_nip = null, participation_certificate = null
    where person_id = any($1)`,
  ],
  ['enrolments', `update enrolment_set_aside set enrolment = '{}' where person_id = any($1)`],
  [
    'importRows',
    `update import_row set cells = null, warnings = '[]' where participant_id = any($1) or journey_id ${THEIR}`,
  ],
  ['importRows', `delete from import_change where person_id = any($1)`],
  ['inbox', `delete from inbox_item where recipient = any($1) or recipient in ${THEIR_ACCOUNTS}`],
  [
    'letters',
    `update mail set cause = null where cause is not null and (recipient = any($1) or recipient in ${THEIR_ACCOUNTS})`,
  ],
  ['preferences', `delete from inbox_preference where recipient = any($1) or recipient in ${THEIR_ACCOUNTS}`],
  ['preferences', `delete from saved_view where owner = any($1) or owner in ${THEIR_ACCOUNTS}`],
  [
    'sessions',
    `delete from task_note where author = any($1) or addressee = any($1)
      or task_id in (select id from task where instance_id ${THEIR})`,
  ],
  ['deputies', `delete from deputy where principal = any($1) or deputy = any($1)`],
  ['requests', `delete from data_request where person_id = any($1)`],
  [
    'roles',
    `delete from past_membership where (person_id = any($1) and person_id <> all($2))
      or account_id in (select id from account where person_id = any($1) and person_id <> all($2))`,
  ],
  [
    'roles',
    `update past_membership set reason = '—', account_id = null,
       person_id = coalesce(person_id, (select person_id from account where account.id = account_id))
     where coalesce(person_id, (select person_id from account where account.id = account_id)) = any($2)
       and $1::uuid[] is not null`,
  ],
  ['roles', `delete from membership where person_id = any($1) or account_id in ${THEIR_ACCOUNTS}`],
  ['accounts', `delete from account where person_id = any($1)`],
  ['identity', `delete from person_data where person_id = any($1) and person_id <> all($2)`],
  [
    'identity',
    `update person_data set nip = null, birth_date = null, sex = null, email = null, phone = null
     where person_id = any($1) and person_id = any($2)`,
  ],
];
