import { faultOfDay, type AccountEntry, type MembershipRole, type Organisation } from '#libs/access';
import { PlainFailure } from '../../plain-failure.js';
import { refuseMisfit } from './add-user.js';
import { agreed, type Desk } from './desk.js';

export interface RoleOptions {
  org: string;
  role: MembershipRole;
  end?: true;
  /** Its last day, or `never`. */
  until?: string;
  reason?: string;
}

/** What takes a planned end back. */
export const NEVER = 'never';

/** Gives a role, plans when it ends, takes that back, or ends it now; answers what was done. */
export async function settleRole(desk: Desk, account: AccountEntry, options: RoleOptions): Promise<string> {
  const { org: code, role, end, until, reason } = options;
  const [organisation] = await desk.store.organisationsByCode([code]);
  if (!organisation) throw new PlainFailure(`There is no organisation ${code}.`);
  if (end && until !== undefined) throw new PlainFailure('Either --end, or --until a day.');
  if ((end || until !== undefined) && reason === undefined)
    throw new PlainFailure(`--reason says why the role ${until === NEVER ? 'goes on' : 'ends'}.`);
  if (until !== undefined && until !== NEVER) refuseDay(desk, organisation, until);
  const held = account.memberships.find((one) => one.orgCode === code && one.role === role);
  const place = { organisation, role, account };
  if (end) return endRole(desk, place, { id: held?.id, reason: reason ?? '' });
  if (held && until !== undefined) return planEnd(desk, place, { id: held.id, until, reason: reason ?? '' });
  if (until === NEVER) throw new PlainFailure(`${account.username} is not ${role} at ${code}.`);
  return giveRole(desk, place, until === undefined ? null : { until, reason: reason ?? '' });
}

interface Place {
  organisation: Organisation;
  role: MembershipRole;
  account: AccountEntry;
}

function refuseDay(desk: Desk, organisation: Organisation, until: string): void {
  const fault = faultOfDay(until, organisation, desk.now(), 'until');
  if (fault) agreed(fault);
}

async function giveRole(
  desk: Desk,
  { organisation, role, account }: Place,
  ends: { until: string; reason: string } | null,
): Promise<string> {
  const { code } = organisation;
  refuseMisfit(role, organisation.kind);
  const bearer = { accountId: account.id, personId: account.personId };
  const id = await desk.store.giveRole({
    ...{ organisationId: organisation.id, role, ...bearer, since: desk.now() },
    ...(ends && { ends }),
  });
  if (id === null) return `${account.username} is ${role} at ${code} already.`;
  await desk.audit({
    ...{ action: 'role.given', object: { kind: 'membership', id }, org: organisation.id },
    ...{ subject: account.personId, reason: ends?.reason ?? null },
    after: { role, account: account.id, ...(ends && { until: ends.until }) },
  });
  return `${account.username} is ${role} at ${code}${ends ? ` until ${ends.until}` : ''}.`;
}

async function planEnd(
  desk: Desk,
  { organisation, role, account }: Place,
  { id, until, reason }: { id: string; until: string; reason: string },
): Promise<string> {
  const ends = until === NEVER ? null : { until, reason, by: null };
  await desk.store.planEnd(id, ends);
  await desk.audit({
    action: ends ? 'role.endPlanned' : 'role.endTakenBack',
    ...{ object: { kind: 'membership', id }, org: organisation.id, subject: account.personId, reason },
    after: { role, until: ends?.until ?? null },
  });
  const { username } = account;
  if (!ends) return `${username} goes on being ${role} at ${organisation.code}.`;
  return `${username} is ${role} at ${organisation.code} until ${until}.${await warning(desk, organisation, role, 'after that day')}`;
}

async function endRole(
  desk: Desk,
  { organisation, role, account }: Place,
  { id, reason }: { id: string | undefined; reason: string },
): Promise<string> {
  const { code, id: org } = organisation;
  if (id === undefined) throw new PlainFailure(`${account.username} is not ${role} at ${code}.`);
  const ended = await desk.store.endRole(id, { until: desk.now(), endedBy: null, reason });
  await desk.audit({
    ...{ action: 'role.taken', object: { kind: 'membership', id }, org },
    ...{ subject: account.personId, reason, before: { role }, after: ended },
  });
  return `${account.username} is no longer ${role} at ${code}.${await warning(desk, organisation, role, 'now')}`;
}

/** Whoever runs the installation may do it all the same, and is told. */
async function warning(
  { store }: Desk,
  { id, code }: Organisation,
  role: MembershipRole,
  when: string,
): Promise<string> {
  const isLeft = role === 'admin' && (await store.adminsOf(id)).length === 0;
  return isLeft ? ` ${code} has no administrator ${when}.` : '';
}
