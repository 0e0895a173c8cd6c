import type { AccessStore, HeldRole, NewMembership, PageRequest, PlannedEnd } from '../access-store.port.js';
import type { MembershipRole } from '../membership-role.js';
import type { Accreditation, Organisation, OrganisationKind } from '../organisation.js';

export interface OrganisationEntry extends Organisation {
  /** The agency whose unit it is. */
  parentId: string | null;
  /** Null as long as there is it. */
  closed: { at: string; by: string | null; reason: string } | null;
  /** How many units are right below it. */
  units: number;
  /** A centre's latest. */
  accreditation: Accreditation | null;
}

/** Somebody's role in an organisation, as its administrators see it. */
export interface Member {
  /** The membership's. */
  id: string;
  organisationId: string;
  role: MembershipRole;
  /** An instant; null where it was not noted. */
  since: string | null;
  /** The name of whoever gave it. */
  givenBy: string | null;
  /** `invited`: its owner has not chosen his first password yet. */
  account: {
    id: string;
    username: string;
    disabled: boolean;
    invited: boolean;
    /** Whether it has one. */
    secondFactor: boolean;
  } | null;
  person: { id: string; name: string; nip: string | null } | null;
  /** Null as long as nobody has planned an end of it. */
  ends: { until: string; by: string | null; reason: string } | null;
  /** Null as long as he has it. */
  ended: { until: string; by: string | null; reason: string } | null;
}

export interface MemberFilter {
  organisationId: string;
  role?: MembershipRole;
  /** In the name, the user name, or the NIP. */
  q?: string;
  /** Roles that ended, in the place of those that are had. */
  ended?: boolean;
}

export interface AccountEntry {
  id: string;
  username: string;
  disabled: boolean;
  /** Its owner has not chosen his first password yet. */
  invited: boolean;
  personId: string | null;
  name: string | null;
  /** Since when it has a second factor; null where it has none. */
  secondFactorSince: string | null;
  /** Whether a provider's subject is linked to it. */
  byProvider: boolean;
  memberships: HeldRole[];
}

export interface AccountFilter {
  /** Those with a role in one of these; null for all accounts. */
  within: string[] | null;
  /** In the name or the user name. */
  q?: string;
  role?: MembershipRole;
  /** With a role in it or in a unit of it. */
  organisationId?: string;
  disabled?: boolean;
  /** Whether it has one. */
  secondFactor?: boolean;
}

/** A role whose planned end is past. */
export interface LapsedRole {
  id: string;
  organisationId: string;
  role: MembershipRole;
  accountId: string | null;
  personId: string | null;
  /** The first instant after its last day. */
  until: string;
  endBy: string | null;
  reason: string;
}

/** What goes with a role that ends. */
export interface RoleEnded {
  /** Tasks that he had taken from what is offered to the role: they are open again. */
  released: number;
  /** Journeys under way that still name him in this role: somebody must be named in his place. */
  named: number;
}

/** Why nobody of the caller's reach can shut an account out, or let it in again. */
export interface StandingBar {
  /** `oneself`: his own; `elsewhere`: it has roles where he administers nothing; `lastAdmin`: somebody must follow first. */
  code: 'oneself' | 'elsewhere' | 'lastAdmin';
  /** Of a last administrator, the name of what would be left without one. */
  organisation: string | null;
}

export interface RegisterStore {
  /** A unit of work in which nobody else changes who belongs to these organisations. */
  alone<T>(organisationIds: readonly string[], run: (store: AccessStore) => Promise<T>): Promise<T>;
  /** In the order of their codes; `within` narrows to these ids. */
  organisationEntries(
    filter: {
      kind?: OrganisationKind;
      parentId?: string;
      q?: string;
      within?: string[];
      id?: string;
      closed?: boolean;
    },
    page: PageRequest,
  ): Promise<OrganisationEntry[]>;
  /** Of these accounts those that are barred, for somebody who administers `within`; null for all there is. */
  standingBars(accountIds: readonly string[], within: string[] | null): Promise<Map<string, StandingBar>>;
  /** The latest first. */
  accreditationsOf(organisationId: string): Promise<Accreditation[]>;
  /** Null when the code is taken. */
  insertOrganisation(
    organisation: Omit<Organisation, 'id'> & { parentId: string | null },
  ): Promise<Organisation | null>;
  changeOrganisation(id: string, change: { name: string; zone: string }): Promise<void>;
  /** False where that would not leave a tree of agencies. */
  place(id: string, parentId: string | null): Promise<boolean>;
  setClosed(id: string, closed: { at: string; reason: string; by: string | null } | null): Promise<void>;
  /** In the order of names; after the key of the last one. */
  members(
    filter: MemberFilter,
    page: { limit: number; after: { name: string; id: string } | null },
  ): Promise<(Member & { key: string })[]>;
  memberById(organisationId: string, membershipId: string): Promise<Member | null>;
  /** One whose role ended. */
  pastMemberById(organisationId: string, membershipId: string): Promise<Member | null>;
  /** The membership's id; null when he has the role there already. */
  giveRole(membership: NewMembership): Promise<string | null>;
  endRole(
    membershipId: string,
    end: { until: string; endedBy: string | null; reason: string },
  ): Promise<RoleEnded>;
  /** Plans its last day, or takes that back with null. */
  planEnd(membershipId: string, end: (PlannedEnd & { by: string | null }) | null): Promise<void>;
  /** Roles whose last day was over at the instant, and when each of them was. */
  lapsedRoles(at: string): Promise<LapsedRole[]>;
  /** Roles that somebody was given before he had an account are that account's from now on. */
  attachRoles(personId: string, accountId: string): Promise<void>;
  noteInvited(accountId: string, at: string): Promise<void>;
  /**
   * Removes an account that nobody ever came in with, and the person behind it where nothing else is held on him. False
   * where its owner has chosen a password by now.
   */
  removeInvited(accountId: string): Promise<boolean>;
  /** Accounts that may come in and administer the organisation itself. */
  adminsOf(organisationId: string): Promise<{ membershipId: string; accountId: string }[]>;
  /** The same of the agencies above it. */
  adminsAbove(organisationId: string): Promise<{ membershipId: string; accountId: string }[]>;
  /** In the order of user names. */
  accounts(filter: AccountFilter, page: PageRequest): Promise<AccountEntry[]>;
  accountById(id: string): Promise<AccountEntry | null>;
  /** Which of these whoever asks keeps, as the record knows him. */
  accountsShown(ids: readonly string[]): Promise<Set<string>>;
  /** Those of a person that may come in. */
  accountsOfPerson(personId: string): Promise<AccountEntry[]>;
  /** From then on nobody comes in with it, and whoever was in is out; null lets it in again. */
  setDisabled(accountId: string, at: string | null): Promise<void>;
}
