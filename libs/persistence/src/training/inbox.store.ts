import type { EntityManager } from 'typeorm';
import type { InboxCounts, InboxItem, InboxStore } from '#libs/training';
import { ABOUT, ITEM_COLUMNS, UNSETTLED } from './inbox-items.sql.js';
import { prepared } from '../prepared.js';
import { unrestricted } from '../privacy/unrestricted.sql.js';
import { SEATS } from './seats.sql.js';

export function inboxStore(manager: EntityManager): InboxStore {
  return {
    list: ({ id, chosen }, { unread, kind }, { limit, after }) =>
      manager.query<InboxItem[]>(LIST, [
        ...[id, chosen, unread ?? null, kind ?? null],
        ...[after?.at ?? null, after?.seq ?? null, limit],
      ]),
    async counts({ id, chosen }) {
      const [row] = await manager.query<InboxCounts[]>(COUNTS, [id, chosen]);
      return row!;
    },
    async read(recipient, id, at) {
      const values = [recipient.id, recipient.chosen, id];
      await manager.query(
        `update inbox_item item set read_at = coalesce(read_at, $4) where recipient = $1 and id = $3 and ${TOLD_AS}`,
        [...values, at],
      );
      const rows = await manager.query<InboxItem[]>(
        `select ${ITEM_COLUMNS} from inbox_item item ${ABOUT} where item.recipient = $1 and item.id = $3 and ${TOLD_AS}`,
        values,
      );
      return rows[0] ?? null;
    },
    async readAll({ id, chosen }, at) {
      const [, count] = await manager.query<[unknown, number]>(
        `update inbox_item item set read_at = $3 where recipient = $1 and read_at is null and ${TOLD_AS}`,
        [id, chosen, at],
      );
      return count;
    },
    async distribute(limit) {
      const [row] = await prepared<{ count: number }>(manager, DISTRIBUTE, [limit]);
      return row?.count ?? 0;
    },
  };
}

/** Whoever answers for an office is told of its people's tasks, in their role. */
const ROLES_TOLD = `case when item.params ->> 'stage' = 'organisation' then array['institute', 'agency', 'centre'] else array[item.role] end`;

/** $2 as what: null for everything. */
const TOLD_AS = `($2::text[] is null or exists (select from unnest(${ROLES_TOLD}) told (role)
  where told.role = any($2) or item.org_id::text || ':' || told.role = any($2) or exists (
    select from unnest(item.journey_ids || array(select task.instance_id from task where task.id = any(item.task_ids))) journey (id)
    where is_chosen_v1(item.org_id, journey.id, told.role, $2))))`;

/** $3: true for what is unread and unsettled, false for the rest, null for all. */
const LIST = `
  select ${ITEM_COLUMNS} from inbox_item item ${ABOUT}
  where item.recipient = $1 and ${TOLD_AS} and ($3::boolean is null or $3 = (item.read_at is null and ${UNSETTLED}))
    and ($4::text is null or item.kind = $4)
    and ($5::timestamptz is null or (item.at, item.seq) < ($5, $6::bigint))
  order by item.at desc, item.seq desc
  limit $7`;

const COUNTS = `
  select (select count(*)::int from inbox_item item where recipient = $1 and ${TOLD_AS}) as total,
    count(*)::int as unread,
    jsonb_build_object('reminder', count(*) filter (where kind = 'reminder'), 'notice', count(*) filter (where kind = 'notice'))
      as "unreadByKind"
  from inbox_item item where recipient = $1 and read_at is null and ${UNSETTLED} and ${TOLD_AS}`;

/** Same news of the same moment about several people of a cohort are one item for each reader. */
const DISTRIBUTE = {
  name: 'inbox-distribute',
  text: `
  with news as (
    select ground, org_id, journey_id, cohort_id, role, person_id, message, params, at, seq from notification
    where not distributed order by seq limit $1 for update skip locked
  ), seat as materialized (${SEATS}
  ), reader as (
    select ground, person_id as person from news where person_id is not null
    union
    select news.ground, party.person_id from news join journey_party party on party.org_id = news.org_id
        and party.instance_id = news.journey_id and party.role = news.role and party.person_id is not null
      where news.person_id is null
    union
    select news.ground, seat.actor from news join seat on seat.role = news.role and (seat.org = news.org_id
        or news.role in ('agency', 'centre') and exists (select 1 from journey_party party where party.org_id = news.org_id
          and party.instance_id = news.journey_id and party.role = news.role and party.party_org = seat.org))
      where news.person_id is null and news.role in ('institute', 'examiner', 'lms', 'agency', 'centre')
    union
    select news.ground, seat.actor from news join seat on seat.role = 'lan' where news.person_id is null and news.role = 'lan'
        and not exists (select from enrolment enrolled where enrolled.journey_id = news.journey_id
          and not ${unrestricted('enrolled.person_id')})
  ), told as (
    select news.*, reader.person, coalesce(news.cohort_id, enrolment.cohort_id) as of_cohort
    from news join reader using (ground)
    left join certificate on certificate.instance_id = news.journey_id
    left join enrolment on enrolment.journey_id = coalesce(certificate.journey_id, news.journey_id)
  ), item as (
    insert into inbox_item (org_id, recipient, ground, kind, role, message, params, cohort_id, journey_ids, at)
    select org_id, person, 'notice|' || md5(concat_ws('|', role, message, of_cohort, at, params)), 'notice', role, message,
      params, of_cohort, coalesce(array_agg(journey_id order by seq) filter (where journey_id is not null), '{}'), at
    from told
    group by org_id, person, role, message, params, of_cohort, at
    order by person, min(seq)
    on conflict (recipient, ground) do update set
      journey_ids = inbox_item.journey_ids || excluded.journey_ids, read_at = null
  ), seen as (
    update notification set distributed = true from news where notification.ground = news.ground
  )
  select count(*)::int as count from news`,
};
