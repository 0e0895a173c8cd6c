import type { EntityManager } from 'typeorm';
import type { InboxItem, LeasedMail, MailLine, MailStore, UndecidedItem } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { ABOUT, ITEM_COLUMNS, UNSETTLED } from './inbox-items.sql.js';
import { prepared } from '../prepared.js';
import { FAIL_MAIL, RETRY_MAIL } from './mail-incident.sql.js';
import { preferencesOf } from './preference.store.js';

/** Any number, the same for all: who puts items into letters does so alone, lest one reader gets two. */
const COMPOSE_LOCK = 7_184_203;
const MOST_ITEMS = 20;

export function mailStore(manager: EntityManager): MailStore {
  const changed = async (sql: string, values: unknown[]) => {
    const [, count] = await manager.query<[unknown, number]>(sql, values);
    return count > 0;
  };
  return {
    undecided: (limit) =>
      manager.query<UndecidedItem[]>(
        `select id, message, ${instant('at')} as at, ${preferencesOf('item.recipient')} as stored
         from inbox_item item where mail = 'undecided' order by seq limit $1`,
        [limit],
      ),
    async decide(decisions) {
      if (decisions.length === 0) return;
      await manager.query(
        `update inbox_item set mail = case when g.at is null then 'none' else 'waiting' end, mail_at = g.at
         from jsonb_to_recordset($1::jsonb) as g (id uuid, at timestamptz)
         where inbox_item.id = g.id and mail = 'undecided'`,
        [JSON.stringify(decisions.map(({ id, mailAt }) => ({ id, at: mailAt })))],
      );
    },
    async decideNone() {
      const [row] = await prepared<{ count: number }>(manager, DECIDE_NONE, []);
      return row?.count ?? 0;
    },
    compose: (request) => manager.transaction((unit) => compose(unit, request)),
    claim: (request) => claim(manager, request),
    sent: ({ id, leaseId }, wall) => changed(done('sent'), [id, leaseId, wall]),
    drop: ({ id, leaseId }, wall) => changed(done('dropped'), [id, leaseId, wall]),
    async fail({ id, leaseId }, cause, nextAttemptAt) {
      const [row] = await manager.query<{ count: number }[]>(FAIL_MAIL, [id, leaseId, cause, nextAttemptAt]);
      return row?.count === 1;
    },
    list: ({ status }, { limit, after }) =>
      manager.query<MailLine[]>(
        `select id, recipient, status, (select count(*)::int from inbox_item where mail_id = mail.id) as items, attempts,
           case when status = 'pending' then ${instant('next_attempt_at')} end as "nextAttemptAt", cause,
           ${instant('created_at')} as "createdAt", case when status = 'sent' then ${instant('done_at')} end as "sentAt"
         from mail where ($1::text is null or status = $1) and ($2::uuid is null or id > $2) order by id limit $3`,
        [status ?? null, after, limit],
      ),
    async retry(id, { wall, at }) {
      const [row] = await manager.query<{ count: number }[]>(RETRY_MAIL, [id, wall, at]);
      return row?.count === 1;
    },
  };
}

/** The conditions of the two indexes, each of which is empty where nothing waits. */
const DECIDE_NONE = {
  name: 'mail-decide-none',
  text: `with decided as (
      update inbox_item set mail = 'none', mail_at = null
      where id in (select id from inbox_item where mail = 'undecided' union all
        select id from inbox_item where mail = 'waiting')
      returning 1
    )
    select count(*)::int as count from decided`,
};

const MINE = `id = $1 and lease_id = $2 and status = 'pending'`;

const done = (status: 'sent' | 'dropped') =>
  `update mail set status = '${status}', done_at = $3, lease_id = null, lease_until = null, cause = null where ${MINE}`;

async function compose(
  unit: EntityManager,
  { upTo, perMoment, wall }: Parameters<MailStore['compose']>[0],
): Promise<number> {
  await unit.query(`select pg_advisory_xact_lock($1)`, [COMPOSE_LOCK]);
  await unit.query(
    `update inbox_item item set mail = 'none', mail_at = null
     where mail = 'waiting' and mail_at <= $1 and (read_at is not null or not ${UNSETTLED})`,
    [upTo],
  );
  const [row] = await unit.query<{ count: number }[]>(COMPOSE, [upTo, perMoment, wall]);
  return row?.count ?? 0;
}

const COMPOSE = `
  with ready as (
    select id, recipient, case when $2 then mail_at end as moment, mail_at from inbox_item
    where mail = 'waiting' and mail_at <= $1
  ), letter as (
    select gen_random_uuid() as id, recipient, moment, max(mail_at) as at from ready group by recipient, moment
  ), known as (
    insert into inbox_preference (recipient) select distinct recipient from letter on conflict do nothing
  ), written as (
    insert into mail (id, recipient, next_attempt_at, created_at)
    select id, recipient, $3, case when $2 then at else $1::timestamptz end from letter
  ), taken as (
    update inbox_item set mail = 'taken', mail_at = null, mail_id = letter.id
    from ready join letter on letter.recipient = ready.recipient and letter.moment is not distinct from ready.moment
    where inbox_item.id = ready.id
  )
  select count(*)::int as count from letter`;

async function claim(
  manager: EntityManager,
  { wall, leaseUntil, limit }: Parameters<MailStore['claim']>[0],
): Promise<LeasedMail[]> {
  const [claimed] = await manager.query<[Claimed[], number]>(CLAIM, [wall, leaseUntil, limit]);
  if (claimed.length === 0) return [];
  const items = await manager.query<(InboxItem & { mailId: string })[]>(
    `select item.mail_id as "mailId", ${ITEM_COLUMNS} from inbox_item item ${ABOUT}
     where item.mail_id = any($1::uuid[]) and ${UNSETTLED} order by item.at, item.seq`,
    [claimed.map(({ id }) => id)],
  );
  return claimed.map((mail) => {
    const own = items.filter(({ mailId }) => mailId === mail.id).map(({ mailId: _, ...item }) => item);
    return { ...mail, items: own.slice(0, MOST_ITEMS), count: own.length };
  });
}

type Claimed = Omit<LeasedMail, 'items' | 'count'>;

const CLAIM = `
  update mail set attempts = mail.attempts + 1, lease_id = gen_random_uuid(), lease_until = $2
  from (
    select id from mail
    where status = 'pending' and next_attempt_at <= $1 and (lease_until is null or lease_until <= $1)
    order by next_attempt_at, id limit $3 for update skip locked
  ) ready
  where mail.id = ready.id
  returning mail.id, mail.lease_id as "leaseId", mail.attempts, mail.recipient,
    (select email from person_data where person_id = mail.recipient) as address,
    coalesce((select name from person_data where person_id = mail.recipient), '') as name,
    (select token from inbox_preference where inbox_preference.recipient = mail.recipient) as token,
    ${preferencesOf('mail.recipient')} as stored`;
