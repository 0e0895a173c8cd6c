import { INSTANCE } from './find.sql.js';
import { DEADLINE_COLUMNS } from './deadlines.sql.js';
import { instant } from './instant.sql.js';

/** By the last byte of the id, which is drawn by lot. */
const OF_PART = (at: string, of: string) => `get_byte(uuid_send(id), 15) % ${of}::integer = ${at}::integer`;

/** Ids in their order, as many as have $3 entries together by their revisions, and one at least. */
export const PAGE = {
  name: 'verify-page',
  text: `with few as (select id, revision from instance
      where ($1::uuid is null or id > $1) and ($2::uuid[] is null or id = any($2)) and ${OF_PART('$4', '$5')}
      order by id limit 500),
    summed as (select id, revision, sum(revision) over (order by id) as total from few)
    select id from summed where total - revision < $3 order by id`,
};

export const COUNT = {
  name: 'verify-count',
  text: `select count(*)::int as count from instance
    where ($1::uuid[] is null or id = any($1)) and ${OF_PART('$2', '$3')}`,
};

export const LAST_WRITE = {
  name: 'verify-last-write',
  text: `select ${instant('max(updated_at)')} as at from instance`,
};

const OWN = (table: string) => `from unnest($1::uuid[], $2::uuid[]) as own (org_id, id)
    join ${table} t on t.org_id = own.org_id and t.instance_id = own.id`;

export const INSTANCES = {
  name: 'verify-instances',
  text: `select ${INSTANCE} as instance, exists (select from incident where incident.instance_id = i.id
      and incident.kind = 'deadline' and incident.status = 'open') as parked
    from instance i where i.id = any($1) order by i.id`,
};

/** Everything that hangs on instances, by the name under which the record has it. */
export const PARTS = {
  entries: {
    name: 'verify-entries',
    text: `select t.instance_id as owner, t.seq, t.type, t.data, encode(t.salt, 'hex') as salt,
      encode(t.digest, 'hex') as digest, encode(t.prev_hash, 'hex') as "prevHash", encode(t.hash, 'hex') as hash,
      jsonb_build_object('id', t.actor_id, 'role', t.actor_role) as actor, ${instant('t.at')} as at,
      t.message_id as "messageId", t.definition_version as "definitionVersion",
      ${instant('t.redacted_at')} as "redactedAt", t.checkpoint
    ${OWN('event')} order by t.instance_id, t.seq`,
  },
  deadlines: {
    name: 'verify-deadlines',
    text: `select t.instance_id as owner, ${DEADLINE_COLUMNS('t')} as row ${OWN('deadline')} order by t.set_by_seq, t.id`,
  },
  outbox: {
    name: 'verify-outbox',
    text: `select t.instance_id as owner, t.id, t.seq, t.ordinal, t.kind, t.payload, t.status
    ${OWN('outbox')} order by t.seq, t.ordinal`,
  },
  tasks: {
    name: 'verify-tasks',
    text: `select t.instance_id as owner, t.id, t.kind, t.key, t.role, t.candidate_role as "candidateRole",
      t.due_deadline as "dueDeadline", ${instant('t.due_at')} as due, t.status, t.events,
      t.opened_by_seq as "openedBySeq", ${instant('t.closed_at')} as "closedAt"
    ${OWN('task')} order by t.opened_by_seq, t.id`,
  },
  flags: {
    name: 'verify-flags',
    text: `select t.instance_id as owner, t.id, t.seq, t.code, t.params ${OWN('flag')} order by t.seq, t.id`,
  },
  messages: {
    name: 'verify-messages',
    text: `select t.instance_id as owner, t.message_id as "messageId", (t.outcome ->> 'seq')::integer as seq
    ${OWN('inbox')} where t.outcome -> 'ok' = 'true'`,
  },
} as const;

/** Tables of which every row belongs to an instance; each has an index that begins with the two columns. */
export const OWNED_TABLES = ['event', 'inbox', 'deadline', 'outbox', 'task', 'flag'] as const;

