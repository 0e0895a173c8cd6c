import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { AccountStore, NewMembership, StoredAccount } from '#libs/access';

export const ACCOUNT_COLUMNS = `id, username, password_hash as "passwordHash", person_id as "personId", sandbox,
  disabled_at is not null as disabled`;

export function accountStore(manager: EntityManager): AccountStore {
  return {
    insertAccount: (account, memberships) =>
      manager.transaction((unit) => insertAccount(unit, account, memberships)),
    async accountByUsername(username) {
      const rows = await manager.query<StoredAccount[]>(
        `select ${ACCOUNT_COLUMNS} from account where username = $1`,
        [username],
      );
      return rows[0] ?? null;
    },
    addMembership: (membership) => addMembership(manager, membership),
  };
}

async function insertAccount(
  unit: EntityManager,
  account: Omit<StoredAccount, 'id' | 'disabled'>,
  memberships: Omit<NewMembership, 'accountId'>[],
): Promise<StoredAccount | null> {
  const rows = await unit.query<StoredAccount[]>(
    `insert into account (id, username, password_hash, person_id, sandbox) values ($1, $2, $3, $4, $5)
     on conflict (username) do nothing returning ${ACCOUNT_COLUMNS}`,
    [uuid(), account.username, account.passwordHash, account.personId, account.sandbox],
  );
  const stored = rows[0];
  if (!stored) return null;
  for (const membership of memberships) await addMembership(unit, { ...membership, accountId: stored.id });
  return stored;
}

async function addMembership(manager: EntityManager, membership: NewMembership): Promise<void> {
  await manager.query(
    `insert into membership (id, organisation_id, role, account_id, person_id, since, given_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      ...[uuid(), membership.organisationId, membership.role, membership.accountId, membership.personId],
      ...[membership.since ?? null, membership.givenBy ?? null],
    ],
  );
}
