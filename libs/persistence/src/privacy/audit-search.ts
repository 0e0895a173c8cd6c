import type { EntityManager } from 'typeorm';
import type { AuditFilter } from '#libs/access';
import type { AuditLine, AuditPage, AuditSearch } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { DECISIONS } from './decisions.sql.js';

/** Acts of the audit together with the decisions of journeys' own logs. */
export function auditSearch(manager: EntityManager): AuditSearch {
  return {
    async find(filter, page) {
      const rows = await manager.query<Row[]>(FIND, parametersOf(filter, page));
      return rows.map(lineOf);
    },
  };
}

interface Row extends Omit<AuditLine, 'actor'> {
  accountId: string | null;
  personId: string | null;
  role: string | null;
  actorOrg: string | null;
  actingFor: string | null;
}

function lineOf({ accountId, personId, role, actorOrg, actingFor, ...row }: Row): AuditLine {
  return { ...row, actor: { accountId, personId, role, orgId: actorOrg, actingFor } };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function parametersOf(filter: AuditFilter, { limit, after }: AuditPage): unknown[] {
  const { orgs, inFullOf, actor, subject, action, from, to, q } = filter;
  const id = (text?: string) => (text !== undefined && UUID.test(text) ? text : null);
  const like = (text?: string) =>
    text === undefined || UUID.test(text) ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return [
    ...[orgs, id(actor), like(actor), id(subject), like(subject), action ?? null],
    ...[from ?? null, to ?? null, q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`],
    ...[after?.at ?? null, after?.id ?? null, limit, inFullOf],
  ];
}

/** $2 and $3 who did it, $4 and $5 whom it concerns: an id, or a part of a name. */
const people = (account: string, person: string, subject: string) => `
  ($2::uuid is null or ${account} = $2 or ${person} = $2)
  and ($3::text is null
    or ${person} in (select person_id from person_data where name ilike $3)
    or ${account} in (select id from account where username ilike $3
      or account.person_id in (select person_id from person_data where name ilike $3)))
  and ($4::uuid is null or ${subject} = $4)
  and ($5::text is null or ${subject} in (select person_id from person_data where name ilike $5 or nip like $5))`;

const when = (at: string, id: string) => `
  ($7::timestamptz is null or ${at} >= $7) and ($8::timestamptz is null or ${at} < $8)
  and ($10::timestamptz is null or (${at}, ${id}) < ($10, $11))`;

/** Acts on these tell nothing of a participant's journey: whoever sees them sees all of them. */
const HOUSEKEEPING = `('account', 'membership', 'organisation', 'token', 'export', 'retentionRun', 'clock')`;

const shown = (data: string, isInFull: string) =>
  `case when ${isInFull} then ${data} else ${data} || '{"before": null, "after": null}' end`;

const ACT_DATA = shown(
  'entry.data',
  `(entry.object_kind in ${HOUSEKEEPING} or entry.org_id = any($13::uuid[]))`,
);
const DECISION_DATA = shown(
  `jsonb_build_object('reason', coalesce(event.data ->> 'reason', event.data ->> 'note'),
    'before', null, 'after', event.data - '{reason,note,profile,items,changes,actingFor}'::text[], 'address', null)`,
  'event.org_id = any($13::uuid[])',
);

const ACTS = `
  select entry.id::text as id, entry.at, 'audit' as source, entry.action, entry.account_id, entry.person_id, entry.role,
    entry.actor_org, entry.acting_for, entry.object_kind, entry.object_id, entry.subject, entry.org_id, entry.request_id,
    ${ACT_DATA} as data
  from audit_entry entry
  where ($1::uuid[] is null or entry.org_id = any($1) or entry.actor_org = any($1))
    and ${people('entry.account_id', 'entry.person_id', 'entry.subject')}
    and ($6::text is null or entry.action = $6 or entry.action like $6 || '.%')
    and ($9::text is null or (${ACT_DATA})::text ilike $9 or entry.object_id ilike $9 or entry.action ilike $9
      or entry.subject in (select person_id from person_data where name ilike $9)
      or entry.person_id in (select person_id from person_data where name ilike $9)
      or entry.account_id in (select id from account where username ilike $9))
    and ${when('entry.at', 'entry.id::text')}
  order by entry.at desc, entry.id::text desc limit $12`;

/** The roles of a decision's actor stand in the log; whose deputy he was, with the task that it closed. */
const DECIDED = `
  select event.instance_id || '.' || event.seq as id, event.at, 'journeyLog' as source, 'journey.' || event.type as action,
    account.id as account_id, person.id as person_id, event.actor_role as role, null::uuid as actor_org,
    coalesce((event.data ->> 'actingFor')::uuid,
      (select task.assignee from task where task.org_id = event.org_id and task.instance_id = event.instance_id
      and task.closed_at = event.at and task.deputy::text = event.actor_id and task.assignee <> task.deputy limit 1)) as acting_for,
    'journey' as object_kind, instance.id::text as object_id, instance.person_id as subject, event.org_id,
    null::text as request_id,
    case when event.data is not null then ${DECISION_DATA} end as data
  from event
  join instance on instance.org_id = event.org_id and instance.id = event.instance_id
  left join person on person.id::text = event.actor_id
  left join account on account.id::text = event.actor_id
  where ${DECISIONS} and ($1::uuid[] is null or event.org_id = any($1))
    and ${people('account.id', 'person.id', 'instance.person_id')}
    and ($6::text is null or $6 = 'journey' or $6 = 'journey.' || event.type)
    and ($9::text is null or (${DECISION_DATA})::text ilike $9 or event.type ilike $9 or event.instance_id::text ilike $9
      or instance.person_id in (select person_id from person_data where name ilike $9)
      or person.id in (select person_id from person_data where name ilike $9))
    and ${when('event.at', `(event.instance_id || '.' || event.seq)`)}
  order by event.at desc, 1 desc limit $12`;

const FIND = `
  with found as ((${ACTS}) union all (${DECIDED}))
  select found.id, ${instant('found.at')} as at, found.source, found.action, found.account_id as "accountId",
    coalesce(found.person_id, account.person_id) as "personId", found.role, found.actor_org as "actorOrg",
    found.acting_for as "actingFor", actor.name as "actorName", account.username, actor_org.name as "actorOrgName",
    principal.name as "actingForName", found.object_kind as "objectKind", found.object_id as "objectId",
    coalesce(object_cohort.name, object_person.name, object_account.username) as "objectName",
    found.subject, subject.name as "subjectName", organisation.name as "orgName", found.request_id as "requestId", found.data
  from found
  left join account on account.id = found.account_id
  left join person_data actor on actor.person_id = coalesce(found.person_id, account.person_id)
  left join organisation actor_org on actor_org.id = found.actor_org
  left join person_data principal on principal.person_id = found.acting_for
  left join person_data subject on subject.person_id = found.subject
  left join organisation on organisation.id = found.org_id
  left join cohort object_cohort on found.object_kind = 'cohort' and object_cohort.id::text = found.object_id
  left join person_data object_person on found.object_kind = 'person' and object_person.person_id::text = found.object_id
  left join account object_account on found.object_kind = 'account' and object_account.id::text = found.object_id
  order by found.at desc, found.id desc limit $12`;
