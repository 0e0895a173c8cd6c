import { instant } from '../engine/sql/instant.sql.js';

/** So many are named; how many more there are is told beside. */
const MOST_SUBJECTS = 50;

/** Columns of an item, for rows of `inbox_item item` joined to `ABOUT`. */
export const ITEM_COLUMNS = `item.id, item.seq::int as seq, item.kind, item.role, item.message, item.task_kind as "taskKind",
  item.params, case when cohort.id is not null then jsonb_build_object('id', cohort.id, 'name', cohort.name) end as cohort,
  cohort.zone, ${instant('item.due_at')} as due, subjects.list as subjects,
  case item.kind when 'reminder' then cardinality(item.task_ids) else cardinality(item.journey_ids || item.task_ids) end as count,
  ${instant('item.at')} as at, ${instant('item.read_at')} as "readAt",
  item.kind = 'reminder' and not exists (select 1 from task where task.id = any(item.task_ids)
    and task.status in ('open', 'claimed')) as settled`;

export const ABOUT = `left join cohort on cohort.id = item.cohort_id
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('journeyId', one.journey_id, 'taskId', one.task_id, 'name', one.name,
        'own', one.person_id = item.recipient) order by one.name, one.journey_id), '[]') as list
    from (
      select coalesce(certificate.journey_id, about.journey_id) as journey_id, about.task_id, person.name, enrolment.person_id
      from (
        select task.instance_id as journey_id, task.id as task_id from task where task.id = any(item.task_ids)
        union all
        select journey_id, null::uuid from unnest(item.journey_ids) as journey_id
      ) about
      left join certificate on certificate.instance_id = about.journey_id
      left join enrolment on enrolment.journey_id = coalesce(certificate.journey_id, about.journey_id)
      left join person_data person on person.person_id = enrolment.person_id
      order by person.name, 1 limit ${String(MOST_SUBJECTS)}
    ) one
  ) subjects`;

/** Whether something is still to be done, or never was: a reminder of closed tasks only is settled. */
export const UNSETTLED = `(item.kind = 'notice' or exists (select 1 from task where task.id = any(item.task_ids)
  and task.status in ('open', 'claimed')))`;
