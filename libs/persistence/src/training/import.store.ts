import type { EntityManager } from 'typeorm';
import type {
  ChangesOfRow,
  ImportBatch,
  ImportedRow,
  ImportStore,
  ImportWork,
  JourneyOrigin,
} from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { leaveCohort } from '../engine/tallies.js';
import { enrolmentStore } from './enrolment.store.js';

const COUNTED = (outcome: string) =>
  `(select count(*)::int from import_row line where line.batch_id = batch.id and line.outcome = '${outcome}')`;

/** The counters of the batch's own row stand for uploads from before rows were kept. */
export const BATCH_COLUMNS = `batch.id, batch.org_id as "orgId", batch.cohort_id as "cohortId", batch.kind, batch.file_name as "fileName", batch.source, batch.notes,
  batch.status, batch.rows, (select count(*)::int from import_row line where line.batch_id = batch.id) as done,
  jsonb_build_object('created', ${COUNTED('created')}, 'updated', ${COUNTED('updated')},
    'unchanged', ${COUNTED('unchanged')}, 'rejected', ${COUNTED('rejected')}) as counts,
  batch.actor_id as "actorId", coalesce(account.username, '') as username, ${instant('batch.at')} as at,
  ${instant('batch.finished_at')} as "finishedAt",
  case when batch.stop_cause is null then null
    else jsonb_build_object('row', batch.stopped_row, 'cause', batch.stop_cause) end as stopped,
  case when batch.undone_at is null then null
    else jsonb_build_object('at', ${instant('batch.undone_at')}, 'by', batch.undone_by, 'reason', batch.undo_reason) end as undone`;

export const FROM_BATCH = `from import_batch batch left join lateral (select username from account
  where account.id::text = batch.actor_id or account.person_id::text = batch.actor_id order by username limit 1) account on true`;

export function importStore(manager: EntityManager): ImportStore {
  return {
    create: (batch, work, changes, leaseUntil) =>
      manager.transaction(async (unit) => {
        const { id, orgId, cohortId, kind, fileName, rows, at, actorId, source, notes } = batch;
        await unit.query(
          `insert into import_batch (org_id, id, cohort_id, kind, rows, accepted, rejected, actor_id, at, file_name, status, headings, work, lease_until, source, notes)
           values ($1, $2, $3, $4, $5, 0, 0, $6, $7, $8, 'running', $9, $10, $11, $12, $13)`,
          [
            ...[orgId, id, cohortId, kind, rows, actorId, at, fileName],
            ...[JSON.stringify(work.sheet.headings), JSON.stringify(work), leaseUntil],
            ...[JSON.stringify(source), JSON.stringify(notes)],
          ],
        );
        if (changes.length > 0) await keepChanges(unit, id, changes);
      }),
    async byId(id) {
      const rows = await manager.query<ImportBatch[]>(
        `select ${BATCH_COLUMNS} ${FROM_BATCH} where batch.id = $1`,
        [id],
      );
      return rows[0] ?? null;
    },
    ofCohort: (cohortId, { limit, after }) =>
      manager.query<ImportBatch[]>(
        `select ${BATCH_COLUMNS} ${FROM_BATCH} where batch.cohort_id = $1 and ($2::uuid is null or batch.id < $2) order by batch.id desc limit $3`,
        [cohortId, after, limit],
      ),
    async headings(id) {
      const [row] = await manager.query<{ headings: string[] }[]>(
        `select headings from import_batch where id = $1`,
        [id],
      );
      return row?.headings ?? [];
    },
    rows: (id, outcome) => manager.query<ImportedRow[]>(ROWS, [id, outcome ?? null]),
    async recordedRows(id) {
      const rows = await manager.query<{ row: number }[]>(`select row from import_row where batch_id = $1`, [
        id,
      ]);
      return new Set(rows.map(({ row }) => row));
    },
    recordRows: (id, rows, leaseUntil) =>
      manager.transaction(async (unit) => {
        await unit.query(RECORD, [id, JSON.stringify(rows)]);
        await unit.query(`update import_batch set lease_until = $2 where id = $1`, [id, leaseUntil]);
      }),
    async takeOver(now, leaseUntil) {
      const [rows] = await manager.query<[ImportWork[], number]>(TAKE_OVER, [now, leaseUntil]);
      return rows[0] ?? null;
    },
    async letGo(id) {
      await manager.query(`update import_batch set lease_until = null where id = $1`, [id]);
    },
    async finish(id, at) {
      await manager.query(FINISH, [id, at]);
    },
    async stop(id, at, { row, cause }) {
      await manager.query(
        `update import_batch set status = 'stopped', work = null, lease_until = null, finished_at = $2, stopped_row = $3, stop_cause = $4 where id = $1`,
        [id, at, row, cause],
      );
    },
    async originOf(journeyId, exceptMessage) {
      const rows = await manager.query<JourneyOrigin[]>(ORIGIN, [journeyId, exceptMessage]);
      return rows[0] ?? null;
    },
    replace: (id, old, by, at) =>
      manager.transaction(async (unit) => {
        await setAside(unit, id, [old.journeyId], at);
        await enrolmentStore(unit).insert(by, null);
      }),
  };
}

