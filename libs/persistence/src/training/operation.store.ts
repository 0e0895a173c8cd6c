import type { EntityManager } from 'typeorm';
import type { BulkAct, BulkEvent, BulkItem, BulkOperation, BulkStanding, BulkStore } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { INCIDENT, overdue as overdueAt } from './journey-index.js';
import { usernameOf } from './operation-people.sql.js';

export function bulkStore(manager: EntityManager): BulkStore {
  const changed = async (sql: string, parameters: unknown[]): Promise<boolean> => {
    const [, count] = await manager.query<[unknown, number]>(sql, parameters);
    return count > 0;
  };
  return {
    async matching({ all, owners }, filter, now, limit) {
      const { cohort, state, pathway, agency, overdue, q, status } = filter;
      const named = [cohort, state, pathway, agency, overdue].map((one) => one ?? null);
      const search = q === undefined ? null : q.replace(/[\\%_]/g, '\\$&');
      const rows = await manager.query<{ id: string }[]>(MATCHING, [
        ...[all, owners, now, ...named, search, status ?? null, limit],
      ]);
      return rows.map(({ id }) => id);
    },
    async among({ all, owners }, ids) {
      const rows = await manager.query<{ id: string }[]>(
        `select journey.id from instance journey where ${RUN} and ${OF_SOMEBODY} and journey.id = any($3::uuid[]) order by journey.id`,
        [all, owners, ids],
      );
      return rows.map(({ id }) => id);
    },
    standings: (ids) => manager.query<BulkStanding[]>(STANDINGS, [ids]),
    async said(journeyId, messageId) {
      const [event] = await manager.query<BulkEvent[]>(
        `select event.type, event.data as payload from instance
         join event on event.org_id = instance.org_id and event.instance_id = instance.id
         where instance.id = $1 and event.message_id = $2 and event.data is not null order by event.seq limit 1`,
        [journeyId, messageId],
      );
      return event ?? null;
    },
    create: (operation, refusal) =>
      manager.transaction(async (unit) => {
        const { id, orgId, order, reason, actor, at, journeyIds, unknown } = operation;
        const started: BulkAct = { act: 'started', actorId: actor.id, at, reason };
        const written = await unit.query<unknown[]>(
          `insert into bulk_operation (org_id, id, ordered, reason, actor_id, actor_role, status, at, acts)
           values ($1, $2, $3, $4, $5, $6, 'running', $7, $8) on conflict (id) do nothing returning id`,
          [orgId, id, JSON.stringify(order), reason, actor.id, actor.role, at, JSON.stringify([started])],
        );
        if (written.length === 0) return;
        await unit.query(
          `insert into bulk_operation_item (operation_id, journey_id, status, refusal, at)
           select $1::uuid, journey, 'pending', null::jsonb, null::timestamptz from unnest($2::uuid[]) as journey
           union all select $1::uuid, journey, 'refused', $4::jsonb, $5::timestamptz from unnest($3::uuid[]) as journey`,
          [id, journeyIds, unknown, JSON.stringify(refusal), at],
        );
      }),
    async byId(id) {
      const rows = await manager.query<BulkOperation[]>(`${OPERATION} where operation.id = $1`, [id]);
      return rows[0] ?? null;
    },
    list: ({ all, owners }, { limit, after }) =>
      manager.query<BulkOperation[]>(
        `${OPERATION} where ($1 or operation.org_id = any($2::uuid[]))
           and ($3::uuid is null or (operation.at, operation.id) < (select at, id from bulk_operation where id = $3))
         order by operation.at desc, operation.id desc limit $4`,
        [all, owners, after, limit],
      ),
    items: (id, { status }, { limit, after }) =>
      manager.query<BulkItem[]>(ITEMS, [id, status ?? null, after, limit]),
    next: (id, limit) =>
      manager.query(
        `select item.journey_id as "journeyId", item.attempt, item.event, item.refusal
         from bulk_operation_item item join bulk_operation operation on operation.id = item.operation_id
         where item.operation_id = $1 and item.status = 'pending' and operation.status = 'running'
         order by item.journey_id limit $2`,
        [id, limit],
      ),
    async prepare(id, events) {
      await manager.query(
        `update bulk_operation_item item set event = given.event
         from jsonb_to_recordset($2::jsonb) as given ("journeyId" uuid, event jsonb)
         where item.operation_id = $1 and item.journey_id = given."journeyId" and item.event is null`,
        [id, JSON.stringify(events)],
      );
    },
    record: (id, results, at, leaseUntil) =>
      manager.transaction(async (unit) => {
        await unit.query(RECORD, [id, JSON.stringify(results), at]);
        await unit.query(`update bulk_operation set lease_until = $2 where id = $1 and status = 'running'`, [
          ...[id, leaseUntil],
        ]);
      }),
    async takeUp(id, now, leaseUntil) {
      const [rows] = await manager.query<[{ id: string }[], number]>(TAKE_UP, [id, now, leaseUntil]);
      return rows[0] ? this.byId(rows[0].id) : null;
    },
    async renew(id, leaseUntil) {
      await manager.query(`update bulk_operation set lease_until = $2 where id = $1 and status = 'running'`, [
        id,
        leaseUntil,
      ]);
    },
    async letGo(id) {
      await manager.query(`update bulk_operation set lease_until = null where id = $1`, [id]);
    },
    async finish(id, at) {
      await manager.query(FINISH, [id, at]);
    },
    pause: (id, act) => changed(PAUSE, [id, JSON.stringify(act)]),
    resume: (id, act) => changed(RESUME, [id, JSON.stringify(act)]),
    retry: (id, act) =>
      manager.transaction(async (unit) => {
        const [, count] = await unit.query<[unknown, number]>(RETRY, [id, JSON.stringify(act)]);
        if (count > 0) await unit.query(WAIT_AGAIN, [id]);
        return count > 0;
      }),
  };
}

