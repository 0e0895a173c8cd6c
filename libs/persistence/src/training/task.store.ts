import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Instant } from '#libs/calendar';
import {
  SHELVES,
  type Shelf,
  type Task,
  type TaskFilter,
  type TaskScope,
  type TaskStore,
} from '#libs/training';
import { TOLD_OF_NOTE } from './note-items.sql.js';
import { instant } from '../engine/sql/instant.sql.js';
import { prepared } from '../prepared.js';

/** $5 as what a task may name the caller, null for anything. */
const CHOSEN = `($5::text[] is null or is_chosen_v1(task.org_id, task.instance_id, task.role, $5::text[]))`;

const COLUMNS = `task.id, task.org_id as "orgId", task.instance_id as "journeyId", cohort.id as "cohortId", coalesce(cohort.zone, 'Asia/Jakarta') as zone,
  task.kind, task.role, task.candidate_org as "candidateOrg", task.candidates, task.assignee, task.deputy, task.priority,
  ${instant('task.due_at')} as due, ${instant('task.follow_up_at')} as "followUp", task.status, task.events, task.subject,
  ${instant('task.claimed_at')} as "claimedAt", ${instant('task.closed_at')} as "closedAt",
  ${nameOf('task.assignee::text')} as "assigneeName", ${nameOf('task.deputy::text')} as "deputyName",
  ${nameOf('task.closed_by')} as "closedByName", cohort.name as "cohortName", ${CHOSEN} as "isChosen",
  enrolment.person_id as "personId", person.name as "personName"`;

/** Of a person, or of an account that belongs to none; null for whatever else an actor may be. */
function nameOf(actor: string): string {
  return `(select coalesce(named.name, account.username) from (select ${actor} as id) actor
    left join person_data named on named.person_id::text = actor.id
    left join account on account.id::text = actor.id and named.person_id is null)`;
}

const ENROLLED = `join enrolment on enrolment.journey_id = task.instance_id`;

const BESIDE = `${ENROLLED}
  join cohort on cohort.id = enrolment.cohort_id
  left join person_data person on person.person_id = enrolment.person_id`;

/** $1 organisations and $2 roles of the caller's seats, $3 who he is, $4 institutes that he oversees. */
const OFFERED = `((task.assignee = $3::uuid or task.deputy = $3::uuid or task.candidates ? $3::text) and ${CHOSEN} or (
  jsonb_array_length(task.candidates) = 0 and exists (
    select 1 from unnest($1::uuid[], $2::text[]) as seat (org, role)
    where seat.role = task.role and seat.org = coalesce(task.candidate_org, task.org_id))))`;

const OVERSEEN = `task.org_id = any($4::uuid[])`;

const SHOWN = { name: 'tasks-shown', text: 'select id from task where id = any($1::uuid[])' };

export function taskStore(manager: EntityManager): TaskStore {
  return {
    list(scope, filter, { limit, after }, at) {
      const open = filter.status === undefined || filter.status === 'open' || filter.status === 'claimed';
      return manager.query<Task[]>(
        `select ${COLUMNS} from (${open ? walked(after) : sought(after)}) page
          join task on task.id = page.id ${BESIDE} ${ORDERED}`,
        [...seats(lists(scope, filter)), ...filterValues(filter, at), limit, ...afterValues(after)],
      );
    },
    async counts(scope, filter, at) {
      const rows = await manager.query<{ shelf: Shelf; count: number }[]>(COUNTED, [
        ...seats(lists(scope, filter)),
        ...filterValues(filter, at),
      ]);
      const none = Object.fromEntries(SHELVES.map((shelf) => [shelf, 0])) as Record<Shelf, number>;
      return { ...none, ...Object.fromEntries(rows.map(({ shelf, count }) => [shelf, count])) };
    },
    async byId(id, scope) {
      const rows = await manager.query<Task[]>(
        `select ${COLUMNS} from task ${BESIDE} where (${OFFERED} or ${OVERSEEN}) and task.id = $6`,
        [...seats(scope), id],
      );
      return rows[0] ?? null;
    },
    async shown(ids) {
      const rows = await prepared<{ id: string }>(manager, SHOWN, [ids]);
      return new Set(rows.map(({ id }) => id));
    },
    claim: (id, assignee, at) =>
      changed(
        manager,
        `update task set status = 'claimed', assignee = $2, claimed_at = case when status = 'claimed' then claimed_at else $3 end where id = $1
           and (status = 'open' and (assignee is null or assignee = $2 or deputy = $2) or status = 'claimed' and assignee = $2)`,
        [id, assignee, at],
      ),
    release: (id, assignee) =>
      changed(
        manager,
        `update task set status = 'open', deputy = null, claimed_at = null,
           assignee = case when jsonb_array_length(candidates) = 1 then (candidates ->> 0)::uuid end
         where id = $1 and status = 'claimed' and (assignee = $2 or deputy = $2)`,
        [id, assignee],
      ),
    defer: (id, until) =>
      changed(manager, `update task set follow_up_at = $2 where id = $1 and status in ('open', 'claimed')`, [
        id,
        until,
      ]),
    delegate: (id, { from, to, role, reason }, at) =>
      noted(
        manager,
        `update task set status = 'claimed', assignee = $2, deputy = $3, claimed_at = $4
         where id = $1 and status in ('open', 'claimed')`,
        [id, from, to, at, uuid(), 'delegated', role, reason],
      ),
    giveBack: (id, { from, to, role, reason }, at) =>
      noted(
        manager,
        `update task set deputy = null, claimed_at = $4
         where id = $1 and status = 'claimed' and deputy = $2 and assignee = $3`,
        [id, from, to, at, uuid(), 'returned', role, reason],
      ),
  };
}

