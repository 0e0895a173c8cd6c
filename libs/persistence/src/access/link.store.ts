import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { LinkStore, LiveLink } from '#libs/access';

export function linkStore(manager: EntityManager): LinkStore {
  return {
    async insertLink({ tokenHash, accountId, purpose, createdAt, expiresAt }) {
      await manager.query(
        `insert into password_link (id, token_hash, account_id, purpose, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [uuid(), tokenHash, accountId, purpose, createdAt, expiresAt],
      );
    },
    async linksSince(accountId, since) {
      const [row] = await manager.query<{ count: number }[]>(
        `select count(*)::int as count from password_link where account_id = $1 and created_at > $2`,
        [accountId, since],
      );
      return row?.count ?? 0;
    },
    async liveLink(tokenHash, at) {
      const [row] = await manager.query<LiveLink[]>(
        `select account_id as "accountId", username, purpose
         from password_link join account on account.id = account_id
         where token_hash = $1 and used_at is null and expires_at > $2 and disabled_at is null`,
        [tokenHash, at],
      );
      return row ?? null;
    },
    async takeLink(tokenHash, at) {
      const [, taken] = await manager.query<[unknown, number]>(
        `update password_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2`,
        [tokenHash, at],
      );
      if (taken !== 1) return false;
      await manager.query(
        `update password_link set used_at = $2 where used_at is null
           and account_id = (select account_id from password_link where token_hash = $1)`,
        [tokenHash, at],
      );
      return true;
    },
  };
}
