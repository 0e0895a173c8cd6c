import type { EntityManager } from 'typeorm';
import type { LinkedSubject, OidcStore } from '#libs/access';
import { instant } from '../engine/sql/instant.sql.js';

export function oidcStore(manager: EntityManager): OidcStore {
  const accountOfSubject = async (issuer: string, subject: string) => {
    const [row] = await manager.query<{ accountId: string }[]>(
      `select account_id as "accountId" from oidc_identity where issuer = $1 and subject = $2`,
      [issuer, subject],
    );
    return row?.accountId ?? null;
  };
  return {
    accountOfSubject,
    async accountsOfEmail(email) {
      const rows = await manager.query<{ id: string }[]>(
        `select account.id from account join person_data on person_data.person_id = account.person_id
         where lower(person_data.email) = lower($1) and account.disabled_at is null order by account.id limit 2`,
        [email],
      );
      return rows.map(({ id }) => id);
    },
    async linkSubject({ issuer, subject, accountId, at }) {
      await manager.query(
        `insert into oidc_identity (issuer, subject, account_id, created_at) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [issuer, subject, accountId, at],
      );
      return (await accountOfSubject(issuer, subject)) === accountId;
    },
    subjectsOf: (accountId) =>
      manager.query<LinkedSubject[]>(
        `select issuer, subject, ${instant('created_at')} as since from oidc_identity
         where account_id = $1 order by created_at, subject`,
        [accountId],
      ),
    async unlinkSubject({ issuer, subject, accountId }) {
      const [, count] = await manager.query<[unknown, number]>(
        `delete from oidc_identity where issuer = $1 and subject = $2 and account_id = $3`,
        [issuer, subject, accountId],
      );
      return count === 1;
    },
  };
}
