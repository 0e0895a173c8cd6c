import type { EntityManager } from 'typeorm';
import type { EndedPerson, EntryToRedact, ErasedCounts, RetentionRun, RetentionStore } from '#libs/training';
import { append } from '../access/audit.store.js';
import { instant } from '../engine/sql/instant.sql.js';
import { ERASURES, JOURNEYS_OF } from './erasures.sql.js';
import { needlesOf, sweep } from './sweep.js';

export function retentionStore(manager: EntityManager): RetentionStore {
  return {
    ended: (before, orgs, limit) => manager.query<EndedPerson[]>(`${ENDED} limit $3`, [before, orgs, limit]),
    async countEnded(before, orgs) {
      const [row] = await manager.query<{ count: number }[]>(
        `select count(*)::int as count from (${ENDED}) as ended`,
        [before, orgs],
      );
      return row?.count ?? 0;
    },
    held: (people) => counted(manager, HELD, [people]),
    outdated: ({ imports, audit, requests }) => counted(manager, OUTDATED, [imports, audit, requests]),
    async entriesWith(people) {
      const pattern = (await needlesOf(manager, people)).pattern;
      return manager.query<EntryToRedact[]>(ENTRIES, [people, pattern]);
    },
    erase: (people, at, saying) =>
      manager.transaction(async (unit) => {
        const needles = await needlesOf(unit, people);
        const counts: ErasedCounts = {};
        const blanked = await blank(unit, BLANK_OF_PEOPLE, [people, needles.pattern, at]);
        for (const [key, sql] of ERASURES) {
          const [, changed] = await unit.query<[unknown, number]>(sql, [people]);
          counts[key] = (counts[key] ?? 0) + changed;
        }
        counts['elsewhere'] = await sweep(unit, needles);
        await unit.query(`update person set redacted_at = $2 where id = any($1) and redacted_at is null`, [
          people,
          at,
        ]);
        if (blanked.length > 0) await append(unit, [await saying(blanked)]);
        return { ...counts, audit: blanked.length };
      }),
    eraseOutdated: ({ imports, audit, requests }, at, saying) =>
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
        return { importRows: rows, requests: asked, audit: blanked.length };
      }),
    async begin({ id, at, actorId, orgs, reason }) {
      await manager.query(
        `insert into retention_run (id, at, actor_id, org_ids, reason, persons, counts) values ($1, $2, $3, $4, $5, 0, '{}')`,
        [id, at, actorId, orgs, reason],
      );
    },
    async finish(id, at, persons, counts) {
      await manager.query(
        `update retention_run set finished_at = $2, persons = $3, counts = $4 where id = $1`,
        [...[id, at, persons, JSON.stringify(counts)]],
      );
    },
    runs: (orgs, limit) => manager.query<RetentionRun[]>(RUNS, [orgs, limit]),
  };
}

async function counted(manager: EntityManager, sql: string, values: unknown[]): Promise<ErasedCounts> {
  const rows = await manager.query<{ key: string; count: number }[]>(sql, values);
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

async function blank(unit: EntityManager, sql: string, values: unknown[]): Promise<number[]> {
  const [rows] = await unit.query<[{ n: number }[], number]>(sql, values);
  return rows.map(({ n }) => n).sort((one, other) => one - other);
}

/** Every journey of theirs has ended, and no paper of theirs is valid any more; nobody who works for an organisation. */
const ENDED = `
  select person.id as "personId", data.name, min(organisation.name) as institute, greatest(max(journey.updated_at)::date,
    (select max(coalesce(certificate.valid_until, certificate.issued_on)) from certificate where certificate.person_id = person.id))::text as "endedOn",
    count(*)::int as journeys
  from person join instance journey on journey.person_id = person.id and journey.definition_key = 'participantJourney'
  left join person_data data on data.person_id = person.id
  left join organisation on organisation.id = journey.org_id
  where person.redacted_at is null
    and ($2::uuid[] is null or not exists (select from instance other where other.person_id = person.id
      and other.definition_key = 'participantJourney' and other.org_id <> all($2)))
    and not exists (select from membership left join account on account.id = membership.account_id
      where coalesce(membership.person_id, account.person_id) = person.id and membership.role <> 'participant')
  group by person.id, data.name
  having bool_and(journey.status = 'final') and greatest(max(journey.updated_at)::date,
    (select max(coalesce(certificate.valid_until, certificate.issued_on)) from certificate where certificate.person_id = person.id)) < $1::date
  order by "endedOn", person.id`;

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
  where data is not null and action <> 'audit.blanked' and (subject = any($1) or person_id = any($1)
    or account_id in (select id from account where person_id = any($1)) or ($2 <> '' and data::text ~* $2))
  returning n`;

const BLANK_OUTDATED = `
  update audit_entry set data = null, salt = null, blanked_at = $2
  where data is not null and action <> 'audit.blanked' and at < $1 returning n`;

const RUNS = `
  select run.id, ${instant('run.at')} as at, coalesce(data.name, account_data.name, account.username) as "actorName", run.reason,
    run.persons, run.counts, ${instant('run.finished_at')} as "finishedAt"
  from retention_run run
  left join person_data data on data.person_id = run.actor_id
  left join account on account.id = run.actor_id
  left join person_data account_data on account_data.person_id = account.person_id
  where $1::uuid[] is null or run.org_ids && $1
  order by run.at desc, run.id desc limit $2`;
