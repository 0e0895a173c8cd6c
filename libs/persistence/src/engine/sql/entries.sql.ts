import { instant } from './instant.sql.js';

export const ENTRIES = {
  name: 'engine-entries',
  text: `select e.seq, e.type, e.data, encode(e.salt, 'hex') as salt, encode(e.digest, 'hex') as digest,
      encode(e.prev_hash, 'hex') as "prevHash", encode(e.hash, 'hex') as hash,
      jsonb_build_object('id', e.actor_id, 'role', e.actor_role) as actor, ${instant('e.at')} as at,
      e.message_id as "messageId", e.definition_version as "definitionVersion",
      ${instant('e.redacted_at')} as "redactedAt", e.checkpoint
    from event e join instance i on i.org_id = e.org_id and i.id = e.instance_id
    where i.id = $1 order by e.seq`,
};
