import { dateInBothLanguages, localDateOf, type Instant, type Zone } from '#libs/calendar';
import { refused, type FieldFault, type Refused } from '#libs/platform';
import type { AccessStore, PlannedEnd } from '../access-store.port.js';
import type { Caller } from '../caller.js';
import type { MembershipRole } from '../membership-role.js';
import { organisationEntry } from './organisations.js';
import { mayToOrganisation } from './reach.js';
import type { AccountEntry, Member, OrganisationEntry, RoleEnded } from './register.port.js';
import { faultOfDay } from './role-day.js';
import { fits, ROLES_OF_KIND } from './role-fit.js';

/** Whom a role is given to: an account by its user name, or somebody of the register by his NIP. */
export interface MemberRequest {
  role: MembershipRole;
  account?: string;
  nip?: string;
  /** Its last day, where that is known already. */
  ends?: PlannedEnd;
}

export interface Bearer {
  accountId: string | null;
  personId: string | null;
}

/** Gives somebody a role in an organisation. */
export async function addMember(
  store: AccessStore,
  caller: Caller,
  organisationId: string,
  request: MemberRequest,
  at: string,
): Promise<{ ok: true; member: Member } | Refused> {
  const asked = await mayGive(store, caller, organisationId, request.role);
  if (!asked.ok) return asked;
  const past = request.ends && faultOfDay(request.ends.until, asked.organisation, at, 'ends.until');
  if (past) return past;
  return store.alone([organisationId], async (unit) => {
    const found = await bearerOf(unit, request);
    if (!found.ok) return found;
    const { role, ends } = request;
    return give(unit, caller, { organisationId, role, at, ...(ends && { ends }) }, found.bearer);
  });
}

/** Whether the caller may give the role in the organisation, and the role is one of such an organisation. */
export async function mayGive(
  store: AccessStore,
  caller: Caller,
  organisationId: string,
  role: MembershipRole,
): Promise<{ ok: true; organisation: OrganisationEntry } | Refused> {
  const organisation = await organisationEntry(store, organisationId);
  if (!organisation) return refused('request.not_found');
  const may = mayToOrganisation(caller, 'member.change', organisationId);
  if (!may.ok) return may;
  if (organisation.closed) return refused('organisation.closed', { params: { name: organisation.name } });
  if (!fits(role, organisation.kind)) {
    const { roles, why } = ROLES_OF_KIND[organisation.kind];
    return refused('member.role_not_of_kind', {
      detail: why,
      errors: [{ path: 'role', code: 'not_one_of', params: { choices: roles.join(', ') } }],
    });
  }
  return { ok: true, organisation };
}

export interface RoleToGive {
  organisationId: string;
  role: MembershipRole;
  /** Since when. */
  at: string;
  ends?: PlannedEnd;
}

/** Gives the role to somebody who was found; within a unit of work of the organisation. */
export async function give(
  unit: AccessStore,
  caller: Caller,
  { organisationId, role, at, ends }: RoleToGive,
  { accountId, personId }: Bearer,
): Promise<{ ok: true; member: Member } | Refused> {
  if (accountId === caller.accountId || (personId !== null && personId === caller.personId))
    return refused('member.oneself');
  const id = await unit.giveRole({
    ...{ organisationId, role, accountId, personId, since: at, givenBy: caller.accountId },
    ...(ends && { ends }),
  });
  const member = id === null ? null : await unit.memberById(organisationId, id);
  return member ? { ok: true, member } : refused('member.already');
}

async function bearerOf(
  store: AccessStore,
  { account, nip }: MemberRequest,
): Promise<{ ok: true; bearer: Bearer } | Refused> {
  if (account !== undefined) {
    const known = await store.accountByUsername(account.trim().toLowerCase());
    if (!known) return faulty('account', 'unknown_account');
    if (known.disabled) return faulty('account', 'disabled_account');
    return { ok: true, bearer: { accountId: known.id, personId: known.personId } };
  }
  if (nip === undefined) return faulty('account', 'exactly_one_of', { choices: 'account, nip, invitation' });
  const [person] = await store.personsByNip([nip]);
  if (!person) return faulty('nip', 'unknown_person');
  // Who comes in with one account of his own has the role there; with several nobody knows which.
  const [only, ...others] = await store.accountsOfPerson(person.id);
  const accountId = only && others.length === 0 ? only.id : null;
  return { ok: true, bearer: { accountId, personId: person.id } };
}

