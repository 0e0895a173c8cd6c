import { DEADLINE_COLUMNS } from './deadlines.sql.js';
import { instant } from './instant.sql.js';

export const INSTANCE = `jsonb_build_object('orgId', i.org_id, 'id', i.id,
    'definition', jsonb_build_object('key', i.definition_key, 'version', i.definition_version),
    'snapshot', i.snapshot, 'state', i.state, 'status', i.status, 'revision', i.revision,
    'head', encode(i.head, 'hex'), 'next', jsonb_build_object('action', i.next_action, 'owner', i.next_owner,
    'deadline', i.next_deadline, 'due', ${instant('i.next_due')}), 'tally', case when i.tally_state is not null then
    jsonb_build_object('state', i.tally_state, 'late', i.tally_late) end, 'personId', i.person_id, 'cohortId', i.cohort_id,
    'links', i.links, 'createdAt', ${instant('i.created_at')}, 'updatedAt', ${instant('i.updated_at')})`;

/**
 * What a step needs of an instance, as columns: to build and print a snapshot twice costs more than all the rest. What the
 * step replaces anyway is not read.
 */
const COLUMNS = `i.org_id as "orgId", i.id, i.definition_key as key, i.definition_version as version, i.snapshot, i.revision,
    encode(i.head, 'hex') as head, i.tally_state as "tallyState", i.tally_late as "tallyLate", i.person_id as "personId",
    i.cohort_id as "cohortId", i.links`;

const SEEN = `case when b.message_id is not null then jsonb_build_object('messageId', b.message_id,
        'salt', encode(b.salt, 'hex'), 'digest', encode(b.digest, 'hex'), 'outcome', b.outcome) end as seen`;

const DEADLINE = `case when d.id is not null then ${DEADLINE_COLUMNS('d')} end as "deadlineRow"`;

/** Takes no lock: the guarded write finds out whether somebody was faster. */
export const FIND = {
  name: 'engine-find',
  text: `select ${COLUMNS}, ${SEEN}
    from instance i
    left join inbox b on b.org_id = i.org_id and b.instance_id = i.id and b.message_id = $2
    where i.id = $1`,
};

/** The same together with the row of a deadline. */
export const FIND_DUE = {
  name: 'engine-find-due',
  text: `select ${COLUMNS}, ${SEEN}, ${DEADLINE}
    from instance i
    left join inbox b on b.org_id = i.org_id and b.instance_id = i.id and b.message_id = $2
    left join deadline d on d.org_id = i.org_id and d.id = $3 and d.instance_id = i.id
    where i.id = $1`,
};

export const FIND_MANY = {
  name: 'engine-find-many',
  text: `select asked.place::integer as place, ${COLUMNS}, ${SEEN}
    from unnest($1::uuid[], $2::text[]) with ordinality as asked (id, message, place)
    join instance i on i.id = asked.id
    left join inbox b on b.org_id = i.org_id and b.instance_id = i.id and b.message_id = asked.message`,
};

export const FIND_MANY_DUE = {
  name: 'engine-find-many-due',
  text: `select asked.place::integer as place, ${COLUMNS}, ${SEEN}, ${DEADLINE}
    from unnest($1::uuid[], $2::text[], $3::uuid[]) with ordinality as asked (id, message, token, place)
    join instance i on i.id = asked.id
    left join inbox b on b.org_id = i.org_id and b.instance_id = i.id and b.message_id = asked.message
    left join deadline d on d.org_id = i.org_id and d.id = asked.token and d.instance_id = i.id`,
};

/** A statement of its own, before the look: a lock within the look would join it with rows of an older snapshot. */
export const LOCK = { name: 'engine-lock', text: `select from instance where id = $1 for update` };

const UUID = /^[0-9a-f-]{36}$/i;

/**
 * The beginning of a batch in one round trip. The settings hold for the transaction: its joins are of given keys with
 * tables, whatever stale statistics say of their size.
 */
export const BEGIN = `begin; set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off`;

/** The same for instances that others are at work on; without parameters, as several statements at once must be. */
export function beginLocked(ids: readonly string[]): string {
  const given = ids.map((id) => {
    if (!UUID.test(id)) throw new Error(`${id} is no id of an instance`);
    return `'${id}'`;
  });
  return `${BEGIN}; select from instance where id in (${given.join(',')}) order by id for update`;
}

export const INSTANCE_BY_ID = {
  name: 'engine-instance',
  text: `select ${INSTANCE} as instance from instance i where i.id = $1`,
};

export const INSTANCE_IDS = {
  name: 'engine-instance-ids',
  text: `select id from instance where $1::uuid is null or id > $1 order by id limit $2`,
};
