import { refused, type FieldFault, type Refused } from '#libs/platform';
import type { AccessStore, PlannedEnd } from '../access-store.port.js';
import type { Caller } from '../caller.js';
import type { MembershipRole } from '../membership-role.js';
import type { Person } from '../person.js';
import { hashPassword, newToken } from '../secrets.js';
import { mayGive } from './members.js';
import { faultOfDay } from './role-day.js';
import type { Member, OrganisationEntry } from './register.port.js';

/** Somebody who has no account yet. */
export interface Invited {
  username: string;
  name: string;
  email: string;
  /** Agencies alone say who of the register it is: they answer for their own people. */
  nip?: string;
}

export interface InvitationRequest {
  role: MembershipRole;
  invitation: Invited;
  /** The last day of the role, where that is known already. */
  ends?: PlannedEnd;
}

/**
 * Makes an account that nobody can come in with, until its owner has chosen a password by a link that goes to his mail
 * address. Whom the register knows already is written to where it says: an invitation makes nobody somebody else.
 */
export async function inviteMember(
  store: AccessStore,
  caller: Caller,
  organisationId: string,
  { role, invitation, ends }: InvitationRequest,
  at: string,
): Promise<{ ok: true; member: Member; accountId: string } | Refused> {
  const asked = await mayGive(store, caller, organisationId, role);
  if (!asked.ok) return asked;
  const past = ends && faultOfDay(ends.until, asked.organisation, at, 'ends.until');
  if (past) return past;
  const [known] = invitation.nip === undefined ? [] : await store.personsByNip([invitation.nip]);
  const fault = await faultOf(store, asked.organisation, invitation, known);
  if (fault) return refused('request.invalid', { errors: [fault] });
  const passwordHash = await hashPassword(newToken());
  return store.alone([organisationId], async (unit) => {
    const username = invitation.username.trim().toLowerCase();
    if (await unit.accountByUsername(username)) return refused('access.username_taken');
    const personId = known?.id ?? (await personOf(unit, invitation));
    const account = await unit.insertAccount({ username, passwordHash, personId, sandbox: false }, []);
    if (!account) return refused('access.username_taken');
    await unit.noteInvited(account.id, at);
    // What was given to him by his NIP before is his account's from now on.
    await unit.attachRoles(personId, account.id);
    const bearer = { accountId: account.id, personId };
    const given = {
      organisationId,
      role,
      ...bearer,
      since: at,
      givenBy: caller.accountId,
      ...(ends && { ends }),
    };
    const id = await unit.giveRole(given);
    const members = await unit.members({ organisationId, role, q: username }, { limit: 200, after: null });
    const member = members.find((one) => (id === null ? one.account?.id === account.id : one.id === id));
    return member ? { ok: true, member, accountId: account.id } : refused('member.already');
  });
}

async function faultOf(
  store: AccessStore,
  { kind }: OrganisationEntry,
  { nip, email }: Invited,
  known: Person | undefined,
): Promise<FieldFault | null> {
  if (nip === undefined) return null;
  if (kind !== 'agency') return { path: 'invitation.nip', code: 'nip_of_agencies' };
  if (!known) return null;
  if ((await store.accountsOfPerson(known.id)).length > 0)
    return { path: 'invitation.nip', code: 'has_account' };
  const isHis = known.email !== null && known.email.toLowerCase() === email.trim().toLowerCase();
  return isHis ? null : { path: 'invitation.email', code: 'not_the_registers' };
}

async function personOf(unit: AccessStore, { name, email, nip }: Invited): Promise<string> {
  const person = { name: name.trim(), email: email.trim(), nip: nip ?? null };
  const [saved] = await unit.savePersons([{ ...person, birthDate: null, sex: null, phone: null }]);
  if (!saved) throw new Error('the person of an invitation was not saved');
  return saved.id;
}
