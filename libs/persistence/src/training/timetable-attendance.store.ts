import type { EntityManager } from 'typeorm';
import type { AttendanceRow, AttendanceStore } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

export function attendanceStore(manager: EntityManager): AttendanceStore {
  return {
    attendanceOf(where) {
      const [column, ids] =
        'sessionIds' in where ? ['session_id', where.sessionIds] : ['journey_id', where.journeyIds];
      return manager.query<AttendanceRow[]>(
        `select session_id as "sessionId", journey_id as "journeyId", present, note, actor_id as "actorId",
           ${instant('recorded_at')} as "recordedAt"
         from timetable_attendance where ${column} = any($1::uuid[])`,
        [ids],
      );
    },
    async record(orgId, rows) {
      await manager.query(RECORD, [
        orgId,
        JSON.stringify(
          rows.map(({ sessionId, journeyId, present, note, actorId, recordedAt }) => ({
            ...{ session_id: sessionId, journey_id: journeyId, present, note },
            ...{ actor_id: actorId, recorded_at: recordedAt },
          })),
        ),
      ]);
    },
    async forgetOthers(sessionId, journeyIds) {
      await manager.query(
        `delete from timetable_attendance where session_id = $1 and not (journey_id = any($2::uuid[]))`,
        [sessionId, journeyIds],
      );
    },
  };
}

/** What says the same as before keeps who said it first, and when. */
const RECORD = `
  insert into timetable_attendance as held (org_id, session_id, journey_id, present, note, actor_id, recorded_at)
  select $1, session_id, journey_id, present, note, actor_id, recorded_at
  from jsonb_to_recordset($2::jsonb) as sent
    (session_id uuid, journey_id uuid, present boolean, note text, actor_id text, recorded_at timestamptz)
  on conflict (session_id, journey_id) do update set present = excluded.present, note = excluded.note,
    actor_id = excluded.actor_id, recorded_at = excluded.recorded_at
  where (held.present, held.note) is distinct from (excluded.present, excluded.note)`;
