import type { EntityManager } from 'typeorm';
import type { AuditFilter } from '#libs/access';
import type { AuditLine, AuditNames, AuditPage, AuditSearch } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { is, list } from '../rows/row-policies.js';
import { DECISIONS } from './decisions.sql.js';

/** Acts of the audit together with the decisions of journeys' own logs. */
export function auditSearch(manager: EntityManager): AuditSearch {
  return {
    async find(filter, page) {
      const rows = await manager.query<Row[]>(FIND, parametersOf(filter, page));
      return rows.map(lineOf);
    },
    async namesOf(ids): Promise<AuditNames> {
      if (ids.length === 0) return new Map();
      const rows = await manager.query<{ id: string; name: string | null; role: string | null }[]>(NAMES, [
        ids,
      ]);
      return new Map(rows.map(({ id, name, role }) => [id, { name, role }]));
    },
    async shown(rowIds) {
      const rows = await manager.query<{ id: string }[]>(SHOWN, [rowIds]);
      return new Set(rows.map(({ id }) => id));
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

/** $1 entries and journeys; asked as the reader. */
const SHOWN = `
  select id from audit_entry where id = any($1::uuid[])
  union all select id from instance where id = any($1::uuid[]) and ${is('all_requests')}
  union all select decided_in_v1($1::uuid[], ${list('requests', 'uuid')})`;

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

interface Whom {
  account: string;
  person: string;
  role: string;
  subject: string;
  /** Whether the searcher may know the participant whom it is about. */
  isNamed: string;
}

/** A participant's own act tells who he is. */
const isHisOwn = ({ person, role, subject }: Whom) =>
  `coalesce(${role} = 'participant' or ${person} = ${subject}, false)`;

const tellsActor = (whom: Whom) => `(${whom.isNamed} or not ${isHisOwn(whom)})`;

/** $2 and $3 who did it, $4 and $5 whom it concerns: an id, or a part of a name. */
const people = (whom: Whom) => {
  const { account, person, subject, isNamed } = whom;
  return `
  ($2::uuid is null or (${account} = $2 or ${person} = $2) and ${tellsActor(whom)})
  and ($3::text is null or ${tellsActor(whom)} and (
    ${person} in (select person_id from person_data where name ilike $3)
    or ${account} in (select id from account where username ilike $3
      or account.person_id in (select person_id from person_data where name ilike $3))))
  and ($4::uuid is null or ${subject} = $4 and ${isNamed})
  and ($5::text is null or ${isNamed}
    and ${subject} in (select person_id from person_data where name ilike $5 or nip like $5))`;
};

const when = (at: string, id: string) => `
  ($7::timestamptz is null or ${at} >= $7) and ($8::timestamptz is null or ${at} < $8)
  and ($10::timestamptz is null or (${at}, ${id}) < ($10, $11))`;

/** Acts on these tell nothing of a participant's journey: whoever sees them sees all of them. */
const HOUSEKEEPING = `('account', 'membership', 'organisation', 'token', 'export', 'retentionRun', 'clock')`;

/** Who asks about his data is known to whoever answers for them. */
const OF_REQUESTS = `(entry.action like 'correction.%' or entry.action like 'restriction.%')`;

/**
 * Whom an act on a journey, cohort, task or upload is about is told to the institute's organisers and to LAN, who see its
 * journeys; whoever keeps accounts and roles sees none, and is told what was done, by whom and when.
 */
const ACT_NAMED = `coalesce($1::uuid[] is null or entry.object_kind is null or entry.object_kind in ${HOUSEKEEPING}
  or ${OF_REQUESTS} or entry.org_id = any($13::uuid[]), false)`;
const DECISION_NAMED = `coalesce($1::uuid[] is null or event.org_id = any($13::uuid[]), false)`;

const shown = (data: string, { isInFull, isNamed }: { isInFull: string; isNamed: string }) =>
  `case when ${isInFull} then ${data} when ${isNamed} then ${data} || '{"before": null, "after": null}'
    else ${data} || '{"before": null, "after": null, "reason": null}' end`;

const ACT_DATA = shown('entry.data', {
  isInFull: `(entry.object_kind in ${HOUSEKEEPING} or entry.org_id = any($13::uuid[]))`,
  isNamed: ACT_NAMED,
});
const DECISION_DATA = shown(
  `jsonb_build_object('reason', coalesce(event.data ->> 'reason', event.data ->> 'note'),
    'before', null, 'after', event.data - '{reason,note,profile,items,changes,actingFor}'::text[], 'address', null)`,
  { isInFull: 'event.org_id = any($13::uuid[])', isNamed: DECISION_NAMED },
);

const OF_ACT: Whom = {
  ...{ account: 'entry.account_id', person: 'entry.person_id', role: 'entry.role', subject: 'entry.subject' },
  isNamed: ACT_NAMED,
};
const OF_DECISION: Whom = {
  ...{ account: 'account.id', person: 'person.id', role: 'event.actor_role', subject: 'instance.person_id' },
  isNamed: DECISION_NAMED,
};

const ACTS = `
  select entry.id::text as id, entry.id as row_id, entry.at, 'audit' as source, entry.action,
    case when ${tellsActor(OF_ACT)} then entry.account_id end as account_id,
    case when ${tellsActor(OF_ACT)} then entry.person_id end as person_id, entry.role,
    entry.actor_org, entry.acting_for, entry.object_kind, case when ${ACT_NAMED} then entry.object_id end as object_id,
    case when ${ACT_NAMED} then entry.subject end as subject, entry.org_id, entry.request_id, not ${tellsActor(OF_ACT)} as concealed,
    ${ACT_DATA} as data
  from audit_entry entry
  where ($1::uuid[] is null or entry.org_id = any($1) or entry.actor_org = any($1))
    and ${people(OF_ACT)}
    and ($6::text is null or entry.action = $6 or entry.action like $6 || '.%')
    and ($9::text is null or (${ACT_DATA})::text ilike $9 or entry.action ilike $9
      or ${ACT_NAMED} and (entry.object_id ilike $9
        or entry.subject in (select person_id from person_data where name ilike $9))
      or ${tellsActor(OF_ACT)} and (entry.person_id in (select person_id from person_data where name ilike $9)
        or entry.account_id in (select id from account where username ilike $9)))
    and ${when('entry.at', 'entry.id::text')}
  order by entry.at desc, entry.id::text desc limit $12`;

/** It tells nobody which journey it is. */
const DECISION_ID = `md5(event.instance_id || '.' || event.seq)`;

/** The roles of a decision's actor stand in the log; whose deputy he was, with the task that it closed. */
const DECIDED = `
  select ${DECISION_ID} as id, event.instance_id as row_id, event.at, 'journeyLog' as source, 'journey.' || event.type as action,
    case when ${tellsActor(OF_DECISION)} then account.id end as account_id,
    case when ${tellsActor(OF_DECISION)} then person.id end as person_id, event.actor_role as role, null::uuid as actor_org,
    coalesce((event.data ->> 'actingFor')::uuid,
      (select task.assignee from task where task.org_id = event.org_id and task.instance_id = event.instance_id
      and task.closed_at = event.at and task.deputy::text = event.actor_id and task.assignee <> task.deputy limit 1)) as acting_for,
    'journey' as object_kind, case when ${DECISION_NAMED} then instance.id::text end as object_id,
    case when ${DECISION_NAMED} then instance.person_id end as subject, event.org_id,
    null::text as request_id, not ${tellsActor(OF_DECISION)} as concealed,
    case when event.data is not null then ${DECISION_DATA} end as data
  from event
  join instance on instance.org_id = event.org_id and instance.id = event.instance_id
  left join person on person.id::text = event.actor_id
  left join account on account.id::text = event.actor_id
  where ${DECISIONS} and ($1::uuid[] is null or event.org_id = any($1))
    and ${people(OF_DECISION)}
    and ($6::text is null or $6 = 'journey' or $6 = 'journey.' || event.type)
    and ($9::text is null or (${DECISION_DATA})::text ilike $9 or event.type ilike $9
      or ${DECISION_NAMED} and (event.instance_id::text ilike $9
        or instance.person_id in (select person_id from person_data where name ilike $9))
      or ${tellsActor(OF_DECISION)} and person.id in (select person_id from person_data where name ilike $9))
    and ${when('event.at', DECISION_ID)}
  order by event.at desc, 1 desc limit $12`;

const FIND = `
  with found as ((${ACTS}) union all (${DECIDED}))
  select found.id, found.row_id as "rowId", ${instant('found.at')} as at, found.source, found.action, found.account_id as "accountId",
    coalesce(found.person_id, account.person_id) as "personId", found.role, found.actor_org as "actorOrg",
    found.acting_for as "actingFor", actor.name as "actorName", account.username, actor_org.name as "actorOrgName",
    principal.name as "actingForName", found.object_kind as "objectKind", found.object_id as "objectId",
    coalesce(object_cohort.name, object_person.name, object_account.username) as "objectName",
    found.subject, subject.name as "subjectName", organisation.name as "orgName", found.request_id as "requestId",
    found.concealed as "isConcealed", found.data
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

/** $1 ids, of whatever it is. */
const NAMES = `
  select person_id as id, name, null as role from person_data where person_id = any($1::uuid[])
  union all select id, coalesce((select name from person_data where person_data.person_id = account.person_id), username), null
    from account where id = any($1::uuid[])
  union all select id, name, null from organisation where id = any($1::uuid[])
  union all select id, name, null from cohort where id = any($1::uuid[])
  union all select held.id, organisation.name, held.role from (
      select id, organisation_id, role from membership union all select id, organisation_id, role from past_membership) held
    join organisation on organisation.id = held.organisation_id where held.id = any($1::uuid[])
  union all select instance.id, person_data.name, null from instance join person_data using (person_id)
    where instance.id = any($1::uuid[])`;
