import { instant } from './instant.sql.js';

const COLUMNS = `id, org_id as "orgId", instance_id as "instanceId", kind, ref, cause, detail, message, status,
  occurrences, ${instant('at')} as at, ${instant('resolved_at')} as "resolvedAt"`;

/** The same failure again only counts up. */
export const COUNTED_UP = `on conflict (instance_id, kind, ref) where status = 'open' do update
      set occurrences = incident.occurrences + 1, cause = excluded.cause, detail = excluded.detail`;

export const OPEN_INCIDENT = {
  name: 'engine-incident-open',
  text: `insert into incident (id, org_id, instance_id, kind, ref, cause, detail, message, status, at)
    values ($1, coalesce($2, (select org_id from instance where id = $3)), $3, $4, $5, $6, $7, $8, 'open', $9)
    ${COUNTED_UP}
    returning id`,
};

export const INCIDENT = { name: 'engine-incident', text: `select ${COLUMNS} from incident where id = $1` };

export const INCIDENTS = {
  name: 'engine-incidents',
  text: `select ${COLUMNS} from incident
    where ($1::text is null or status = $1) and ($2::uuid is null or instance_id = $2) order by id desc limit $3`,
};

/** The message goes with it: it may hold personal data that nobody needs any more. */
export const RESOLVE_INCIDENT = {
  name: 'engine-incident-resolve',
  text: `update incident set status = 'resolved', resolved_at = $2, message = null where id = $1 and status = 'open'`,
};
