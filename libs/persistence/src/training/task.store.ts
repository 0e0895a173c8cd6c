import type { EntityManager } from 'typeorm';
import type { Task, TaskFilter, TaskScope, TaskStore } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

const COLUMNS = `task.id, task.org_id as "orgId", task.instance_id as "journeyId", cohort.id as "cohortId", coalesce(cohort.zone, 'Asia/Jakarta') as zone,
  task.kind, task.role, task.candidate_org as "candidateOrg", task.candidates, task.assignee, task.deputy, task.priority,
  ${instant('task.due_at')} as due, ${instant('task.follow_up_at')} as "followUp", task.status, task.events, task.subject,
  enrolment.person_id as "personId", person.name as "personName"`;

const FROM = `from task
  join enrolment on enrolment.journey_id = task.instance_id
  join cohort on cohort.id = enrolment.cohort_id
  left join person_data person on person.person_id = enrolment.person_id`;

/** $1 organisations and $2 roles of the caller's seats, $3 who he is, $4 institutes that he oversees. */
const OFFERED = `(task.assignee = $3::uuid or task.deputy = $3::uuid or task.candidates ? $3::text or (
  jsonb_array_length(task.candidates) = 0 and exists (
    select 1 from unnest($1::uuid[], $2::text[]) as seat (org, role)
    where seat.role = task.role and seat.org = coalesce(task.candidate_org, task.org_id))))`;

const OVERSEEN = `task.org_id = any($4::uuid[])`;

export function taskStore(manager: EntityManager): TaskStore {
  return {
    list(scope, filter, { limit, after }) {
      // Whoever runs the training may look at anybody's list, but is shown his own unless he asks.
      const visible =
        filter.role || filter.journey || filter.overseen
          ? `(${OFFERED} or ${OVERSEEN})`
          : `(${OFFERED} and $4::uuid[] is not null)`;
      const values = [
        ...seats(scope),
        ...filterValues(filter),
        after === null,
        after?.due ?? null,
        after?.id ?? null,
        limit,
      ];
      return manager.query<Task[]>(`select ${COLUMNS} ${FROM} where ${visible} ${CONDITIONS}`, values);
    },
    async byId(id, scope) {
      const rows = await manager.query<Task[]>(
        `select ${COLUMNS} ${FROM} where (${OFFERED} or ${OVERSEEN}) and task.id = $5`,
        [...seats(scope), id],
      );
      return rows[0] ?? null;
    },
    claim: (id, assignee) =>
      changed(
        manager,
        `update task set status = 'claimed', assignee = $2 where id = $1
           and (status = 'open' and (assignee is null or assignee = $2 or deputy = $2) or status = 'claimed' and assignee = $2)`,
        [id, assignee],
      ),
    release: (id, assignee) =>
      changed(
        manager,
        `update task set status = 'open', deputy = null,
           assignee = case when jsonb_array_length(candidates) = 1 then (candidates ->> 0)::uuid end
         where id = $1 and status = 'claimed' and (assignee = $2 or deputy = $2)`,
        [id, assignee],
      ),
    defer: (id, until) =>
      changed(manager, `update task set follow_up_at = $2 where id = $1 and status in ('open', 'claimed')`, [
        id,
        until,
      ]),
    delegate: (id, assignee, deputy) =>
      changed(
        manager,
        `update task set status = 'claimed', assignee = $2, deputy = $3 where id = $1 and status in ('open', 'claimed')`,
        [id, assignee, deputy],
      ),
  };
}

function seats({ seats: held, me, oversees }: TaskScope): unknown[] {
  return [held.map(({ org }) => org), held.map(({ role }) => role), me, oversees];
}

function filterValues({
  mine,
  status,
  kind,
  role,
  cohort,
  journey,
  dueBefore,
  openedSince,
  q,
}: TaskFilter): unknown[] {
  const words = q === undefined ? null : q.replace(/[\\%_]/g, '\\$&');
  return [
    mine ?? false,
    status ?? null,
    kind ?? null,
    role ?? null,
    cohort ?? null,
    journey ?? null,
    dueBefore ?? null,
    openedSince ?? null,
    words,
  ];
}

const CONDITIONS = `
  and (not $5::boolean or task.assignee = $3::uuid or task.deputy = $3::uuid)
  and case when $6::text is null then task.status in ('open', 'claimed') else task.status = $6 end
  and ($7::text is null or task.kind = $7)
  and ($8::text is null or task.role = $8)
  and ($9::uuid is null or cohort.id = $9)
  and ($10::uuid is null or task.instance_id = $10)
  and ($11::timestamptz is null or task.due_at <= $11)
  and ($12::timestamptz is null or task.opened_at >= $12)
  and ($13::text is null or person.name ilike '%' || $13 || '%' or task.kind ilike '%' || $13 || '%')
  and ($14::boolean or (coalesce(task.due_at, 'infinity'), task.id) > (coalesce($15::timestamptz, 'infinity'), $16::uuid))
  order by coalesce(task.due_at, 'infinity'), task.id
  limit $17`;

async function changed(manager: EntityManager, sql: string, values: unknown[]): Promise<boolean> {
  const [, count] = await manager.query<[unknown, number]>(sql, values);
  return count > 0;
}
