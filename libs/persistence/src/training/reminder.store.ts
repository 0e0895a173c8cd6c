import type { EntityManager } from 'typeorm';
import type { ReminderStore, ReminderToWrite, TaskToRemind } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { prepared } from '../prepared.js';
import { SEATS } from './seats.sql.js';

export function reminderStore(manager: EntityManager): ReminderStore {
  return {
    async upTo() {
      return (await prepared<{ at: string }>(manager, UP_TO, []))[0]?.at ?? null;
    },
    async moveTo(upTo) {
      await prepared(manager, MOVE_TO, [upTo]);
    },
    openTasks: ({ zones, due, after, limit }) =>
      prepared<TaskToRemind>(manager, OPEN_TASKS, [
        zones,
        due.from,
        due.to,
        after?.key ?? null,
        after?.id ?? null,
        limit,
      ]),
    async write(reminders) {
      const [row] = await prepared<{ told: number }>(manager, WRITE, [
        JSON.stringify(reminders.map(columnsOf)),
      ]);
      return row?.told ?? 0;
    },
  };
}

const UP_TO = { name: 'reminder-up-to', text: `select ${instant('up_to')} as at from reminder_mark` };

const MOVE_TO = {
  name: 'reminder-move-to',
  text: `insert into reminder_mark (only_row, up_to) values (true, $1)
    on conflict (only_row) do update set up_to = greatest(reminder_mark.up_to, excluded.up_to)`,
};

function columnsOf({ taskId, due, to, ...rest }: ReminderToWrite) {
  return { ...rest, task_id: taskId, due_at: due, stage: to };
}

/**
 * An escalating deadline that fires is armed again some days on, and its tasks follow it. For people the date that they
 * missed is still the date: the one of the latest row that no firing of the same deadline brought about. `since` is when
 * that row was written. The upper bound leaves room for what escalates.
 */
const OPEN_TASKS = {
  name: 'reminder-open-tasks',
  text: `
  with due as materialized (
    select task.id, task.org_id, task.instance_id, task.kind, task.due_deadline, task.due_at, task.opened_at,
      cohort.id as cohort_id, cohort.zone
    from task
    join instance on instance.org_id = task.org_id and instance.id = task.instance_id and instance.status = 'live'
    join enrolment on enrolment.journey_id = task.instance_id
    join cohort on cohort.id = enrolment.cohort_id
    where task.status in ('open', 'claimed') and cohort.zone = any($1::text[])
      and task.due_at >= $2 and task.due_at <= $3::timestamptz + interval '62 days'
      and ($4::timestamptz is null or (task.due_at, task.id) > ($4, $5::uuid))
    order by task.due_at, task.id
    limit $6
  )
  select due.id, due.kind, due.cohort_id as "cohortId", due.zone, ${instant('due.due_at')} as key,
    ${instant('coalesce(given.due_at, due.due_at)')} as due,
    ${instant('greatest(due.opened_at, set_by.at)')} as since
  from due
  left join lateral (
    select d.due_at, d.set_by_seq from deadline d
    where d.org_id = due.org_id and d.instance_id = due.instance_id and d.name = due.due_deadline
      and d.status in ('armed', 'fired')
      and not exists (select 1 from deadline earlier
        where earlier.org_id = d.org_id and earlier.instance_id = d.instance_id and earlier.name = d.name
          and earlier.status = 'fired' and earlier.closed_by_seq = d.set_by_seq and earlier.id <> d.id)
    order by d.set_by_seq desc limit 1
  ) given on true
  left join event set_by on set_by.org_id = due.org_id and set_by.instance_id = due.instance_id
    and set_by.seq = given.set_by_seq
  order by due.due_at, due.id`,
};

/**
 * What is written twice at once is written once: whoever comes second waits for the first and finds the row there. Who is
 * told is looked up at that moment. The deputy of whoever holds a task may do it from
 * then on, where he has its role himself.
 */
