import { refused, type Refused } from '#libs/platform';
import type { AccessStore } from './access-store.port.js';
import type { MembershipRole } from './membership-role.js';
import { hashPassword } from './secrets.js';

export interface AccountRequest {
  username: string;
  password: string;
  personId?: string | null;
  memberships: { orgCode: string; role: MembershipRole }[];
  sandbox?: boolean;
  /** An instant: when the roles began, where that is known. */
  since?: string;
}

export type AccountCreated = { ok: true; accountId: string };

/** Creates an account with its memberships in one unit. The same user name again is refused, nothing is changed. */
export async function createAccount(
  store: AccessStore,
  request: AccountRequest,
): Promise<AccountCreated | Refused> {
  const codes = [...new Set(request.memberships.map(({ orgCode }) => orgCode))];
  const organisations = new Map((await store.organisationsByCode(codes)).map((one) => [one.code, one.id]));
  const unknown = codes.find((code) => !organisations.has(code));
  if (unknown !== undefined) return refused('access.organisation_unknown', { params: { code: unknown } });
  const personId = request.personId ?? null;
  const account = await store.insertAccount(
    {
      username: request.username.trim().toLowerCase(),
      passwordHash: await hashPassword(request.password),
      personId,
      sandbox: request.sandbox ?? false,
    },
    request.memberships.map(({ orgCode, role }) => ({
      organisationId: organisations.get(orgCode)!,
      role,
      personId,
      ...(request.since !== undefined && { since: request.since }),
    })),
  );
  return account ? { ok: true, accountId: account.id } : refused('access.username_taken');
}
