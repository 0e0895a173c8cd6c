import type { EntityManager } from 'typeorm';
import type { SessionCaller, SessionStore } from '#libs/access';
import { instant } from '../engine/sql/instant.sql.js';
import { prepared } from '../prepared.js';

export function sessionStore(manager: EntityManager): SessionStore {
  return {
    async insertSession({ tokenHash, accountId, createdAt, expiresAt }) {
      await manager.query(
        `insert into auth_session (token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4)`,
        [tokenHash, accountId, createdAt, expiresAt],
      );
    },
    async callerOfSession(tokenHash, at) {
      const rows = await prepared<SessionCaller>(manager, CALLER, [tokenHash, at]);
      return rows[0] ?? null;
    },
    async deleteSession(tokenHash) {
      await manager.query(`delete from auth_session where token_hash = $1`, [tokenHash]);
    },
    async deleteExpiredSessions(before) {
      const [, count] = await manager.query<[unknown, number]>(
        `delete from auth_session where expires_at <= $1`,
        [before],
      );
      return count;
    },
  };
}

/** One round trip for every request: the session, its account, and what that is where. */
const CALLER = {
  name: 'session-caller',
  text: `
  select ${instant('session.expires_at')} as "expiresAt", account.id as "accountId", account.person_id as "personId", account.username, account.sandbox,
    coalesce((
      select jsonb_agg(
        jsonb_build_object('org', org.id, 'orgCode', org.code, 'kind', org.kind, 'role', membership.role)
        order by org.code, membership.role)
      from membership join organisation org on org.id = membership.organisation_id
      where membership.account_id = account.id), '[]') as memberships
  from auth_session session join account on account.id = session.account_id
  where session.token_hash = $1 and session.expires_at > $2 and account.disabled_at is null`,
};
