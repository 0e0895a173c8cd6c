import { COUNTED_UP } from '../engine/sql/incidents.sql.js';

/** In order of time, as every id of an incident. */
const ID_BY_TIME = `(select (substr(ms, 1, 8) || '-' || substr(ms, 9, 4) || '-7' || substr(gen_random_uuid()::text, 16))::uuid
    from lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') as ms)`;

/**
 * An incident for each letter among rows of `mail` that was given up. Its institute is that of what the letter says, if
 * that is one: it knows the reader's right address; LAN sees to the others. A letter is about no one journey, so that it
 * stands for itself.
 */
export const openMailIncidents = (rows: string) => `insert into incident
    (id, org_id, instance_id, kind, ref, cause, detail, status, at)
  select ${ID_BY_TIME}, (select case when count(distinct item.org_id) = 1 then min(item.org_id::text)::uuid end
      from inbox_item item where item.mail_id = mail.id),
    mail.id, 'mail', mail.id::text, coalesce(mail.cause, ''), '', 'open', mail.created_at
  from ${rows} as mail where mail.status = 'failed'
  ${COUNTED_UP}`;

/** Gives a letter back for its next attempt, or for good together with its incident: never the one without the other. */
export const FAIL_MAIL = `with failed as (
    update mail set cause = $3, lease_id = null, lease_until = null,
      status = case when $4::timestamptz is null then 'failed' else 'pending' end,
      next_attempt_at = coalesce($4, next_attempt_at)
    where id = $1 and lease_id = $2 and status = 'pending' returning *
  ), told as (${openMailIncidents('failed')})
  select count(*)::int as count from failed`;

/** $2 wall time, $3 business time. */
export const RETRY_MAIL = `with revived as (
    update mail set status = 'pending', attempts = 0, next_attempt_at = $2 where id = $1 and status = 'failed' returning id
  ), over as (
    update incident set status = 'resolved', resolved_at = $3 from revived
    where incident.kind = 'mail' and incident.ref = revived.id::text and incident.status = 'open'
  )
  select count(*)::int as count from revived`;
