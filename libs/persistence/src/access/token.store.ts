import type { EntityManager } from 'typeorm';
import type { TokenCaller, TokenLine, TokenStore } from '#libs/access';
import { instant } from '../engine/sql/instant.sql.js';
import { prepared } from '../prepared.js';
import { SECOND_FACTOR_OWED } from './second-factor.sql.js';
import { membershipsWhere } from './session.store.js';

export function tokenStore(manager: EntityManager): TokenStore {
  return {
    async insertToken({ id, tokenHash, accountId, name, scopes, createdAt, expiresAt }) {
      await manager.query(
        `insert into api_token (id, token_hash, account_id, name, scopes, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, tokenHash, accountId, name, scopes, createdAt, expiresAt],
      );
    },
    tokensOf: (accountId, at) =>
      manager.query<TokenLine[]>(
        `select id, name, scopes, ${instant('created_at')} as "createdAt", ${instant('expires_at')} as "expiresAt",
           ${instant('used_at')} as "usedAt"
         from api_token where account_id = $1 and expires_at > $2 order by created_at desc, id desc limit 200`,
        [accountId, at],
      ),
    async deleteToken(accountId, id) {
      const [, count] = await manager.query<[unknown, number]>(
        `delete from api_token where account_id = $1 and id = $2`,
        [accountId, id],
      );
      return count === 1;
    },
    async callerOfToken(tokenHash, at, day) {
      const rows = await prepared<TokenCaller>(manager, CALLER, [tokenHash, at, day]);
      return rows[0] ?? null;
    },
    async noteTokenUsed(tokenHash, at) {
      await manager.query(`update api_token set used_at = $2 where token_hash = $1`, [tokenHash, at]);
    },
  };
}

const CALLER = {
  name: 'token-caller',
  text: `
  select account.id as "accountId", account.person_id as "personId", account.username, account.sandbox,
    token.scopes, ${instant('token.used_at')} as "usedAt", ${SECOND_FACTOR_OWED} as "owesSecondFactor",
    ${membershipsWhere('true')} as memberships
  from api_token token join account on account.id = token.account_id
  where token.token_hash = $1 and token.expires_at > $2 and account.disabled_at is null`,
};
