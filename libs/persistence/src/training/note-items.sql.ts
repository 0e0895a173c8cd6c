import { SEATS } from './seats.sql.js';

/**
 * What is said or done on a task reaches whoever has a part in it, but for whoever did it: the one that it is handed or given back to;
 * of a comment who holds the task or stands in for him, and who has spoken on it before and still has its role there. Of a `note`
 * (rows of task_note) that the same statement writes; the task is read as it was before.
 */
export const TOLD_OF_NOTE = `
  insert into inbox_item (org_id, recipient, ground, kind, role, message, params, cohort_id, task_ids, at)
  select note.org_id, reader.person, 'task|' || note.id, 'notice', task.role,
    case note.kind when 'delegated' then 'taskHanded' when 'returned' then 'taskReturned' else 'taskCommented' end,
    jsonb_build_object('task', task.kind, 'by', coalesce((select name from person_data where person_id = note.author),
      (select username from account where id = note.author))),
    enrolment.cohort_id, array[task.id], note.at
  from note join task on task.id = note.task_id and task.org_id = note.org_id
  join enrolment on enrolment.journey_id = task.instance_id
  cross join lateral (
    select note.addressee as person where note.kind <> 'comment'
    union
    select person from unnest(array[task.assignee, task.deputy]) as person where note.kind = 'comment'
    union
    select former.author from task_note former join (${SEATS}) seat on seat.actor = former.author
      and seat.role = task.role and seat.org = coalesce(task.candidate_org, task.org_id)
      where former.task_id = task.id and note.kind = 'comment'
  ) reader
  where reader.person is not null and reader.person <> note.author
  on conflict (recipient, ground) do nothing`;
