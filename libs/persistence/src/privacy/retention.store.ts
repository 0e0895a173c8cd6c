import type { DataSource, EntityManager } from 'typeorm';
import type {
  EndedBefore,
  EndedPerson,
  EntryToRedact,
  Erasing,
  ErasedCounts,
  OpenRun,
  RetentionRun,
  RetentionStore,
} from '#libs/training';
import { append } from '../access/audit.store.js';
import { instant } from '../engine/sql/instant.sql.js';
import { ENDED } from './ended.sql.js';
import { ERASURES, JOURNEYS_OF } from './erasures.sql.js';
import { needlesOf, sweep } from './sweep.js';

export function retentionStore(dataSource: DataSource): RetentionStore {
  const { manager } = dataSource;
  return {
    ended: (before, orgs, limit) =>
      manager.query<EndedPerson[]>(`${ENDED} limit $5`, [...endedValues(before, orgs), null, limit]),
    stillEnded: (before, orgs, people) =>
      manager.query<EndedPerson[]>(ENDED, [...endedValues(before, orgs), people]),
    held: (people) => counted(manager, HELD, [people]),
    outdated: ({ imports, audit, requests }) => counted(manager, OUTDATED, [imports, audit, requests]),
    async entriesWith(people) {
      const { all, keeping } = idsOf(people);
      const { pattern } = await needlesOf(manager, all, keeping);
      return manager.query<EntryToRedact[]>(ENTRIES, [all, pattern]);
    },
    erase: (people, redacted, erasing) =>
      manager.transaction(async (unit) => {
        const counts = await erasePeople(unit, people, erasing);
        return progressed(unit, erasing.run, people.length, { events: redacted, ...counts });
      }),
    eraseOutdated: ({ imports, audit, requests }, { run, at, saying }) =>
      manager.transaction(async (unit) => {
        const [, rows] = await unit.query<[unknown, number]>(
          `update import_row set cells = null where cells is not null
             and batch_id in (select id from import_batch where at < $1)`,
          [imports],
        );
        const [, asked] = await unit.query<[unknown, number]>(
          `delete from data_request where answered_at < $1 and not (kind = 'restriction' and status = 'accepted')`,
          [requests],
        );
        const blanked = await blank(unit, BLANK_OUTDATED, [audit, at]);
        if (blanked.length > 0) await append(unit, [await saying(blanked)]);
        const counts = { oldImportRows: rows, oldRequests: asked, oldAudit: blanked.length };
        return progressed(unit, run, 0, counts);
      }),
    async alone(work) {
      // Of the connection: a process that dies lets go of it.
      const runner = dataSource.createQueryRunner();
      try {
        const [row] = (await runner.query('select pg_try_advisory_lock($1) as locked', [RUNNING])) as {
          locked: boolean;
        }[];
        if (row?.locked !== true) return null;
        try {
          return await work();
        } finally {
          await runner.query('select pg_advisory_unlock($1)', [RUNNING]);
        }
      } finally {
        await runner.release();
      }
    },
    async begin({ id, at, actorId, orgs, reason, people }) {
      const [[open]] = await manager.query<[OpenRun[], number]>(
        `update retention_run set planned = persons + $2 where id = (select id from retention_run
           where finished_at is null and org_ids is not distinct from $1::uuid[] order by at desc, id desc limit 1)
         returning id, planned, persons, counts`,
        [orgs, people],
      );
      if (open) return open;
      await manager.query(
        `insert into retention_run (id, at, actor_id, org_ids, reason, planned, persons, counts)
         values ($1, $2, $3, $4, $5, $6, 0, '{}')`,
        [id, at, actorId, orgs, reason, people],
      );
      return { id, planned: people, persons: 0, counts: {} };
    },
    async finish(id, at) {
      await manager.query(`update retention_run set finished_at = $2 where id = $1`, [id, at]);
    },
    runs: (orgs, limit) => manager.query<RetentionRun[]>(RUNS, [orgs, limit]),
  };
}

/** By which no second run begins beside one; any number that nothing else locks. */
const RUNNING = 1_795_300_840;

function endedValues({ participant, officialNames }: EndedBefore, orgs: string[] | null): unknown[] {
  return [participant, orgs, officialNames];
}

function idsOf(people: readonly EndedPerson[]): { all: string[]; keeping: string[] } {
  const ids = (of: readonly EndedPerson[]) => of.map(({ personId }) => personId);
  return { all: ids(people), keeping: ids(people.filter(({ keepsName }) => keepsName)) };
}