async function keepChanges(unit: EntityManager, id: string, changes: ChangesOfRow[]): Promise<void> {
  await unit.query(
    `insert into import_change (batch_id, row, person_id, journey_id, changes)
     select $1, row, "personId", "journeyId", changes
     from jsonb_to_recordset($2::jsonb) as given (row integer, "personId" uuid, "journeyId" uuid, changes jsonb)`,
    [id, JSON.stringify(changes)],
  );
}

/** Sets the enrolments aside, so that the same people can be enrolled anew. */
export async function setAside(
  unit: EntityManager,
  id: string,
  journeyIds: string[],
  at: string,
): Promise<void> {
  await unit.query(
    `insert into enrolment_set_aside (journey_id, cohort_id, person_id, enrolment, batch_id, set_aside_at)
     select journey_id, cohort_id, person_id, to_jsonb(enrolment), $2, $3 from enrolment where journey_id = any($1)
     on conflict (journey_id) do nothing`,
    [journeyIds, id, at],
  );
  await unit.query(`delete from enrolment where journey_id = any($1)`, [journeyIds]);
  await leaveCohort(unit, journeyIds);
}

const ORIGIN = `
  select first.message_id as "startedBy", (
    select event.type from event
    where event.org_id = first.org_id and event.instance_id = first.instance_id
      and event.type <> 'deadlineFired' and event.message_id not in ($2, first.message_id)
    order by event.seq limit 1) as "touchedBy"
  from event first
  where first.org_id = (select org_id from instance where id = $1) and first.instance_id = $1 and first.seq = 1`;

export const ROWS = `
  select row, outcome, participant_id as "participantId", journey_id as "journeyId", faults, warnings, cells
  from import_row where batch_id = $1 and ($2::text is null or outcome = $2) order by row`;

const RECORD = `
  insert into import_row (batch_id, row, outcome, participant_id, journey_id, faults, warnings, cells)
  select $1, row, outcome, "participantId", "journeyId", faults, warnings, cells
  from jsonb_to_recordset($2::jsonb) as given (row integer, outcome text, "participantId" uuid, "journeyId" uuid,
    faults jsonb, warnings jsonb, cells jsonb)
  on conflict (batch_id, row) do nothing`;

/** The oldest first; whoever works on one says so again with every few rows, so a lease that ran out is a process that died. */
const TAKE_OVER = `
  update import_batch set lease_until = $2 where id = (
    select id from import_batch where status = 'running' and (lease_until is null or lease_until < $1)
    order by id limit 1 for update skip locked)
  returning id, kind, cohort_id as "cohortId", work -> 'caller' as caller, work -> 'sheet' as sheet, ${instant('at')} as at`;

/** The sheet itself goes once nothing of it is left to do: people's data are kept where they are used. */
const FINISH = `
  update import_batch batch set status = 'done', work = null, lease_until = null, finished_at = $2,
    accepted = (select count(*) from import_row line where line.batch_id = batch.id and line.outcome <> 'rejected'),
    rejected = (select count(*) from import_row line where line.batch_id = batch.id and line.outcome = 'rejected')
  where id = $1`;
