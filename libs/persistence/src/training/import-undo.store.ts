import type { EntityManager } from 'typeorm';
import type { PersonalData } from '#libs/access';
import type {
  ChangesOfRow,
  FollowedBy,
  ImportBatch,
  ImportedRow,
  LoggedEvent,
  StandingJourney,
  UndoStore,
} from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { enrolmentStore } from './enrolment.store.js';
import { BATCH_COLUMNS, FROM_BATCH, ROWS, setAside } from './import.store.js';

/**
 * What undoing an import reads and writes.
 *
 * @param lock for a transaction that is going to write: whoever else would change what is read waits for its end. Always
 * batch, journeys, people, each in the order of their ids.
 */
export function importUndoStore(manager: EntityManager, { lock }: { lock: boolean }): UndoStore {
  const held = (table: string) => (lock ? `for no key update of ${table}` : '');
  return {
    async batch(id) {
      if (lock) await manager.query(`select 1 from import_batch where id = $1 for update`, [id]);
      const rows = await manager.query<ImportBatch[]>(
        `select ${BATCH_COLUMNS} ${FROM_BATCH} where batch.id = $1`,
        [id],
      );
      return rows[0] ?? null;
    },
    rows: (id) => manager.query<ImportedRow[]>(ROWS, [id, null]),
    changes: (id) =>
      manager.query<ChangesOfRow[]>(
        `select row, person_id as "personId", journey_id as "journeyId", changes from import_change where batch_id = $1 order by row`,
        [id],
      ),
    async journeys(ids) {
      if (lock)
        await manager.query(`select 1 from instance where id = any($1) order by id for update`, [ids]);
      const rows = await manager.query<({ id: string } & StandingJourney)[]>(JOURNEYS, [ids]);
      return new Map(rows.map(({ id, ...journey }) => [id, journey]));
    },
    async people(ids) {
      const rows = await manager.query<({ id: string } & PersonalData)[]>(
        `${PEOPLE} ${held('person_data')}`,
        [ids],
      );
      return new Map(rows.map(({ id, ...person }) => [id, person]));
    },
    async enrolments(journeyIds) {
      const found = await enrolmentStore(manager).byJourneys(journeyIds);
      return new Map(found.map((one) => [one.journeyId, one]));
    },
    followedBy: (id, journeyIds) => manager.query<FollowedBy[]>(FOLLOWED, [journeyIds, id]),
    logs: (id, journeyIds) => manager.query<LoggedEvent[]>(LOGS, [journeyIds, id]),
    async restorePerson(personId, former) {
      await manager.query(RESTORE_PERSON, [personId, JSON.stringify(former)]);
    },
    setAside: (id, journeyIds, at) => setAside(manager, id, journeyIds, at),
    async replace(id, old, by, at) {
      await setAside(manager, id, [old.journeyId], at);
      await enrolmentStore(manager).insert(by, null);
      await manager.query(`update import_row set journey_id = $2 where journey_id = $1`, [
        old.journeyId,
        by.journeyId,
      ]);
      await manager.query(`update import_change set journey_id = $2 where journey_id = $1`, [
        old.journeyId,
        by.journeyId,
      ]);
    },
    async markUndone(id, { at, by, reason }) {
      await manager.query(
        `update import_batch set status = 'undone', undone_at = $2, undone_by = $3, undo_reason = $4 where id = $1`,
        [id, at, by, reason],
      );
    },
  };
}

const JOURNEYS = `
  select instance.id, instance.revision, instance.state, first.message_id as "startedBy"
  from instance
  join event first on first.org_id = instance.org_id and first.instance_id = instance.id and first.seq = 1
  where instance.id = any($1)`;

const PEOPLE = `
  select person_id as id, nip, name, birth_date::text as "birthDate", sex, email, phone
  from person_data where person_id = any($1) order by nip`;

/** Only the fields that are given, null among them. */
const RESTORE_PERSON = `
  update person_data set
    name = case when $2::jsonb ? 'name' then $2::jsonb ->> 'name' else name end,
    birth_date = case when $2::jsonb ? 'birthDate' then ($2::jsonb ->> 'birthDate')::date else birth_date end,
    sex = case when $2::jsonb ? 'sex' then $2::jsonb ->> 'sex' else sex end,
    email = case when $2::jsonb ? 'email' then $2::jsonb ->> 'email' else email end,
    phone = case when $2::jsonb ? 'phone' then $2::jsonb ->> 'phone' else phone end
  where person_id = $1`;

/** Its rows were sent under `import:<batch>:<row>`; what fell due in the same unit has the same message. */
const LOGS = `
  select instance_id as "journeyId", seq, type, ${instant('at')} as at,
    message_id like 'import:' || $2::text || ':%' as "isOwn"
  from event
  where org_id = (select org_id from import_batch where id = $2::uuid) and instance_id = any($1)
  order by instance_id, seq`;

/** What was settled within the unit of the start belongs to the start; a certificate is out whoever asked for it. */
const FOLLOWED = `
  select after.id as "journeyId", person.name, after.type, ${instant('after.at')} as at
  from (
    select event.instance_id as id, event.type, event.at, event.seq
    from event join event first on first.org_id = event.org_id and first.instance_id = event.instance_id and first.seq = 1
    where event.org_id = (select org_id from import_batch where id = $2) and event.instance_id = any($1)
      and event.message_id <> first.message_id
    union all
    select journey_id, 'certificateIssued', created_at, null from certificate where journey_id = any($1)
  ) after
  left join enrolment on enrolment.journey_id = after.id
  left join person_data person on person.person_id = enrolment.person_id
  order by after.at, after.id, after.seq`;
