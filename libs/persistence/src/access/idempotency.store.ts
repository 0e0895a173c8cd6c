import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { ClaimOutcome, IdempotencyClaim, IdempotencyStore, StoredAnswer } from '#libs/access';

interface Row {
  fingerprint: string;
  status: 'running' | 'answered';
  responseStatus: number | null;
  responseHeaders: Record<string, string> | null;
  responseBody: string | null;
}

export function idempotencyStore(manager: EntityManager): IdempotencyStore {
  return {
    claim: (claim) => take(manager, claim),
    async renew(token, leaseUntil) {
      await manager.query(
        `update idempotency_key set lease_until = $2 where token = $1 and status = 'running'`,
        [token, leaseUntil],
      );
    },
    async answer(token, { status, headers, body }) {
      await manager.query(
        `update idempotency_key
         set status = 'answered', response_status = $2, response_headers = $3, response_body = $4
         where token = $1 and status = 'running'`,
        [token, status, JSON.stringify(headers), body],
      );
    },
    async release(token) {
      await manager.query(`delete from idempotency_key where token = $1 and status = 'running'`, [token]);
    },
    async purge(before) {
      const [, count] = await manager.query<[unknown, number]>(
        `delete from idempotency_key where created_at < $1 and status = 'answered'`,
        [before],
      );
      return count;
    },
  };
}

async function take(manager: EntityManager, claim: IdempotencyClaim): Promise<ClaimOutcome> {
  const token = uuid();
  const { accountId, key, fingerprint, at, leaseUntil } = claim;
  const taken = await manager.query<unknown[]>(TAKE, [accountId, key, fingerprint, token, leaseUntil, at]);
  if (taken.length > 0) return { outcome: 'claimed', token };
  const [row] = await manager.query<Row[]>(READ, [accountId, key]);
  // Gone again: the first run gave the key back between the two statements, the next attempt gets it.
  if (!row) return { outcome: 'running' };
  if (row.fingerprint !== fingerprint) return { outcome: 'reused' };
  return row.status === 'running' ? { outcome: 'running' } : { outcome: 'answered', answer: answerOf(row) };
}

/** A running row may be taken over by the same request once its lease is over: the process behind it died. */
const TAKE = `
  insert into idempotency_key as held (account_id, key, fingerprint, token, status, lease_until, created_at)
  values ($1, $2, $3, $4, 'running', $5, $6)
  on conflict (account_id, key) do update set token = excluded.token, lease_until = excluded.lease_until
    where held.status = 'running' and held.lease_until < $6 and held.fingerprint = excluded.fingerprint
  returning token`;

const READ = `
  select fingerprint, status, response_status as "responseStatus", response_headers as "responseHeaders",
    response_body as "responseBody"
  from idempotency_key where account_id = $1 and key = $2`;

function answerOf({ responseStatus, responseHeaders, responseBody }: Row): StoredAnswer {
  return { status: responseStatus ?? 200, headers: responseHeaders ?? {}, body: responseBody };
}
