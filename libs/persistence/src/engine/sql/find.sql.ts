import { DEADLINE_COLUMNS } from './deadlines.sql.js';
import { instant } from './instant.sql.js';

export const INSTANCE = `jsonb_build_object('orgId', i.org_id, 'id', i.id,
    'definition', jsonb_build_object('key', i.definition_key, 'version', i.definition_version),
    'snapshot', i.snapshot, 'state', i.state, 'status', i.status, 'revision', i.revision,
    'head', encode(i.head, 'hex'), 'next', jsonb_build_object('action', i.next_action, 'owner', i.next_owner,
    'deadline', i.next_deadline, 'due', ${instant('i.next_due')}), 'personId', i.person_id, 'cohortId', i.cohort_id,
    'links', i.links, 'createdAt', ${instant('i.created_at')}, 'updatedAt', ${instant('i.updated_at')})`;

/** Takes no lock: the guarded write finds out whether somebody was faster. */
export const FIND = {
  name: 'engine-find',
  text: `select ${INSTANCE} as instance,
      case when b.message_id is not null then jsonb_build_object('messageId', b.message_id,
        'salt', encode(b.salt, 'hex'), 'digest', encode(b.digest, 'hex'), 'outcome', b.outcome) end as seen,
      case when d.id is not null then ${DEADLINE_COLUMNS('d')} end as deadline
    from instance i
    left join inbox b on b.org_id = i.org_id and b.instance_id = i.id and b.message_id = $2
    left join deadline d on d.org_id = i.org_id and d.id = $3 and d.instance_id = i.id
    where i.id = $1`,
};

/** A statement of its own, before the look: a lock within the look would join it with rows of an older snapshot. */
export const LOCK = { name: 'engine-lock', text: `select from instance where id = $1 for update` };

export const INSTANCE_BY_ID = {
  name: 'engine-instance',
  text: `select ${INSTANCE} as instance from instance i where i.id = $1`,
};

export const INSTANCE_IDS = {
  name: 'engine-instance-ids',
  text: `select id from instance where $1::uuid is null or id > $1 order by id limit $2`,
};
