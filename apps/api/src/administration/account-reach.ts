import type { AccessStore, AccountEntry, AccountFilter } from '#libs/access';
import { heldRows } from '#libs/platform';
import type { AccountsSheetQuery } from './administration.dto.js';

/** What an account is in organisations that the caller does not administer is none of his business. */
export function seenWithin(account: AccountEntry, within: string[] | null): AccountEntry {
  if (within === null) return account;
  return { ...account, memberships: account.memberships.filter(({ org }) => within.includes(org)) };
}

export function accountFilter(
  within: string[] | null,
  { organisation, ...filter }: AccountsSheetQuery,
): AccountFilter {
  return { within, ...filter, ...(organisation !== undefined && { organisationId: organisation }) };
}

/** Which of a list the record shows the caller too. */
export function shownAccounts(store: Pick<AccessStore, 'accountsShown'>, rows: readonly AccountEntry[]) {
  return heldRows(
    'account',
    rows,
    ({ id }) => id,
    (ids) => store.accountsShown(ids),
  );
}