const RUN = `($1::boolean or journey.org_id = any($2::uuid[]))`;

/** Journeys of people, not their certificates; one whose import was undone is in the record and no longer in its cohort. */
const OF_SOMEBODY = `journey.definition_key = 'participantJourney'
  and exists (select 1 from enrolment where enrolment.journey_id = journey.id)`;

const MATCHING = `
  select journey.id from instance journey
  join enrolment on enrolment.journey_id = journey.id
  join cohort on cohort.id = enrolment.cohort_id
  join organisation agency on agency.id = enrolment.agency_org_id
  left join person_data person on person.person_id = enrolment.person_id
  where ${RUN} and journey.definition_key = 'participantJourney' and journey.status <> 'final'
    and ($4::uuid is null or cohort.id = $4)
    and ($5::text is null or exists (select 1 from unnest(journey.state) as path where path = $5 or path like $5 || '.%'))
    and ($6::text is null or cohort.pathway = $6)
    and ($7::text is null or agency.code = $7)
    and ($8::boolean is null or ${overdueAt('$3')} = $8)
    and ($9::text is null or person.name ilike '%' || $9 || '%' or person.nip like $9 || '%')
    and ($10::text is null or $10 = case when ${INCIDENT} then 'incident' else journey.status end)
  order by journey.id limit $11`;

const STANDINGS = `
  select journey.id as "journeyId", journey.org_id as "orgId",
    jsonb_build_object('key', journey.definition_key, 'version', journey.definition_version) as definition,
    journey.snapshot, journey.status, journey.state, cohort.zone,
    jsonb_build_object('name', person.name, 'nip', person.nip) as participant,
    coalesce((select jsonb_agg(jsonb_build_object('name', deadline.name, 'due', ${instant('deadline.due_at')},
        'on', deadline.due_on, 'why', deadline.why) order by deadline.due_at, deadline.name)
      from deadline where deadline.org_id = journey.org_id and deadline.instance_id = journey.id
        and deadline.status = 'armed'), '[]') as deadlines
  from instance journey
  join enrolment on enrolment.journey_id = journey.id
  join cohort on cohort.id = enrolment.cohort_id
  left join person_data person on person.person_id = enrolment.person_id
  where journey.id = any($1::uuid[]) order by journey.id`;

