import type { Caller } from '#libs/access';
import type { AccountView } from './sessions.dto.js';

export function accountView({ accountId, username, personId, memberships }: Caller): AccountView {
  return { id: accountId, username, personId, memberships };
}
