import { refused, type Refused } from '#libs/platform';
import { SYSTEM, type AuditAct, type AuditActor } from '../audit/audit-entry.js';
import type { AccessStore, PlannedEnd } from '../access-store.port.js';
import type { Caller } from '../caller.js';
import { faultOfLastAdmin, goneMember } from './members.js';
import { organisationEntry } from './organisations.js';
import { mayToOrganisation } from './reach.js';
import { faultOfDay } from './role-day.js';
import type { Member } from './register.port.js';

/**
 * Plans the last day of a role, or takes that back (`until` null), with a reason. Nobody does it to a role of his own, and
 * an organisation whose last administrator would go so needs another one first.
 */
export async function planRoleEnd(
  store: AccessStore,
  caller: Caller,
  { organisationId, membershipId }: { organisationId: string; membershipId: string },
  { until, reason }: Omit<PlannedEnd, 'until'> & { until: string | null },
  at: string,
): Promise<{ ok: true; before: Member; member: Member } | Refused> {
  const organisation = await organisationEntry(store, organisationId);
  if (!organisation) return refused('request.not_found');
  const may = mayToOrganisation(caller, 'member.change', organisationId);
  if (!may.ok) return may;
  const past = until === null ? null : faultOfDay(until, organisation, at, 'until');
  if (past) return past;
  return store.alone([organisationId], async (unit) => {
    const before = await unit.memberById(organisationId, membershipId);
    if (!before) return goneMember(unit, organisation, membershipId);
    if (isHis(before, caller)) return refused('member.oneself');
    const last =
      until !== null && before.role === 'admin' ? await faultOfLastAdmin(unit, caller, before, at) : null;
    if (last) return refused('member.last_admin_planned');
    await unit.planEnd(membershipId, until === null ? null : { until, reason, by: caller.accountId });
    const member = await unit.memberById(organisationId, membershipId);
    return member ? { ok: true, before, member } : refused('request.not_found');
  });
}

function isHis({ account, person }: Member, { accountId, personId }: Caller): boolean {
  return account?.id === accountId || (person !== null && person.id === personId);
}

type Trail = { audit: (who: Caller | AuditActor, act: AuditAct) => Promise<void> };

/**
 * Ends the roles whose last day is over: from then on they stand among those that were held, by whoever planned the end and
 * for the reason that he gave, and work that was taken on by them is open again. They gave nothing before that either.
 * Answers how many ended.
 */
export async function endLapsedRoles(store: AccessStore, trail: Trail, at: string): Promise<number> {
  let count = 0;
  for (const {
    id,
    organisationId,
    role,
    accountId,
    personId,
    until,
    endBy,
    reason,
  } of await store.lapsedRoles(at)) {
    const ended = await store.alone([organisationId], async (unit) => {
      const member = await unit.memberById(organisationId, id);
      // Taken back, or ended by somebody, in the meantime.
      if (!member?.ends || (await unit.lapsedRoles(at)).every((one) => one.id !== id)) return null;
      return unit.endRole(id, { until, endedBy: endBy, reason });
    });
    if (!ended) continue;
    count += 1;
    await trail.audit(SYSTEM, {
      ...{ action: 'role.lapsed', object: { kind: 'membership', id }, org: organisationId },
      ...{ subject: personId, reason, before: { role, account: accountId }, after: ended },
    });
  }
  return count;
}