const COUNT = (status: string) => `count(*) filter (where item.status = '${status}')`;

const ACTS = `(select jsonb_agg(act || jsonb_build_object('username', ${usernameOf("act ->> 'actorId'")}) order by place)
  from jsonb_array_elements(operation.acts) with ordinality as list (act, place))`;

const OPERATION = `
  select operation.id, operation.org_id as "orgId", operation.ordered as "order", operation.reason,
    jsonb_build_object('id', operation.actor_id, 'role', operation.actor_role) as actor,
    ${usernameOf('operation.actor_id')} as username, operation.status, ${instant('operation.at')} as at,
    ${instant('operation.finished_at')} as "finishedAt", counted.total, counted.counts, ${ACTS} as acts
  from bulk_operation operation cross join lateral (
    select count(*)::int as total, jsonb_build_object('pending', ${COUNT('pending')}, 'done', ${COUNT('done')},
      'refused', ${COUNT('refused')}, 'failed', ${COUNT('failed')}) as counts
    from bulk_operation_item item where item.operation_id = operation.id) counted`;

const ITEMS = `
  select item.journey_id as "journeyId", item.status, item.attempt, item.event, item.refusal, ${instant('item.at')} as at,
    jsonb_build_object('name', person.name, 'nip', person.nip) as participant
  from bulk_operation_item item
  left join enrolment on enrolment.journey_id = item.journey_id
  left join person_data person on person.person_id = enrolment.person_id
  where item.operation_id = $1 and ($2::text is null or item.status = $2) and ($3::uuid is null or item.journey_id > $3)
  order by item.journey_id limit $4`;

/** Two who work on the same journeys say the same; the first who wrote it down is right. */
const RECORD = `
  update bulk_operation_item item set status = given.status, refusal = given.refusal, at = $3
  from jsonb_to_recordset($2::jsonb) as given ("journeyId" uuid, status text, refusal jsonb)
  where item.operation_id = $1 and item.journey_id = given."journeyId" and item.status = 'pending'`;

/** Whoever works on one says so again and again, so a lease that ran out is a process that died. */
const TAKE_UP = `
  update bulk_operation set lease_until = $3 where id = (
    select id from bulk_operation where status = 'running' and ($1::uuid is null or id = $1)
      and (lease_until is null or lease_until < $2)
    order by at, id limit 1 for update skip locked)
  returning id`;

const FINISH = `
  update bulk_operation set status = 'done', finished_at = $2, lease_until = null
  where id = $1 and status = 'running'
    and not exists (select from bulk_operation_item where operation_id = $1 and status = 'pending')`;

const PAUSE = `
  update bulk_operation set status = 'paused', lease_until = null, acts = acts || $2::jsonb
  where id = $1 and status = 'running'`;

const RESUME = `
  update bulk_operation set status = 'running', acts = acts || $2::jsonb where id = $1 and status = 'paused'`;

/** What was never the caller's to run stays so. */
const UNDONE = `(item.status = 'failed' or item.status = 'refused' and item.refusal ->> 'code' <> 'journey.not_found')`;

const RETRY = `
  update bulk_operation set status = 'running', finished_at = null, acts = acts || $2::jsonb
  where id = $1 and status = 'done' and exists (select from bulk_operation_item item
    where item.operation_id = $1 and ${UNDONE})`;

/** A no was recorded and would be told again: it takes another message. What failed is not recorded, and stays the same. */
const WAIT_AGAIN = `
  update bulk_operation_item item set status = 'pending',
    attempt = case when status = 'refused' then attempt + 1 else attempt end,
    event = case when status = 'refused' then null else event end,
    refusal = case when status = 'refused' then null else refusal end
  where item.operation_id = $1 and ${UNDONE}`;
