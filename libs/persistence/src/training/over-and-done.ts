import type { EntityManager } from 'typeorm';
import type { Instant } from '#libs/calendar';
import { UNSETTLED } from './inbox-items.sql.js';

/** What was over before these instants is thrown away. */
export interface OverBefore {
  /** Of business time. */
  inbox: Instant;
  operations: Instant;
  /** Of the wall, by which letters are sent. */
  letters: Instant;
}

/** How many went. */
export type ThrownAway = Record<keyof OverBefore, number>;

/** Rows at once, so that nobody waits for their locks. */
const AT_ONCE = 2000;

/** Throws away what is over: never what is unread, asks for something, waits to be sent, or could be tried again. */
export async function throwAway(manager: EntityManager, before: OverBefore): Promise<ThrownAway> {
  const all = async (sql: string, instant: Instant) => {
    for (let gone = 0; ;) {
      const [row] = await manager.query<{ count: number }[]>(sql, [instant, AT_ONCE]);
      const count = row?.count ?? 0;
      gone += count;
      if (count < AT_ONCE) return gone;
    }
  };
  return {
    inbox: await all(INBOX, before.inbox),
    letters: await all(LETTERS, before.letters),
    operations: await all(OPERATIONS, before.operations),
  };
}

const INBOX = `with over as (
    select item.id from inbox_item item
    where item.read_at < $1 and (item.kind = 'notice' or not ${UNSETTLED}) and item.mail in ('taken', 'none')
      and not exists (select from mail where mail.id = item.mail_id and mail.status in ('pending', 'failed'))
    limit $2
  ), gone as (delete from inbox_item using over where inbox_item.id = over.id returning 1)
  select count(*)::int as count from gone`;

const LETTERS = `with over as (select id from mail where done_at < $1 limit $2),
  gone as (delete from mail using over where mail.id = over.id returning 1)
  select count(*)::int as count from gone`;

const OPERATIONS = `with over as (
    select id from bulk_operation operation where status = 'done' and finished_at < $1
      and not exists (select from bulk_operation_item item where item.operation_id = operation.id
        and item.status in ('pending', 'failed'))
    limit $2
  ), items as (delete from bulk_operation_item using over where operation_id = over.id returning 1),
  gone as (delete from bulk_operation using over where bulk_operation.id = over.id and (select count(*) from items) >= 0 returning 1)
  select count(*)::int as count from gone`;