/**
 * A page of the instance ids that a table knows, and whether the instance is there. One step down the index an id:
 * a log of a million entries is never read as a whole.
 */
export const OWNERS = (table: (typeof OWNED_TABLES)[number]) => ({
  name: `verify-owners-${table}`,
  text: `with recursive step (org_id, instance_id, n) as (
      (select org_id, instance_id, 1 from ${table} where (org_id, instance_id) > ($1::uuid, $2::uuid)
        order by org_id, instance_id limit 1)
      union all
      select next.org_id, next.instance_id, step.n + 1 from step, lateral (
        select org_id, instance_id from ${table} t where (t.org_id, t.instance_id) > (step.org_id, step.instance_id)
        order by t.org_id, t.instance_id limit 1) next
      where step.n < $3
    )
    select step.org_id as org, step.instance_id as id,
      exists (select from instance i where i.org_id = step.org_id and i.id = step.instance_id) as owned
    from step`,
});

/** The instance's lock comes first and stays in a statement of its own; see the engine's own writes. */
export const LOCK_AT_REVISION = {
  name: 'rebuild-lock',
  text: `select from instance where id = $1 and revision = $2 and head = decode($3, 'hex') for update`,
};

export const LAST_ENTRY = {
  name: 'rebuild-last-entry',
  text: `select max(seq) as seq from event where org_id = $1 and instance_id = $2`,
};

export const MEND_INSTANCE = {
  name: 'rebuild-instance',
  text: `update instance set snapshot = given -> 'snapshot',
      state = array(select jsonb_array_elements_text(given -> 'state')), status = given ->> 'status',
      definition_version = (given -> 'definition' ->> 'version')::integer,
      next_action = given -> 'next' ->> 'action', next_owner = given -> 'next' ->> 'owner',
      next_deadline = given -> 'next' ->> 'deadline', next_due = (given -> 'next' ->> 'due')::timestamptz,
      tally_state = given -> 'tally' ->> 'state', tally_late = (given -> 'tally' ->> 'late')::boolean,
      created_at = (given ->> 'createdAt')::timestamptz, updated_at = (given ->> 'updatedAt')::timestamptz
    from (select $1::jsonb as given) as mending
    where instance.org_id = (given ->> 'orgId')::uuid and instance.id = (given ->> 'id')::uuid`,
};

export const REMOVE_DEADLINES = {
  name: 'rebuild-remove-deadlines',
  text: `delete from deadline where org_id = $1 and instance_id = $2 and id = any($3)`,
};

export const PUT_DEADLINES = {
  name: 'rebuild-put-deadlines',
  text: `insert into deadline (org_id, id, instance_id, name, due_at, due_on, why, status, fired_at, set_by_seq, closed_by_seq)
    select $1, token, "instanceId", name, due, "on", why, status, "firedAt", "setBySeq", "closedBySeq"
    from jsonb_to_recordset($2::jsonb) as row (token uuid, "instanceId" uuid, name text, due timestamptz, "on" date,
      why jsonb, status text, "firedAt" timestamptz, "setBySeq" integer, "closedBySeq" integer)`,
};

/** The counters follow an instance that is put right, for they counted it as what it was stored as. */
export const MOVE_TALLY = {
  name: 'rebuild-move-tally',
  text: `insert into cohort_tally (org_id, cohort_id, state, late, n)
    select i.org_id, i.cohort_id, change.state, change.late, change.n
    from instance i cross join lateral (values (i.tally_state, i.tally_late, -1),
      ($2::jsonb ->> 'state', ($2::jsonb ->> 'late')::boolean, 1)) as change (state, late, n)
    where i.id = $1 and i.cohort_id is not null and change.state is not null
      and ($2::jsonb ->> 'state', ($2::jsonb ->> 'late')::boolean) is distinct from (i.tally_state, i.tally_late)`,
};
