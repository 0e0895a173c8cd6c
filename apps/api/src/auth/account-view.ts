import type { Caller, Standing } from '#libs/access';
import type { AccountView } from './sessions.dto.js';

export function accountView(
  { accountId, username, personId }: Caller,
  { memberships, actingAs, owesSecondFactor }: Standing,
): AccountView {
  return { id: accountId, username, personId, memberships, actingAs, owesSecondFactor };
}
