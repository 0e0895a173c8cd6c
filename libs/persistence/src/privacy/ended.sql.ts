const ACCOUNTS = '(select id from account where account.person_id = person.id)';
const OWN = `journey.person_id = person.id and journey.definition_key = 'participantJourney'`;

/**
 * A journey ends on the day of its last event in its cohort's zone: the row of the instance is touched by whatever mends it, and
 * redaction appends an entry long after.
 */
const JOURNEY_ENDED = `(select max((last.at at time zone coalesce(cohort.zone, 'Asia/Jakarta'))::date) from instance journey
    left join enrolment on enrolment.journey_id = journey.id left join cohort on cohort.id = enrolment.cohort_id
    cross join lateral (select event.at from event where event.org_id = journey.org_id and event.instance_id = journey.id
      and event.type <> 'entryRedacted' order by event.seq desc limit 1) last
    where ${OWN})`;

const PAPERS_ENDED = `(select max(coalesce(certificate.valid_until, certificate.issued_on)) from certificate
    where certificate.person_id = person.id)`;

const pastRoles = (
  role: string,
) => `(select max((past.until at time zone 'Asia/Jakarta')::date) from past_membership past
    where (past.person_id = person.id or past.account_id in ${ACCOUNTS}) and ${role})`;

/** As which one acts for others. */
const ACTED = `past.role not in ('participant', 'lms', 'admin', 'operator')`;

/** Whoever has neither journey nor role, and never had: since what the audit last says of him. */
const LAST_HEARD_OF = `(select max((entry.at at time zone 'Asia/Jakarta')::date) from audit_entry entry
    where entry.subject = person.id and entry.action not like '%.read' and entry.action <> 'audit.blanked')`;

/**
 * People of whom nothing is under way: every journey has ended, no paper is valid any more, no role is held, nobody is accompanied;
 * with the day on which the last of it ended. $1 by when that must have been, $2 organisations or null for all, $3 by when the last
 * role of an official must have ended for his name to go as well, $4 among whom or null for everybody.
 */
export const ENDED = `
  select person.id as "personId", data.name, place.institute, span.ended_on::text as "endedOn", place.journeys,
    person.redacted_at is null and coalesce(span.acted_until >= $3::date, false) as "keepsName"
  from person
  join person_data data on data.person_id = person.id
  cross join lateral (select min(organisation.name) as institute, count(*)::int as journeys from instance journey
    join organisation on organisation.id = journey.org_id where ${OWN}) place
  cross join lateral (select ${pastRoles(ACTED)} as acted_until,
    greatest(${JOURNEY_ENDED}, ${PAPERS_ENDED}, ${pastRoles('true')},
      case when place.journeys = 0 and ${pastRoles('true')} is null then ${LAST_HEARD_OF} end) as ended_on) span
  where ($4::uuid[] is null or person.id = any($4))
    and not exists (select from instance journey where ${OWN} and journey.status <> 'final')
    and not exists (select from membership where (membership.person_id = person.id or membership.account_id in ${ACCOUNTS})
      and (membership.role <> 'participant' or place.journeys = 0))
    and not exists (select from journey_party party join instance journey on journey.org_id = party.org_id and journey.id = party.instance_id
      where party.person_id = person.id and party.role <> 'participant' and journey.status <> 'final')
    and ($2::uuid[] is null
      or not exists (select from instance journey where ${OWN} and journey.org_id <> all($2))
        and not exists (select from past_membership past where (past.person_id = person.id or past.account_id in ${ACCOUNTS})
          and past.organisation_id <> all($2))
        and (place.journeys > 0 or ${pastRoles('true')} is not null))
    and case when person.redacted_at is null then span.ended_on < $1::date else span.acted_until < $3::date end
  order by span.ended_on, person.id`;
