import {
  createAccount,
  fits,
  passwordFault,
  ROLES_OF_KIND,
  type MembershipRole,
  type Organisation,
  type OrganisationKind,
  type PersonalData,
} from '#libs/access';
import { PlainFailure } from '../../plain-failure.js';
import { agreed, faultInWords, type Desk } from './desk.js';

export interface UserToAdd {
  username: string;
  role: MembershipRole;
  org: string;
  /** Registers the organisation where there is none of the code yet. */
  orgKind?: OrganisationKind;
  orgName?: string;
  zone: string;
  name?: string;
  nip?: string;
  email?: string;
}

/** Makes an account with one role; the first of an installation is made so, together with its organisation. */
export async function addUser(
  desk: Desk,
  user: UserToAdd,
  password: () => Promise<string>,
): Promise<{ id: string; username: string; org: string; role: MembershipRole }> {
  const { store, audit } = desk;
  const username = user.username.trim().toLowerCase();
  if (username === '') throw new PlainFailure('The user name is empty.');
  if (await store.accountByUsername(username)) throw new PlainFailure(`The user name ${username} is taken.`);
  const organisation = await organisationFor(desk, user);
  refuseMisfit(user.role, organisation.kind);
  const { name = null, nip = null, email = null } = user;
  const typed = await password();
  const about = [name, nip, email];
  const fault = await passwordFault(
    typed,
    { username, about },
    { leastLength: desk.leastLength },
    'password',
  );
  if (fault) throw new PlainFailure(`The password was refused: ${faultInWords(fault)}`);
  const org = await settled(desk, organisation);
  const personId = await personFor(desk, user);
  const memberships = [{ orgCode: org.code, role: user.role }];
  const { accountId } = agreed(
    await createAccount(store, { username, password: typed, personId, memberships }),
  );
  const subject = { object: { kind: 'account', id: accountId }, subject: personId, org: org.id };
  await audit({ action: 'account.created', ...subject, after: { username, role: user.role } });
  return { id: accountId, username, org: org.code, role: user.role };
}

export function refuseMisfit(role: MembershipRole, kind: OrganisationKind): void {
  if (fits(role, kind)) return;
  const { roles, why } = ROLES_OF_KIND[kind];
  throw new PlainFailure(`${why.en}\nRoles there: ${roles.join(', ')}.`);
}

type NewOrganisation = Omit<Organisation, 'id'>;

async function organisationFor(
  { store }: Desk,
  { org, orgKind, orgName, zone }: UserToAdd,
): Promise<Organisation | NewOrganisation> {
  const [known] = await store.organisationsByCode([org]);
  if (known) return known;
  if (orgKind === undefined || orgName === undefined)
    throw new PlainFailure(
      `There is no organisation ${org}. --org-kind and --org-name register it with its first account.`,
    );
  return { code: org, kind: orgKind, name: orgName, zone };
}

async function settled(
  { store, audit }: Desk,
  organisation: Organisation | NewOrganisation,
): Promise<Organisation> {
  if ('id' in organisation) return organisation;
  const made = await store.insertOrganisation({ ...organisation, parentId: null });
  if (!made) throw new PlainFailure(`Somebody registered ${organisation.code} meanwhile: try again.`);
  const { id, ...after } = made;
  await audit({ action: 'organisation.created', object: { kind: 'organisation', id }, org: id, after });
  return made;
}

async function personFor({ store }: Desk, { name, nip, email }: UserToAdd): Promise<string | null> {
  // What the register knows of somebody stays as it is.
  const [known] = nip === undefined ? [] : await store.personsByNip([nip]);
  if (known) return known.id;
  if (name === undefined) {
    if (nip !== undefined || email !== undefined)
      throw new PlainFailure('Nobody in the register has this NIP: --name says who it is.');
    return null;
  }
  const person: PersonalData = {
    ...{ name, nip: nip ?? null, email: email ?? null },
    ...{ birthDate: null, sex: null, phone: null },
  };
  const [saved] = await store.savePersons([person]);
  return saved?.id ?? null;
}
