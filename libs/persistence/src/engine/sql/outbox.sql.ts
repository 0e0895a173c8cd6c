import { COUNTED_UP } from './incidents.sql.js';
import { instant } from './instant.sql.js';

/** Asked for by id, a fresh row needs no waiting; the moment before it is ready belongs to the unit's own nudge. */
export const CLAIM = {
  name: 'outbox-claim',
  text: `with ready as (
      select id from outbox
      where status = 'pending' and (lease_until is null or lease_until <= $2)
        and case when $1::uuid[] is null then next_attempt_at <= $2
          else id = any($1) and (attempts = 0 or next_attempt_at <= $2) end
      order by next_attempt_at, id limit $4
      for update skip locked
    ), leased as (
      update outbox set attempts = attempts + 1, lease_id = gen_random_uuid(), lease_until = $3
      from ready where outbox.id = ready.id
      returning outbox.*
    )
    select id, org_id as "orgId", instance_id as "instanceId", seq, ordinal, kind as type, payload as params,
      jsonb_build_object('id', actor_id, 'role', actor_role) as actor, ${instant('at')} as at, attempts,
      lease_id as "leaseId"
    from leased order by at, instance_id, seq, ordinal`,
};

const MINE = `id = $1 and lease_id = $2 and status = 'pending'`;

/** In the order of ids, so that two who hold the same rows never wait in a circle. */
export const HOLD = {
  name: 'outbox-hold',
  text: `select outbox.id from outbox join unnest($1::uuid[], $2::uuid[]) as mine (id, lease)
      on outbox.id = mine.id and outbox.lease_id = mine.lease
    where outbox.status = 'pending' order by outbox.id for update of outbox`,
};

/** Those that this transaction holds. */
export const ACK_HELD = {
  name: 'outbox-ack-held',
  text: `update outbox set status = 'done', done_at = $2, lease_id = null, lease_until = null where id = any($1)`,
};

export const ACK = {
  name: 'outbox-ack',
  text: `update outbox set status = 'done', done_at = $3, lease_id = null, lease_until = null where ${MINE}`,
};

/** Given up and seen are one: the row that is dead and its incident are written together or not at all. */
export const FAIL = {
  name: 'outbox-fail',
  text: `with failed as (
      update outbox set last_error = $3, lease_id = null, lease_until = null,
        status = case when $4::timestamptz is null then 'dead' else 'pending' end,
        next_attempt_at = coalesce($4, next_attempt_at)
      where ${MINE}
      returning id, org_id, instance_id, at
    )
    insert into incident (id, org_id, instance_id, kind, ref, cause, detail, status, at)
    select $5::uuid, org_id, instance_id, 'effect', id::text, $3, $6, 'open', at from failed where $4::timestamptz is null
    ${COUNTED_UP}`,
};

export const REVIVE = {
  name: 'outbox-revive',
  text: `update outbox set status = 'pending', attempts = 0, next_attempt_at = $2 where id = $1 and status = 'dead'`,
};

export const ANY_PENDING = {
  name: 'outbox-any-pending',
  text: `select exists (select from outbox where id = any($1) and status = 'pending' and last_error is null) as pending`,
};
