import { instant } from './instant.sql.js';

/** The last byte of an instance's id is random, so shards are even. */
const SHARD = (shards: string): string => `get_byte(uuid_send(d.instance_id), 15) % ${shards}`;

/** An index scan of what is armed up to the horizon; whoever fires a shelf re-checks under each instance. */
export const BUCKETS = {
  name: 'delivery-buckets',
  text: `select ${instant(`date_trunc('minute', d.due_at)`)} as minute, ${SHARD('$2::integer')} as shard
    from deadline d join instance i on i.org_id = d.org_id and i.id = d.instance_id
    where d.status = 'armed' and d.due_at <= $1 and i.status = 'live'
      and not exists (select from incident where incident.instance_id = d.instance_id
        and incident.kind = 'deadline' and incident.status = 'open')
    group by date_trunc('minute', d.due_at), ${SHARD('$2::integer')}
    order by 1, 2`,
};

/** What lies on a shelf and is due. What sleeps or is parked is left alone. */
export const ON_SHELF = {
  name: 'delivery-on-shelf',
  text: `select d.org_id as "orgId", d.instance_id as "instanceId", d.id as token, d.name, ${instant('d.due_at')} as due
    from deadline d join instance i on i.org_id = d.org_id and i.id = d.instance_id
    where d.status = 'armed' and i.status = 'live'
      and d.due_at >= $1::timestamptz and d.due_at < $1::timestamptz + interval '1 minute' and d.due_at <= $4
      and ${SHARD('$3::integer')} = $2::integer
      and not exists (select from incident where incident.instance_id = d.instance_id
        and incident.kind = 'deadline' and incident.status = 'open')
    order by d.due_at, d.instance_id, d.name
    limit $5`,
};
