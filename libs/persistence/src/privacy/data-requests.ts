import type { EntityManager } from 'typeorm';
import {
  type CorrectableField,
  type DataRequest,
  type DataRequests,
  type RequestAnswer,
} from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

/** An organisation keeps somebody's data when it trains him, sends him, or he has a role there. */
const KEPT_BY = `exists (select from enrolment where enrolment.person_id = request.person_id
    and (enrolment.org_id = any($1) or enrolment.agency_org_id = any($1)))
  or exists (select from membership left join account on account.id = membership.account_id
    where membership.organisation_id = any($1) and coalesce(membership.person_id, account.person_id) = request.person_id)`;

const SELECT = `
  select request.id, request.person_id as "personId", data.name as "personName", request.kind, request.field, request.value,
    case request.field when 'name' then data.name when 'nip' then data.nip when 'birthDate' then data.birth_date::text
      when 'sex' then data.sex when 'email' then data.email when 'phone' then data.phone when 'unit' then latest.unit
      when 'post' then latest.post when 'rank' then latest.rank end as current,
    request.reason, request.status, ${instant('request.asked_at')} as "askedAt", ${instant('request.due_at')} as "dueAt",
    request.answer, ${instant('request.answered_at')} as "answeredAt", latest.org_id as "orgId"
  from data_request request
  left join person_data data on data.person_id = request.person_id
  left join lateral (select org_id, unit, post, rank from enrolment where enrolment.person_id = request.person_id
    order by created_at desc, journey_id desc limit 1) latest on true`;

export function dataRequests(manager: EntityManager): DataRequests {
  const find = (rest: string, values: unknown[]) => manager.query<DataRequest[]>(`${SELECT} ${rest}`, values);
  return {
    async ask({ id, personId, kind, field, value, reason, askedAt, dueAt }) {
      const rows = await manager.query<unknown[]>(
        `insert into data_request (id, person_id, kind, field, value, reason, asked_at, due_at)
         select $1, $2, $3, $4, $5, $6, $7, $8
         where not exists (select from data_request where person_id = $2 and kind = $3 and status = 'open'
           and field is not distinct from $4)
         on conflict do nothing returning id`,
        [id, personId, kind, field, value, reason, askedAt, dueAt],
      );
      return rows.length === 1;
    },
    ofPerson: (personId) =>
      find('where request.person_id = $1 order by request.asked_at desc, request.id', [personId]),
    list: ({ orgs, status }, { limit, after }) =>
      find(
        `where ($1::uuid[] is null or ${KEPT_BY}) and ($2::text is null or request.status = $2)
           and ($3::timestamptz is null or (request.due_at, request.id) > ($3, $4::uuid))
         order by request.due_at, request.id limit $5`,
        [orgs, status ?? null, after?.due ?? null, after?.id ?? null, limit],
      ),
    async byId(id, orgs) {
      const rows = await find(`where request.id = $2 and ($1::uuid[] is null or ${KEPT_BY})`, [orgs, id]);
      return rows[0] ?? null;
    },
    async shown(ids) {
      const rows = await manager.query<{ id: string }[]>(
        `select id from data_request where id = any($1::uuid[])`,
        [ids],
      );
      return new Set(rows.map(({ id }) => id));
    },
    answer: (id, answer) => manager.transaction((unit) => answerIn(unit, id, answer)),
    async isRestricted(personId) {
      const rows = await manager.query<unknown[]>(
        `select 1 from data_request where person_id = $1 and kind = 'restriction' and status = 'accepted'`,
        [personId],
      );
      return rows.length > 0;
    },
  };
}

const PERSONAL: Partial<Record<CorrectableField, string>> = {
  name: 'name = $2',
  nip: 'nip = $2',
  birthDate: 'birth_date = $2::date',
  sex: 'sex = $2',
  email: 'email = $2',
  phone: 'phone = $2',
};

async function answerIn(
  unit: EntityManager,
  id: string,
  { status, answer, by, at }: RequestAnswer,
): Promise<'done' | 'gone' | 'taken'> {
  const from = status === 'ended' ? 'accepted' : 'open';
  const [rows] = await unit.query<
    [{ personId: string; kind: string; field: CorrectableField | null; value: string }[], number]
  >(
    `update data_request set status = $2, answer = $3, answered_by = $4, answered_at = $5 where id = $1 and status = $6
     returning person_id as "personId", kind, field, value`,
    [id, status, answer, by, at, from],
  );
  const request = rows[0];
  if (!request) return 'gone';
  const { personId, kind, field, value } = request;
  if (status !== 'accepted' || kind !== 'correction' || field === null) return 'done';
  if (field === 'nip') {
    const rivals = await unit.query<unknown[]>(
      `select 1 from person_data where nip = $2 and person_id <> $1`,
      [personId, value],
    );
    if (rivals.length > 0) {
      await unit.query(
        `update data_request set status = 'open', answer = null, answered_by = null, answered_at = null where id = $1`,
        [id],
      );
      return 'taken';
    }
  }
  const personal = PERSONAL[field];
  if (personal !== undefined)
    await unit.query(`update person_data set ${personal} where person_id = $1`, [personId, value]);
  else
    await unit.query(
      `update enrolment set ${field} = $2 where person_id = $1 and journey_id in (
         select id from instance where person_id = $1 and status <> 'final')`,
      [personId, value],
    );
  return 'done';
}