/** Whoever runs the training may look at anybody's list, but is shown his own unless he asks. */
function lists(scope: TaskScope, { role, journey, overseen }: TaskFilter): TaskScope {
  return (role ?? journey ?? overseen) ? scope : { ...scope, oversees: [] };
}

function seats({ seats: held, me, oversees, chosen }: TaskScope): unknown[] {
  return [held.map(({ org }) => org), held.map(({ role }) => role), me, oversees, chosen];
}

function filterValues(
  { mine, status, kind, role, cohort, journey, dueBefore, openedSince, q, shelf }: TaskFilter,
  at: Instant,
): unknown[] {
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
    shelf ?? null,
    at,
  ];
}

const DAYS_LEFT = `((task.due_at at time zone place.zone)::date - ($16::timestamptz at time zone place.zone)::date)`;

/** What somebody else has in hand waits on him, what is put off waits for its day; all else goes by its date. $16 is now. */
const SHELF = `(select case
    when task.status = 'claimed' and coalesce(task.deputy, task.assignee, $3::uuid) <> $3::uuid then 'waiting'
    when task.follow_up_at > $16::timestamptz then 'deferred'
    when task.due_at is null then 'noDue'
    when ${DAYS_LEFT} < 0 then 'overdue'
    when ${DAYS_LEFT} = 0 then 'today'
    when ${DAYS_LEFT} < 7 then 'week'
    else 'later' end
  from cohort place where place.id = enrolment.cohort_id)`;

const CONDITIONS = `(not $6::boolean or (task.assignee = $3::uuid or task.deputy = $3::uuid) and ${CHOSEN})
  and ($7::text is null or task.status = $7)
  and ($8::text is null or task.kind = $8)
  and ($9::text is null or task.role = $9)
  and ($10::uuid is null or enrolment.cohort_id = $10)
  and ($11::uuid is null or task.instance_id = $11 and task.org_id = (select org_id from instance where instance.id = $11))
  and ($12::timestamptz is null or task.due_at <= $12)
  and ($13::timestamptz is null or task.opened_at >= $13)
  and ($14::text is null or task.kind ilike '%' || $14 || '%' or exists (select from person_data
    where person_data.person_id = enrolment.person_id and person_data.name ilike '%' || $14 || '%'))
  and ($15::text is null or ${SHELF} = $15)`;

/** What has no date comes last, as in the indexes. */
const ORDERED = `order by task.due_at, task.id`;

type After = { due: Instant | null; id: string } | null;

/** Where the walks of the next page begin: behind a date those with a later one, then those without. */
function beginnings(after: After): string[] {
  if (after === null) return ['true'];
  if (after.due === null) return ['task.due_at is null and task.id > $18::uuid'];
  return ['(task.due_at, task.id) > ($18::timestamptz, $19::uuid)', 'task.due_at is null'];
}

function afterValues(after: After): unknown[] {
  if (after === null) return [];
  return after.due === null ? [after.id] : [after.due, after.id];
}

/**
 * Each way in which a task may be the caller's is an index in the order of the page, and is walked no further than the
 * page is long. To ask for all ways at once would look at every open task of the country.
 */
function walked(after: After): string {
  const walks = beginnings(after).flatMap((beginning) =>
    waysOf(
      (own) => `(select task.id, task.due_at from task ${ENROLLED}
      where ${own} and task.status in ('open', 'claimed') and ${CONDITIONS} and ${beginning} ${ORDERED} limit $17)`,
      'few.id, few.due_at',
    ),
  );
  // A task may be on several of them.
  return `select task.id from (${walks.join(' union ')}) task ${ORDERED} limit $17`;
}

/** Every way in which an open task may be the caller's, walked as `walk` does; `named` are its columns as of `few`. */
function waysOf(walk: (own: string) => string, named: string): string[] {
  return [
    walk(`task.assignee = $3::uuid and ${CHOSEN}`),
    walk(`task.deputy = $3::uuid and ${CHOSEN}`),
    walk(`task.id in (select tasks_naming_v1($3::uuid)) and ${CHOSEN}`),
    `select ${named} from unnest($1::uuid[], $2::text[]) as seat (org, role) cross join lateral
      ${walk('task.candidate_org = seat.org and task.role = seat.role and jsonb_array_length(task.candidates) = 0')} few`,
    walk(OVERSEEN),
  ];
}

/** A task that is the caller's in several ways counts once. */
const COUNTED = `select shelf, count(*)::int as count from (${waysOf(
  (own) => `(select task.id, ${SHELF} as shelf from task ${ENROLLED}
      where ${own} and task.status in ('open', 'claimed') and ${CONDITIONS})`,
  'few.id, few.shelf',
).join(' union ')}) counted group by shelf`;

/** Over tasks that are done or closed, which no queue keeps. */
function sought(after: After): string {
  const beginning = beginnings(after).map((one) => `(${one})`);
  return `select task.id from task ${ENROLLED} where (${OFFERED} or ${OVERSEEN}) and ${CONDITIONS} and (${beginning.join(' or ')})
    ${ORDERED} limit $17`;
}

/** A change of hands, and what is kept of it: $5 to $8 are the note's id and kind, the role and the reason. */
async function noted(manager: EntityManager, update: string, values: unknown[]): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `with moved as (${update} returning id, org_id), note as (
       insert into task_note (id, org_id, task_id, kind, author, role, addressee, text, at)
       select $5, org_id, id, $6, $2, $7, $3, $8, $4 from moved returning *
     ), told as (${TOLD_OF_NOTE})
     select id from note`,
    values,
  );
  return rows.length > 0;
}

async function changed(manager: EntityManager, sql: string, values: unknown[]): Promise<boolean> {
  const [, count] = await manager.query<[unknown, number]>(sql, values);
  return count > 0;
}
