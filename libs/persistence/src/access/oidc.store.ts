import type { EntityManager } from 'typeorm';
import type { OidcStore } from '#libs/access';

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
  };
}