const WRITE = {
  name: 'reminder-write',
  text: `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as g
      (task_id uuid, due_at timestamptz, step text, stage text, at timestamptz, told boolean, ground text)
  ), fresh as (
    insert into reminder (task_id, due_at, step, at, told)
    select task_id, due_at, step, at, told from given order by task_id, due_at, step
    on conflict do nothing
    returning task_id, due_at, step
  ), telling as (
    select g.*, task.org_id, task.kind, task.role, task.assignee, task.deputy, task.candidates,
      coalesce(task.candidate_org, task.org_id) as office, enrolment.cohort_id
    from fresh join given g using (task_id, due_at, step)
    join task on task.id = g.task_id and task.status in ('open', 'claimed')
    join enrolment on enrolment.journey_id = task.instance_id
    where g.told
  ), seat as materialized (${SEATS}
  ), holder as (
    select task_id, step, assignee as person from telling where assignee is not null
    union
    select task_id, step, (candidate #>> '{}')::uuid from telling, jsonb_array_elements(candidates) candidate
      where assignee is null
    union
    select task_id, step, seat.actor from telling join seat on seat.org = telling.office and seat.role = telling.role
      where assignee is null and jsonb_array_length(candidates) = 0
  ), standing_in as (
    select telling.task_id, telling.step, telling.deputy as person from telling
      where stage = 'deputy' and telling.deputy is not null
    union
    select telling.task_id, telling.step, deputy.deputy from telling join holder using (task_id, step)
      join deputy on deputy.principal = holder.person
        and (telling.at at time zone 'Asia/Jakarta')::date between deputy.from_on and deputy.until_on
      where stage = 'deputy' and exists (select from seat where seat.actor = deputy.deputy and seat.org = telling.office
        and (seat.role = telling.role or telling.role = 'mentor' and seat.role = 'superior'))
  ), answering as (
    select telling.task_id, telling.step, seat.actor as person from telling
      join organisation on organisation.id = telling.office
      join seat on seat.org = telling.office and seat.role = organisation.kind
      where stage = 'organisation'
  ), answering_or_owner as (
    select * from answering
    union
    select telling.task_id, telling.step, seat.actor from telling
      join seat on seat.org = telling.org_id and seat.role = 'institute'
      where stage = 'organisation' and not exists (select 1 from answering
        where answering.task_id = telling.task_id and answering.step = telling.step)
  ), reader as (
    select task_id, step, 'deputy' as stage, person from standing_in
    union
    select task_id, step, 'organisation', person from answering_or_owner
    union
    select holder.task_id, holder.step, 'person', holder.person from holder join telling using (task_id, step)
      where telling.stage = 'person' or telling.stage = 'deputy' and not exists (select 1 from standing_in
        where standing_in.task_id = telling.task_id and standing_in.step = telling.step)
  ), handed as (
    update task set deputy = one.person
    from (select task_id, min(person::text)::uuid as person from standing_in group by task_id having count(distinct person) = 1) one
    where task.id = one.task_id and task.deputy is null and task.assignee is not null and task.assignee <> one.person
  ), item as (
    insert into inbox_item (org_id, recipient, ground, kind, role, message, task_kind, params, cohort_id, due_at, task_ids, at)
    select telling.org_id, reader.person, telling.ground, 'reminder', telling.role, telling.step, telling.kind,
      jsonb_build_object('stage', min(reader.stage)), telling.cohort_id, telling.due_at,
      array_agg(telling.task_id order by telling.task_id), min(telling.at)
    from telling join reader using (task_id, step)
    group by telling.org_id, reader.person, telling.ground, telling.role, telling.step, telling.kind, telling.cohort_id,
      telling.due_at
    order by reader.person, telling.ground
    on conflict (recipient, ground) do update set
      task_ids = inbox_item.task_ids || excluded.task_ids, read_at = null,
      mail = case when inbox_item.mail = 'none' then 'none' else 'undecided' end, mail_at = null, mail_id = null
  )
  select count(*)::int as told from telling`,
};
