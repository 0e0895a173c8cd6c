import { refused, type Refused } from '#libs/platform';
import type { AccessStore } from '../access-store.port.js';
import type { Caller } from '../caller.js';
import { accountFor } from './members.js';
import { administeredBy } from './reach.js';
import type { AccountEntry, StandingBar } from './register.port.js';

/**
 * Shuts an account out, or lets it in again. An administrator may where every role of the account is in what he
 * administers; LAN may with every account; nobody may with his own.
 */
export async function setStanding(
  store: AccessStore,
  caller: Caller,
  accountId: string,
  disabledAt: string | null,
): Promise<{ ok: true; before: AccountEntry; changed: boolean } | Refused> {
  const reached = await accountInReach(store, caller, accountId);
  if (!reached.ok) return reached;
  const { account: known } = reached;
  const administered = known.memberships.filter(({ role }) => role === 'admin').map(({ org }) => org);
  return store.alone(administered, async (unit) => {
    const before = (await unit.accountById(accountId)) ?? known;
    const changed = before.disabled !== (disabledAt !== null);
    if (!changed) return { ok: true, before, changed };
    const orphan = disabledAt === null ? null : await orphanOf(unit, before);
    if (orphan !== null) return refused('account.last_admin', { params: { organisation: orphan } });
    await unit.setDisabled(accountId, disabledAt);
    return { ok: true, before, changed };
  });
}

/** An account whose standing is the caller's to change. */
export async function accountInReach(
  store: Pick<AccessStore, 'accountById'>,
  caller: Caller,
  accountId: string,
): Promise<{ ok: true; account: AccountEntry } | Refused> {
  const within = administeredBy(caller, 'account.standing');
  const account = await accountFor(store, within, accountId);
  if (!account) return refused('request.not_found');
  if (accountId === caller.accountId) return refused('account.oneself');
  if (within !== null && account.memberships.some(({ org }) => !within.includes(org)))
    return refused('account.elsewhere');
  return { ok: true, account };
}

/** Of these accounts those that the caller can't shut out or let in again, and why. */
export async function standingBars(
  store: Pick<AccessStore, 'standingBars'>,
  caller: Caller,
  accountIds: readonly string[],
): Promise<Map<string, StandingBar>> {
  const bars = await store.standingBars(accountIds, administeredBy(caller, 'account.standing'));
  if (accountIds.includes(caller.accountId))
    bars.set(caller.accountId, { code: 'oneself', organisation: null });
  return bars;
}

/**
 * Takes an invitation back that nobody has accepted: the account goes with its link and its roles, its user name is free
 * again, and so does whoever was entered for it alone.
 */
export async function withdrawInvitation(
  store: AccessStore,
  caller: Caller,
  accountId: string,
): Promise<{ ok: true; before: AccountEntry } | Refused> {
  const reached = await accountInReach(store, caller, accountId);
  if (!reached.ok) return reached;
  const places = reached.account.memberships.map(({ org }) => org);
  return store.alone(places, async (unit) => {
    const before = await unit.accountById(accountId);
    if (!before) return refused('request.not_found');
    if (!before.invited || !(await unit.removeInvited(accountId))) return refused('account.not_invited');
    return { ok: true, before };
  });
}

/** The name of an organisation that nobody would administer without the account. */
async function orphanOf(unit: AccessStore, { id, memberships }: AccountEntry): Promise<string | null> {
  for (const { org, orgName, role } of memberships) {
    if (role !== 'admin') continue;
    const all = [...(await unit.adminsOf(org)), ...(await unit.adminsAbove(org))];
    if (all.every(({ accountId }) => accountId === id)) return orgName;
  }
  return null;
}
