import type { RegisterStore } from './administration/register.port.js';
import type { Caller } from './caller.js';
import type { MembershipRole } from './membership-role.js';
import type { Accreditation, Organisation, OrganisationKind } from './organisation.js';
import type { Person, PersonalData } from './person.js';

export interface StoredAccount {
  id: string;
  username: string;
  passwordHash: string;
  personId: string | null;
  /** Sandbox accounts share one published password: they must not open a production system. */
  sandbox: boolean;
  disabled: boolean;
}

export interface NewMembership {
  organisationId: string;
  role: MembershipRole;
  accountId: string | null;
  personId: string | null;
  /** Since when, where that is known, and by whose account it was given. */
  since?: string;
  givenBy?: string;
  ends?: PlannedEnd;
}

/** The last day of a role, in the zone of its organisation, and why it ends. */
export interface PlannedEnd {
  until: string;
  reason: string;
}

/** A role as its holder is told of it. */
export interface HeldRole {
  /** The membership's id. */
  id: string;
  /** The organisation's id. */
  org: string;
  orgCode: string;
  orgName: string;
  kind: OrganisationKind;
  role: MembershipRole;
  /** Its last day; null as long as nobody has planned an end. */
  until: string | null;
}

export interface StoredSession {
  tokenHash: string;
  accountId: string;
  createdAt: string;
  expiresAt: string;
  /** From where it was opened, and by what program; null where nobody said. */
  address: string | null;
  agent: string | null;
}

export interface PageRequest {
  limit: number;
  /** The last key of the page before; null for the first page. */
  after: string | null;
}

/** A caller with what his session goes by. */
export interface SessionCaller extends Caller {
  sandbox: boolean;
  expiresAt: string;
  /** The membership to which the session is narrowed; null when the caller is all that he is at once. */
  actingAs: string | null;
  usedAt: string | null;
  /** An organisation asks him for a second factor and he has none yet: until then he may do nothing else. */
  owesSecondFactor: boolean;
}

export interface OrganisationStore {
  /** Inserts, or updates the one that bears the same code. */
  saveOrganisations(organisations: Omit<Organisation, 'id'>[]): Promise<Organisation[]>;
  /** In the order of their codes. */
  listOrganisations(filter: { kind?: OrganisationKind }, page: PageRequest): Promise<Organisation[]>;
  organisationsByCode(codes: string[]): Promise<Organisation[]>;
  organisationsById(ids: string[]): Promise<Organisation[]>;
  /** Makes one agency a unit of another. Throws where that would not leave a tree of agencies. */
  placeUnder(organisationId: string, parentId: string): Promise<void>;
  /** Every accreditation that is noted of organisations with these codes. */
  accreditationsByCode(codes: string[]): Promise<(Accreditation & { code: string })[]>;
  /** Inserts, or updates the one of the same number. */
  saveAccreditation(organisationId: string, accreditation: Accreditation): Promise<void>;
}

export interface PersonStore {
  /** Inserts, or updates the person who bears the same NIP. Answers in the order given. */
  savePersons(persons: PersonalData[]): Promise<Person[]>;
  personsById(ids: string[]): Promise<Person[]>;
  personsByNip(nips: string[]): Promise<Person[]>;
  /** Who has a role in an organisation, with or without an account. */
  personsWithRole(organisationId: string, role: MembershipRole): Promise<Person[]>;
  /** Deletes what is personal and keeps the id; false when there was nothing left to delete. */
  redactPerson(id: string, at: string): Promise<boolean>;
}

export interface AccountStore {
  /** Null when the user name is taken. */
  insertAccount(
    account: Omit<StoredAccount, 'id' | 'disabled'>,
    memberships: Omit<NewMembership, 'accountId'>[],
  ): Promise<StoredAccount | null>;
  accountByUsername(username: string): Promise<StoredAccount | null>;
  /** The same membership again changes nothing. */
  addMembership(membership: NewMembership): Promise<void>;
}

export interface SessionStore {
  insertSession(session: StoredSession): Promise<void>;
  /**
   * The caller behind a token that is valid at the instant; null for an unknown, ended or expired one. `day` is an instant of
   * business time: a role whose last day was over by then gives nothing.
   */
  callerOfSession(tokenHash: string, at: string, day: string): Promise<SessionCaller | null>;
  /** Those that hold at an instant of business time, in the order of organisations and roles. */
  rolesHeld(accountId: string, day: string): Promise<HeldRole[]>;
  /** Narrows a session to one membership of its account, or to none of them; false when the account has no such one. */
  narrowSession(tokenHash: string, membershipId: string | null): Promise<boolean>;
  noteSessionUsed(tokenHash: string, at: string): Promise<void>;
  deleteSession(tokenHash: string): Promise<void>;
  deleteExpiredSessions(before: string): Promise<number>;
}

/** What access keeps. Instants are parameters: the store has no clock of its own. */
export interface AccessStore
  extends OrganisationStore, PersonStore, AccountStore, SessionStore, RegisterStore {}
