import type { EntityManager } from 'typeorm';
import type { FactorRule, SecondFactorStore, StoredFactor } from '#libs/access';
import { instant } from '../engine/sql/instant.sql.js';
import { RULE, SECOND_FACTOR_REQUIRED } from './second-factor.sql.js';

export function secondFactorStore(manager: EntityManager): SecondFactorStore {
  const changed = async (sql: string, values: unknown[]) => {
    const [, count] = await manager.query<[unknown, number]>(sql, values);
    return count === 1;
  };
  return {
    async factorOf(accountId) {
      const [row] = await manager.query<StoredFactor[]>(
        `select sealed_secret as "sealedSecret", ${instant('confirmed_at')} as "confirmedAt",
           last_step::int as "lastStep" from second_factor where account_id = $1`,
        [accountId],
      );
      return row ?? null;
    },
    async beginFactor(accountId, sealedSecret, at) {
      const rows = await manager.query<unknown[]>(
        `insert into second_factor as held (account_id, sealed_secret, created_at) values ($1, $2, $3)
         on conflict (account_id) do update
           set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at, last_step = 0
           where held.confirmed_at is null
         returning account_id`,
        [accountId, sealedSecret, at],
      );
      return rows.length === 1;
    },
    async confirmFactor(accountId, at) {
      await manager.query(`update second_factor set confirmed_at = $2 where account_id = $1`, [
        accountId,
        at,
      ]);
    },
    async removeFactor(accountId) {
      await manager.query(`delete from second_factor where account_id = $1`, [accountId]);
    },
    takeStep: (accountId, step) =>
      changed(`update second_factor set last_step = $2 where account_id = $1 and last_step < $2`, [
        accountId,
        step,
      ]),
    replaceRecoveryCodes: (accountId, hashes) =>
      manager.transaction(async (unit) => {
        await unit.query(`delete from recovery_code where account_id = $1`, [accountId]);
        await unit.query(`insert into recovery_code (account_id, code_hash) select $1, unnest($2::text[])`, [
          accountId,
          hashes,
        ]);
      }),
    takeRecoveryCode: (accountId, hash, at) =>
      changed(
        `update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null`,
        [accountId, hash, at],
      ),
    async recoveryCodesLeft(accountId) {
      const [row] = await manager.query<{ count: number }[]>(
        `select count(*)::int as count from recovery_code where account_id = $1 and used_at is null`,
        [accountId],
      );
      return row?.count ?? 0;
    },
    async insertChallenge({ tokenHash, accountId, createdAt, expiresAt }) {
      await manager.query(
        `insert into sign_in_challenge (token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4)`,
        [tokenHash, accountId, createdAt, expiresAt],
      );
    },
    async challenged(tokenHash, at) {
      const [row] = await manager.query<{ accountId: string }[]>(
        `select account_id as "accountId" from sign_in_challenge where token_hash = $1 and expires_at > $2`,
        [tokenHash, at],
      );
      return row?.accountId ?? null;
    },
    async endChallenge(tokenHash) {
      await manager.query(`delete from sign_in_challenge where token_hash = $1`, [tokenHash]);
    },
    async isRequired(accountId) {
      const [row] = await manager.query<{ required: boolean }[]>(
        `select ${SECOND_FACTOR_REQUIRED} as required from account where id = $1`,
        [accountId],
      );
      return row?.required ?? false;
    },
    async ruleOf(organisationId) {
      const [rule] = await manager.query<FactorRule[]>(RULE, [organisationId]);
      return rule ?? null;
    },
    require: (organisationId, required) =>
      changed(`update organisation set second_factor_required = $2 where id = $1`, [
        organisationId,
        required,
      ]),
  };
}
