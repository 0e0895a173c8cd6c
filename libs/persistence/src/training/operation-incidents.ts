import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { IncidentBook, IncidentFilter, IncidentRow, RunScope } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { usernameOf } from './operation-people.sql.js';

export function incidentBook(manager: EntityManager): IncidentBook {
  return {
    list: (scope, filter, { limit, after }) =>
      manager.query<IncidentRow[]>(
        `${ROW} where ${MATCHES} and ($7::uuid is null or incident.id < $7) order by incident.id desc limit $8`,
        [...values(scope, filter), after, limit],
      ),
    async byId(scope, id) {
      const rows = await manager.query<IncidentRow[]>(`${ROW} where ${MATCHES} and incident.id = $7`, [
        ...values(scope, {}),
        id,
      ]);
      return rows[0] ?? null;
    },
    async open(scope, { ids, ...filter }, limit) {
      const rows = await manager.query<{ id: string }[]>(
        `select incident.id ${FROM} where ${MATCHES} and ($7::uuid[] is null or incident.id = any($7))
           and (incident.kind <> 'message' or incident.message is not null)
         order by incident.id limit $8`,
        [...values(scope, { ...filter, status: 'open' }), ids ?? null, limit],
      );
      return rows.map(({ id }) => id);
    },
    async count(scope, filter) {
      const [row] = await manager.query<{ count: number }[]>(
        `select count(*)::int as count ${FROM} where ${MATCHES}`,
        values(scope, filter),
      );
      return row?.count ?? 0;
    },
    async record({ incidentId, act, outcome, code, detail, reason, actorId, at }) {
      await manager.query(
        `insert into incident_retry (id, incident_id, act, outcome, code, detail, reason, actor_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [v7(), incidentId, act, outcome, code, detail && JSON.stringify(detail), reason, actorId, at],
      );
    },
    async letterOf(incidentId) {
      const [row] = await manager.query<{ letter: string }[]>(
        `select ref as letter from incident where id = $1 and kind = 'mail' and status = 'open'`,
        [incidentId],
      );
      return row?.letter ?? null;
    },
    async effectStatus(incidentId) {
      const [row] = await manager.query<{ status: 'pending' | 'done' | 'dead' }[]>(
        `select outbox.status from incident
         join outbox on outbox.id = case when incident.kind = 'effect' then incident.ref::uuid end
         where incident.id = $1`,
        [incidentId],
      );
      return row?.status ?? null;
    },
  };
}

function values({ all, owners }: RunScope, { status, kind, cohort, q }: IncidentFilter): unknown[] {
  const search = q === undefined ? null : q.replace(/[\\%_]/g, '\\$&');
  return [all, owners, status ?? null, kind ?? null, cohort ?? null, search];
}

const FROM = `from incident
  left join instance journey on journey.id = incident.instance_id
  left join cohort on cohort.id = journey.cohort_id
  left join mail letter on letter.id = case when incident.kind = 'mail' then incident.ref::uuid end
  left join person_data person on person.person_id = coalesce(journey.person_id, letter.recipient)
  left join organisation owner on owner.id = coalesce(incident.org_id, journey.org_id)`;

const MATCHES = `($1::boolean or coalesce(incident.org_id, journey.org_id) = any($2::uuid[]))
  and ($3::text is null or incident.status = $3) and ($4::text is null or incident.kind = $4)
  and ($5::uuid is null or journey.cohort_id = $5)
  and ($6::text is null or person.name ilike '%' || $6 || '%' or person.nip like $6 || '%' or incident.cause ilike '%' || $6 || '%')`;

const ACTS = `coalesce((select jsonb_agg(jsonb_build_object('act', tried.act, 'outcome', tried.outcome, 'code', tried.code,
    'detail', tried.detail, 'reason', tried.reason, 'username', ${usernameOf('tried.actor_id')},
    'at', ${instant('tried.at')}) order by tried.id)
  from incident_retry tried where tried.incident_id = incident.id), '[]')`;

const ROW = `
  select incident.id, coalesce(incident.org_id, journey.org_id) as "orgId", incident.kind, incident.status, incident.cause,
    incident.detail as trace, incident.occurrences, ${instant('incident.at')} as at,
    ${instant('incident.resolved_at')} as "resolvedAt",
    case when owner.id is not null then jsonb_build_object('code', owner.code, 'name', owner.name) end as owner,
    case when journey.id is not null then jsonb_build_object('id', journey.id, 'definition', journey.definition_key,
      'cohortId', journey.cohort_id, 'cohort', cohort.name, 'zone', coalesce(cohort.zone, 'Asia/Jakarta')) end as instance,
    case when coalesce(journey.person_id, letter.recipient) is not null then jsonb_build_object(
      'id', coalesce(journey.person_id, letter.recipient), 'name', person.name,
      'nip', person.nip) end as participant,
    case incident.kind when 'deadline' then deadline.name when 'effect' then effect.kind
      when 'mail' then null else case when incident.message ? 'start' then 'started' else incident.message -> 'apply' ->> 'type' end end as what,
    coalesce(case incident.kind when 'effect' then effect.payload
      when 'message' then incident.message -> 'apply' -> 'payload' end, '{}') as data,
    coalesce(incident.message -> 'apply' -> 'actor' ->> 'role', incident.message -> 'start' -> 'actor' ->> 'role') as "senderRole",
    incident.kind <> 'message' or incident.message is not null as retryable,
    case when letter.id is not null then jsonb_build_object('attempts', letter.attempts, 'lastError', letter.cause,
      'status', case letter.status when 'pending' then 'pending' when 'failed' then 'dead' else 'done' end,
      'nextAttemptAt', case when letter.status = 'pending' then ${instant('letter.next_attempt_at')} end)
    when effect.id is not null then jsonb_build_object('attempts', effect.attempts, 'status', effect.status,
      'lastError', effect.last_error,
      'nextAttemptAt', case when effect.status = 'pending' then ${instant('effect.next_attempt_at')} end) end as effect,
    ${ACTS} as acts
  ${FROM}
  left join deadline on deadline.instance_id = incident.instance_id
    and deadline.org_id = journey.org_id and deadline.id = case when incident.kind = 'deadline' then incident.ref::uuid end
  left join outbox effect on effect.id = case when incident.kind = 'effect' then incident.ref::uuid end`;
