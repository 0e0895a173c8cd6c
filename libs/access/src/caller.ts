import type { MembershipRole } from './membership-role.js';
import type { OrganisationKind } from './organisation.js';

export interface CallerMembership {
  /** The organisation's id. */
  org: string;
  orgCode: string;
  kind: OrganisationKind;
  role: MembershipRole;
  /** The ids of the units below an agency, at every depth, for whoever's role there reaches them too. */
  units?: string[];
}

/** Who calls. Opaque ids only: what is personal stands in the person's own row. */
export interface Caller {
  accountId: string;
  personId: string | null;
  username: string;
  memberships: CallerMembership[];
  /**
   * Where he acts as one of his memberships alone: its organisation, with the units below an agency and the agencies above a
   * unit. What names him in person counts only in that role, on what one of these owns or takes part in. Null for everything
   * that he is.
   */
  within?: readonly string[] | null;
}

export function hasRole(caller: Caller, ...roles: readonly MembershipRole[]): boolean {
  return caller.memberships.some((membership) => roles.includes(membership.role));
}

/** The ids of the organisations in which the caller has one of these roles (any role when none is named), with their units. */
export function organisationsOf(caller: Caller, ...roles: readonly MembershipRole[]): string[] {
  const held = caller.memberships.filter(({ role }) => roles.length === 0 || roles.includes(role));
  return [...new Set(held.flatMap(({ org, units = [] }) => [org, ...units]))];
}
