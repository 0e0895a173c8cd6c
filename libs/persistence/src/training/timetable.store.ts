import type { EntityManager } from 'typeorm';
import type { SessionChange, SessionRow, TimetableSession, TimetableStore } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { cohortStore } from './cohort.store.js';
import { addNotices } from './notice-book.js';
import { attendanceStore } from './timetable-attendance.store.js';
import { timetablePeople } from './timetable-people.js';

const ROWS = `
  select session.id, session.org_id as "orgId", session.cohort_id as "cohortId", session.kind, session.course, session.stage,
    session.class_name as class, session.group_name as "group", session.title, ${instant('session.starts_at')} as "startsAt",
    ${instant('session.ends_at')} as "endsAt", session.room, session.link, session.trainer_id as "trainerId",
    coalesce(trainer.name, session.trainer_name) as "trainerName", session.capacity, session.revision,
    ${instant('session.cancelled_at')} as "cancelledAt", session.cancel_reason as "cancelReason",
    cohort.name as "cohortName", cohort.zone, cohort.pathway, cohort.programme, cohort.versions ->> 'programmes' as programmes,
    (select count(*)::int from timetable_attendance where session_id = session.id) as recorded
  from timetable_session session
  join cohort on cohort.id = session.cohort_id
  left join person_data trainer on trainer.person_id = session.trainer_id`;

const STANDING = `session.cancelled_at is null
  and ($2::timestamptz is null or session.ends_at > $2) and ($3::timestamptz is null or session.starts_at < $3)
  order by session.starts_at, session.id`;

export function timetableStore(manager: EntityManager): TimetableStore {
  const rows = (rest: string, values: unknown[]) => manager.query<SessionRow[]>(`${ROWS} ${rest}`, values);
  return {
    ...attendanceStore(manager),
    ...timetablePeople(manager),
    alone: (orgId, work) =>
      manager.transaction(async (tx) => {
        await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`timetable ${orgId}`]);
        return work(timetableStore(tx));
      }),
    page: (cohortId, { from, to, kind, course, stage, trainer, room, cancelled }, { limit, after }) =>
      rows(PAGE, [
        ...[cohortId, from, to, kind ?? null, course ?? null, stage ?? null],
        ...[trainer ?? null, within(trainer)],
        ...[cancelled ?? false, after?.startsAt ?? null, after?.id ?? null, limit, within(room)],
      ]),
    async byId(cohortId, id) {
      return (await rows(`where session.cohort_id = $1 and session.id = $2`, [cohortId, id]))[0] ?? null;
    },
    ofBatch: (batchId) => rows(`where session.batch_id = $1 order by session.batch_row`, [batchId]),
    ofInstitute: (orgId, { from, to }) =>
      rows(`where session.org_id = $1 and ${STANDING}`, [orgId, from, to]),
    ofCohorts: (cohortIds, { from, to }) =>
      rows(`where session.cohort_id = any($1::uuid[]) and ${STANDING}`, [cohortIds, from, to]),
    ledBy: (personId, { from, to }) =>
      rows(`where session.trainer_id = $1 and ${STANDING}`, [personId, from, to]),
    async plan(sessions, { id, change }) {
      const planned = sessions.map((session, row) => ({
        ...columnsOf(session),
        batch_id: id,
        batch_row: row,
      }));
      await manager.query(INSERT, [JSON.stringify(planned)]);
      for (const session of sessions) await log(manager, session.id, change);
    },
    async change(session, change) {
      await manager.query(UPDATE, [JSON.stringify(columnsOf(session)), change.revision]);
      await log(manager, session.id, change);
    },
    async cancel(id, change) {
      await manager.query(
        `update timetable_session set cancelled_at = $2, cancel_reason = $3, revision = $4 where id = $1`,
        [id, change.at, change.reason, change.revision],
      );
      await log(manager, id, change);
    },
    notify: (notices) => addNotices(manager, notices),
    moveCohort: (id, dates) => cohortStore(manager).moveDates(id, dates),
    changesOf: (sessionId) =>
      manager.query<SessionChange[]>(
        `select revision, change, reason, clashes_allowed as "clashesAllowed", actor_id as "actorId", ${instant('at')} as at
         from timetable_change where session_id = $1 order by revision`,
        [sessionId],
      ),
  };
}

/** A text to be found within another, whatever it holds. */
function within(text: string | undefined): string | null {
  return text === undefined ? null : text.replace(/[\\%_]/g, '\\$&');
}

const PAGE = `
  where session.cohort_id = $1
    and ($2::timestamptz is null or session.ends_at > $2) and ($3::timestamptz is null or session.starts_at < $3)
    and ($4::text is null or session.kind = $4) and ($5::text is null or session.course = $5)
    and ($6::text is null or session.stage = $6)
    and ($7::text is null or session.trainer_id::text = lower($7)
      or coalesce(trainer.name, session.trainer_name) ilike '%' || $8 || '%')
    and ($13::text is null or session.room ilike '%' || $13 || '%' or session.link ilike '%' || $13 || '%')
    and ($9::boolean or session.cancelled_at is null)
    and ($10::timestamptz is null or (session.starts_at, session.id) > ($10, $11::uuid))
  order by session.starts_at, session.id
  limit $12`;

const FIELDS = `org_id, id, cohort_id, kind, course, stage, class_name, group_name, title, starts_at, ends_at, room, link,
  trainer_id, trainer_name, capacity`;

const SHAPE = `org_id uuid, id uuid, cohort_id uuid, kind text, course text, stage text, class_name text, group_name text,
  title text, starts_at timestamptz, ends_at timestamptz, room text, link text, trainer_id uuid, trainer_name text,
  capacity integer`;

const INSERT = `
  insert into timetable_session (${FIELDS}, batch_id, batch_row, revision)
  select ${FIELDS}, batch_id, batch_row, 1
  from jsonb_to_recordset($1::jsonb) as sent (${SHAPE}, batch_id uuid, batch_row integer)`;

const CHANGEABLE = `course, stage, class_name, group_name, title, starts_at, ends_at, room, link, trainer_id, trainer_name,
  capacity`;

const UPDATE = `
  update timetable_session set (${CHANGEABLE}, revision) = (
    select ${CHANGEABLE}, $2::integer from jsonb_to_record($1::jsonb) as sent (${SHAPE}))
  where id = ($1::jsonb ->> 'id')::uuid`;

/** The name of a known person stands in his own row, where it can be taken back. */
function columnsOf(session: TimetableSession): Record<string, unknown> {
  const { orgId, id, cohortId, kind, course, stage, title, startsAt, endsAt, room, link, capacity } = session;
  return {
    ...{ id, kind, course, stage, title, room, link, capacity },
    org_id: orgId,
    cohort_id: cohortId,
    class_name: session.class,
    group_name: session.group,
    starts_at: startsAt,
    ends_at: endsAt,
    trainer_id: session.trainerId,
    trainer_name: session.trainerId === null ? session.trainerName : null,
  };
}

async function log(manager: EntityManager, sessionId: string, change: SessionChange): Promise<void> {
  await manager.query(
    `insert into timetable_change (org_id, session_id, revision, change, reason, clashes_allowed, actor_id, at)
     select org_id, id, $2, $3, $4, $5, $6, $7 from timetable_session where id = $1`,
    [
      ...[sessionId, change.revision, change.change, change.reason],
      ...[change.clashesAllowed, change.actorId, change.at],
    ],
  );
}