async function erasePeople(
  unit: EntityManager,
  people: readonly EndedPerson[],
  { at, saying }: Erasing,
): Promise<ErasedCounts> {
  const { all, keeping } = idsOf(people);
  const needles = await needlesOf(unit, all, keeping);
  const counts: ErasedCounts = {};
  const blanked = await blank(unit, BLANK_OF_PEOPLE, [all, needles.pattern, at, keeping]);
  for (const [key, sql] of ERASURES) {
    const values = sql.includes('$2') ? [all, keeping] : [all];
    const [, changed] = await unit.query<[unknown, number]>(sql, values);
    counts[key] = (counts[key] ?? 0) + changed;
  }
  counts['elsewhere'] = await sweep(unit, needles);
  await unit.query(`update person set redacted_at = $2 where id = any($1) and redacted_at is null`, [
    all,
    at,
  ]);
  if (blanked.length > 0) await append(unit, [await saying(blanked)]);
  return { ...counts, audit: blanked.length };
}

/** The run's own row, with what was done just now. */
async function progressed(
  unit: EntityManager,
  run: string,
  persons: number,
  more: ErasedCounts,
): Promise<OpenRun> {
  const [[row]] = await unit.query<[OpenRun[], number]>(
    `update retention_run set persons = persons + $2, planned = greatest(planned, persons + $2),
       counts = (select coalesce(jsonb_object_agg(key, total), '{}') from (select key, sum(value::int) as total
         from (select * from jsonb_each_text(counts) union all select * from jsonb_each_text($3)) as either group by key) as summed)
     where id = $1 returning id, planned, persons, counts`,
    [run, persons, JSON.stringify(more)],
  );
  if (!row) throw new Error('the run is gone');
  return row;
}

async function counted(manager: EntityManager, sql: string, values: unknown[]): Promise<ErasedCounts> {
  const rows = await manager.query<{ key: string; count: number }[]>(sql, values);
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

async function blank(unit: EntityManager, sql: string, values: unknown[]): Promise<number[]> {
  const [rows] = await unit.query<[{ n: number }[], number]>(sql, values);
  return rows.map(({ n }) => n).sort((one, other) => one - other);
}

const HELD = `
  with journeys as (${JOURNEYS_OF})
  select key, count from (
    select 'identity' as key, count(*)::int as count from person_data where person_id = any($1)
    union all select 'accounts', count(*)::int from account where person_id = any($1)
    union all select 'enrolments', count(*)::int from enrolment where person_id = any($1)
    union all select 'sessions', count(*)::int from session_log where journey_id in (select id from journeys)
    union all select 'inbox', count(*)::int from inbox_item where recipient = any($1)
    union all select 'importRows', count(*)::int from import_row where participant_id = any($1) and cells is not null
    union all select 'requests', count(*)::int from data_request where person_id = any($1)
    union all select 'audit', count(*)::int from audit_entry where data is not null and action <> 'audit.blanked'
      and (subject = any($1) or person_id = any($1))
    union all select 'events', count(*)::int from event where instance_id in (select id from journeys) and data is not null
  ) as rows where count > 0`;

const OUTDATED = `
  select key, count from (
    select 'oldImportRows' as key, count(*)::int as count from import_row join import_batch batch on batch.id = import_row.batch_id
      where batch.at < $1 and cells is not null
    union all select 'oldAudit', count(*)::int from audit_entry where at < $2 and data is not null and action <> 'audit.blanked'
    union all select 'oldRequests', count(*)::int from data_request
      where answered_at < $3 and not (kind = 'restriction' and status = 'accepted')
  ) as rows where count > 0`;

/** Texts that people wrote, and what names a superior or a post. */
const ENTRIES = `
  with journeys as (${JOURNEYS_OF})
  select event.instance_id as "instanceId", event.seq from event
  where event.data is not null and event.type <> 'entryRedacted' and (
    (event.instance_id in (select id from journeys) and (
      jsonb_path_exists(event.data, '$.** ? (exists(@.note) || exists(@.reason) || exists(@.evidence) || exists(@.summary)
        || exists(@.items) || exists(@.actions) || exists(@.superiorNip) || exists(@.unit) || exists(@.post) || exists(@.rank)
        || exists(@.text))')))
    or ($2 <> '' and event.data::text ~* $2))
  order by 1, 2`;

const BLANK_OF_PEOPLE = `
  update audit_entry set data = null, salt = null, blanked_at = $3
  where data is not null and action <> 'audit.blanked' and (subject = any($1)
    or person_id = any($1) and person_id <> all($4)
    or account_id in (select id from account where person_id = any($1) and person_id <> all($4))
    or ($2 <> '' and data::text ~* $2))
  returning n`;

const BLANK_OUTDATED = `
  update audit_entry set data = null, salt = null, blanked_at = $2
  where data is not null and action <> 'audit.blanked' and at < $1 returning n`;

const RUNS = `
  select run.id, ${instant('run.at')} as at, coalesce(data.name, account_data.name, account.username) as "actorName", run.reason,
    run.planned, run.persons, run.counts, ${instant('run.finished_at')} as "finishedAt"
  from retention_run run
  left join person_data data on data.person_id = run.actor_id
  left join account on account.id = run.actor_id
  left join person_data account_data on account_data.person_id = account.person_id
  where $1::uuid[] is null or run.org_ids && $1
  order by run.at desc, run.id desc limit $2`;
