import type { EntityManager } from 'typeorm';
import type { AccountOwner, SessionLine, SignInStore, StoredAccount } from '#libs/access';
import { instant } from '../engine/sql/instant.sql.js';
import { ACCOUNT_COLUMNS } from './account.store.js';

export function signInStore(manager: EntityManager): SignInStore {
  const account = async (condition: string, value: string) => {
    const rows = await manager.query<StoredAccount[]>(
      `select ${ACCOUNT_COLUMNS} from account where ${condition}`,
      [value],
    );
    return rows[0] ?? null;
  };
  return {
    accountByUsername: (username) => account('username = $1', username),
    accountById: (id) => account('id = $1', id),
    async owner(accountId) {
      const rows = await manager.query<AccountOwner[]>(OWNER, [accountId]);
      return rows[0] ?? null;
    },
    async isKnown(accountId, { kind, hash }) {
      const rows = await manager.query<unknown[]>(
        `select 1 from known_place where account_id = $1 and kind = $2 and hash = $3`,
        [accountId, kind, hash],
      );
      return rows.length > 0;
    },
    async notePlaces(accountId, places, at) {
      await manager.query(
        `insert into known_place (account_id, kind, hash, seen_at)
         select $1, kind, hash, $3 from jsonb_to_recordset($2) as given (kind text, hash text) order by kind, hash
         on conflict (account_id, kind, hash) do update set seen_at = excluded.seen_at`,
        [accountId, JSON.stringify(places), at],
      );
    },
    async tidy(at) {
      for (const [statement, ...values] of tidying(at)) await manager.query(statement, values);
    },
    async setPassword(accountId, passwordHash) {
      await manager.query(`update account set password_hash = $2, invited_at = null where id = $1`, [
        accountId,
        passwordHash,
      ]);
    },
    sessionsOf: (accountId, at, ownTokenHash) =>
      manager.query<SessionLine[]>(
        `select id, agent, address, ${instant('created_at')} as "createdAt", ${instant('used_at')} as "usedAt",
           ${instant('expires_at')} as "expiresAt", token_hash = $3 as current
         from auth_session where account_id = $1 and expires_at > $2 order by created_at desc, id desc limit 200`,
        [accountId, at, ownTokenHash],
      ),
    async provedAt(tokenHash) {
      const [row] = await manager.query<{ provedAt: string | null }[]>(
        `select ${instant('proved_at')} as "provedAt" from auth_session where token_hash = $1`,
        [tokenHash],
      );
      return row?.provedAt ?? null;
    },
    async noteProved(tokenHash, at) {
      const [, count] = await manager.query<[unknown, number]>(
        `update auth_session set proved_at = $2 where token_hash = $1 and expires_at > $2`,
        [tokenHash, at],
      );
      return count === 1;
    },
    async endSessions(accountId, { id, exceptTokenHash }) {
      const [rows] = await manager.query<[{ tokenHash: string }[], number]>(
        `delete from auth_session where account_id = $1 and ($2::uuid is null or id = $2)
           and ($3::text is null or token_hash <> $3) returning token_hash as "tokenHash"`,
        [accountId, id ?? null, exceptTokenHash ?? null],
      );
      return rows.map(({ tokenHash }) => tokenHash);
    },
  };
}

const DAY_MS = 24 * 3_600_000;

/** Links stay a month after their end, so that whoever finds an old letter is told that it is old. */
function tidying(at: string): [string, ...unknown[]][] {
  const now = Date.parse(at);
  const before = (days: number) => new Date(now - days * DAY_MS).toISOString();
  return [
    [`delete from sign_in_failure where expire < $1`, now],
    [`delete from sign_in_challenge where expires_at < $1`, at],
    [`delete from known_place where seen_at < $1`, before(365)],
    [`delete from password_link where expires_at < $1`, before(30)],
    [`delete from api_token where expires_at < $1`, before(90)],
  ];
}

const OWNER = `
  select account.id as "accountId", account.username, data.name, data.nip, data.email,
    (select own ->> 'language' from inbox_preference where recipient in (account.person_id, account.id)
      order by own ? 'language' desc limit 1) as language
  from account left join person_data data on data.person_id = account.person_id
  where account.id = $1`;
