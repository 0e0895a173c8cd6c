import type { DataSource } from 'typeorm';

/** By which requests effects and letters came about, as far as a request did; for the log, asked for when a line is written. */
export interface RequestTraces {
  ofEffect(outboxId: string): Promise<string | null>;
  /** A letter tells of what many requests did. */
  ofLetter(mailId: string): Promise<string[]>;
}

const ASKED_BY = `join event on event.org_id = outbox.org_id and event.instance_id = outbox.instance_id and event.seq = outbox.seq
  join inbox on inbox.org_id = event.org_id and inbox.instance_id = event.instance_id and inbox.message_id = event.message_id
    and inbox.outcome ? 'requestId'`;

const OF_EFFECT = `select inbox.outcome ->> 'requestId' as id from outbox ${ASKED_BY} where outbox.id = $1`;

/** What journeys told is written under its effect's id, and gathered in the reader's item. */
const OF_LETTER = `select distinct inbox.outcome ->> 'requestId' as id
  from inbox_item item
  join notification told on told.org_id = item.org_id and told.at = item.at and told.message = item.message
    and told.role = item.role and told.journey_id = any(item.journey_ids)
  join outbox on outbox.id::text = told.ground
  ${ASKED_BY}
  where item.mail_id = $1 and item.kind = 'notice' order by 1`;

export function requestTraces(dataSource: Pick<DataSource, 'query'>): RequestTraces {
  const ask = async (sql: string, id: string) =>
    (await dataSource.query<{ id: string }[]>(sql, [id])).map((row) => row.id);
  return {
    ofEffect: async (outboxId) => (await ask(OF_EFFECT, outboxId))[0] ?? null,
    ofLetter: (mailId) => ask(OF_LETTER, mailId),
  };
}