function faulty(path: string, code: string, params?: FieldFault['params']): Refused {
  const fault: FieldFault = { path, code, ...(params && { params }) };
  return refused('request.invalid', { errors: [fault] });
}

export interface EndRequest {
  reason: string;
  /** User name of whoever administers the organisation from now on, where its last administrator goes. */
  successor?: string;
}

/** Ends a role, and keeps who ended it and why. An organisation is never left without an administrator. */
export async function endMember(
  store: AccessStore,
  caller: Caller,
  { organisationId, membershipId }: { organisationId: string; membershipId: string },
  { reason, successor }: EndRequest,
  at: string,
): Promise<{ ok: true; member: Member; successor: Member | null; ended: RoleEnded } | Refused> {
  const organisation = await organisationEntry(store, organisationId);
  if (!organisation) return refused('request.not_found');
  const may = mayToOrganisation(caller, 'member.change', organisationId);
  if (!may.ok) return may;
  return store.alone([organisationId], async (unit) => {
    const member = await unit.memberById(organisationId, membershipId);
    if (!member) return goneMember(unit, organisation, membershipId);
    let next: Member | null = null;
    if (member.role === 'admin') {
      const last = await faultOfLastAdmin(unit, caller, member, at);
      if (last?.refusal.code === 'member.own_last_admin') return last;
      if (successor !== undefined) {
        const named = await successorOf(unit, caller, member, successor, at);
        if (!named.ok) return named;
        next = named.member;
      } else if (last) return last;
    }
    const ended = await unit.endRole(membershipId, { until: at, endedBy: caller.accountId, reason });
    return { ok: true, member, successor: next, ended };
  });
}

/** Why a membership is not there: its role ended, when and by whom; or there never was one. */
export async function goneMember(
  unit: AccessStore,
  { id: organisationId, zone }: OrganisationEntry,
  membershipId: string,
): Promise<Refused> {
  const past = await unit.pastMemberById(organisationId, membershipId);
  if (!past?.ended) return refused('request.not_found');
  const { until, by } = past.ended;
  const on = dateInBothLanguages(localDateOf(until as Instant, zone as Zone));
  return refused('member.ended', {
    detail: {
      id: `Peran ini sudah berakhir pada ${on.id}${by === null ? '' : `, diakhiri ${by}`}. Tidak ada yang berubah.`,
      en: `This role ended on ${on.en}${by === null ? '' : `, by ${by}`}. Nothing has changed.`,
    },
  });
}

export async function faultOfLastAdmin(
  unit: AccessStore,
  caller: Caller,
  { id, organisationId, account, ends }: Member,
  at: string,
): Promise<Refused | null> {
  if (account?.id === caller.accountId) {
    const own = (await unit.rolesHeld(caller.accountId, at)).filter(({ role }) => role === 'admin');
    if (own.length < 2) return refused('member.own_last_admin');
  }
  // Whoever can't come in administers nothing, and whose end is planned goes anyway.
  if (!account || account.disabled || ends) return null;
  const others = (await unit.adminsOf(organisationId)).filter(({ membershipId }) => membershipId !== id);
  if (others.length > 0 || (await unit.adminsAbove(organisationId)).length > 0) return null;
  return refused('member.last_admin');
}

async function successorOf(
  unit: AccessStore,
  caller: Caller,
  { organisationId, account }: Member,
  username: string,
  at: string,
): Promise<{ ok: true; member: Member | null } | Refused> {
  const known = await unit.accountByUsername(username.trim().toLowerCase());
  if (!known || known.id === account?.id) return faulty('successor', 'unknown_account');
  if (known.disabled) return faulty('successor', 'disabled_account');
  const given = await give(
    unit,
    caller,
    { organisationId, role: 'admin', at },
    {
      accountId: known.id,
      personId: known.personId,
    },
  );
  // Who administers it already goes on doing so.
  if (!given.ok && given.refusal.code === 'member.already') return { ok: true, member: null };
  return given;
}

/** An account as the caller's administration sees it; null where it is none of his business. */
export async function accountFor(
  store: Pick<AccessStore, 'accountById'>,
  within: string[] | null,
  id: string,
): Promise<AccountEntry | null> {
  const account = await store.accountById(id);
  const isWithin = within === null || account?.memberships.some(({ org }) => within.includes(org));
  return isWithin ? account : null;
}
