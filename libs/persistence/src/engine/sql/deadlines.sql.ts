import { instant } from './instant.sql.js';

export const DEADLINE_COLUMNS = (d: string): string => `jsonb_build_object('token', ${d}.id,
  'instanceId', ${d}.instance_id, 'name', ${d}.name, 'due', ${instant(`${d}.due_at`)}, 'on', ${d}.due_on,
  'why', ${d}.why, 'status', ${d}.status, 'firedAt', ${instant(`${d}.fired_at`)}, 'setBySeq', ${d}.set_by_seq,
  'closedBySeq', ${d}.closed_by_seq)`;

export const DEADLINES = {
  name: 'engine-deadlines',
  text: `select ${DEADLINE_COLUMNS('d')} as deadline from deadline d join instance i on i.org_id = d.org_id and i.id = d.instance_id
    where i.id = $1 order by d.due_at, d.name, d.id`,
};

/** Takes no locks: whoever fires it re-checks under the instance. What sleeps or is parked is left alone. */
export const DUE = {
  name: 'engine-due',
  text: `select d.org_id as "orgId", d.instance_id as "instanceId", d.id as token, d.name, ${instant('d.due_at')} as due
    from deadline d join instance i on i.org_id = d.org_id and i.id = d.instance_id
    where d.status = 'armed' and d.due_at <= $1 and i.status = 'live'
      and not exists (select from incident where incident.instance_id = d.instance_id
        and incident.kind = 'deadline' and incident.status = 'open')
    order by d.due_at, d.instance_id, d.name
    limit $2`,
};
