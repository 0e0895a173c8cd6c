import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { SavedView, TaskNote, TaskTalk, ViewStore } from '#libs/training';
import { TOLD_OF_NOTE } from './note-items.sql.js';
import { instant } from '../engine/sql/instant.sql.js';

const named = (actor: string) => `(select jsonb_build_object('id', ${actor}, 'name', coalesce(
    (select name from person_data where person_id = ${actor}), (select username from account where id = ${actor}))))`;

const NOTES = `
  select note.id, note.kind, ${named('note.author')} as author, note.role,
    case when note.addressee is not null then ${named('note.addressee')} end as addressee, note.text, ${instant('note.at')} as at
  from task_note note where note.task_id = $1 order by note.at, note.id`;

/** $1 the note's id, $2 its task. */
export const INSERT_NOTE = `
  with note as (
    insert into task_note (id, org_id, task_id, kind, author, role, addressee, text, at)
    select $1, org_id, id, $3, $4, $5, $6, $7, $8 from task where id = $2 returning *
  ) ${TOLD_OF_NOTE}`;

export function taskTalk(manager: EntityManager): TaskTalk {
  return {
    notesOf: (taskId) => manager.query<TaskNote[]>(NOTES, [taskId]),
    async add(taskId, { kind, author, role, addressee, text, at }) {
      const id = uuid();
      await manager.query(INSERT_NOTE, [id, taskId, kind, author, role, addressee, text, at]);
      return id;
    },
  };
}

export function viewStore(manager: EntityManager): ViewStore {
  return {
    viewsOf: (owner) =>
      manager.query<SavedView[]>(`select id, name, filter from saved_view where owner = $1 order by name`, [
        owner,
      ]),
    async save(owner, { name, filter }) {
      const [saved] = await manager.query<SavedView[]>(
        `insert into saved_view (id, owner, name, filter) values ($1, $2, $3, $4)
         on conflict (owner, name) do update set filter = excluded.filter returning id, name, filter`,
        [uuid(), owner, name, JSON.stringify(filter)],
      );
      if (!saved) throw new Error('the view was not kept');
      return saved;
    },
    async remove(owner, id) {
      const [, count] = await manager.query<[unknown, number]>(
        `delete from saved_view where owner = $1 and id = $2`,
        [owner, id],
      );
      return count > 0;
    },
  };
}
