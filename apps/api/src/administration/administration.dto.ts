import { IntersectionType } from '@nestjs/swagger';
import {
  ACCREDITATION_CATEGORIES,
  MEMBERSHIP_ROLES,
  ORGANISATION_KINDS,
  type AccreditationCategory,
  type MembershipRole,
  type OrganisationKind,
} from '#libs/access';
import { ZONES } from '#libs/calendar';
import {
  BooleanQuery,
  ChoiceField,
  DateField,
  IdField,
  NestedField,
  TextField,
  SearchField,
} from '../fields/fields.js';
import { ExactlyOneOf } from '../fields/relations.js';
import { PageQuery } from '../http/page.js';

/** Whom LAN itself may register: there is one LAN. */
const REGISTERED = ['institute', 'centre', 'agency'] as const;

export class OrganisationsQuery extends PageQuery {
  @ChoiceField({ choices: ORGANISATION_KINDS, optional: true })
  kind?: OrganisationKind;

  @SearchField({ max: 100, about: 'in name or code' })
  q?: string;

  @IdField({ optional: true, about: 'only the units right below this agency' })
  parent?: string;

  @BooleanQuery({ optional: true, about: 'only those that the caller administers' })
  administered?: boolean;

  @BooleanQuery({ optional: true, about: 'only those that are closed, or only those that are not' })
  closed?: boolean;
}

export class NewOrganisation {
  @TextField({
    min: 2,
    max: 40,
    pattern: /^[A-Z0-9][A-Z0-9.-]*$/,
    example: 'INS-01-03',
    about: 'capitals, digits, dots and dashes; it stays',
  })
  code!: string;

  @ChoiceField({ choices: REGISTERED })
  kind!: (typeof REGISTERED)[number];

  @TextField({ min: 3, max: 200 })
  name!: string;

  @ChoiceField({ choices: ZONES })
  zone!: string;

  @IdField({ optional: true, about: 'the agency whose unit it becomes' })
  parent?: string;
}

export class UnitMove {
  @IdField({
    nullable: true,
    about: 'the agency or unit below which it goes; null for an agency of its own, by LAN',
  })
  parent!: string | null;

  @TextField({ min: 3, max: 500, about: 'why; it stays on record' })
  reason!: string;
}

export class NewAccreditation {
  @ChoiceField({ choices: ACCREDITATION_CATEGORIES, about: 'A holds five years, B three, C two' })
  category!: AccreditationCategory;

  @TextField({ min: 1, max: 100, about: "of BKN's decision; the same number again corrects it" })
  number!: string;

  @DateField()
  validFrom!: string;

  @DateField({ optional: true, about: 'its last day; as long as the category holds unless told' })
  validUntil?: string;
}

export class OrganisationChanges {
  @TextField({ min: 3, max: 200, optional: true })
  name?: string;

  @ChoiceField({ choices: ZONES, optional: true })
  zone?: string;

  @NestedField(() => NewAccreditation, { optional: true })
  accreditation?: NewAccreditation;
}

export class MembersSheetQuery {
  @ChoiceField({ choices: MEMBERSHIP_ROLES, optional: true })
  role?: MembershipRole;

  @SearchField({ max: 100, about: 'in the name, the user name or the NIP' })
  q?: string;

  @BooleanQuery({ optional: true, about: 'roles that ended, in the place of those that are had' })
  ended?: boolean;
}

export class MembersQuery extends PageQuery {
  @ChoiceField({ choices: MEMBERSHIP_ROLES, optional: true })
  role?: MembershipRole;

  @SearchField({ max: 100, about: 'in the name, the user name or the NIP' })
  q?: string;

  @BooleanQuery({ optional: true, about: 'roles that ended, in the place of those that are had' })
  ended?: boolean;
}

export class NewInvitation {
  @TextField({
    min: 3,
    max: 60,
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
    about: 'with which he will sign in',
  })
  username!: string;

  @TextField({ min: 2, max: 200 })
  name!: string;

  @TextField({
    min: 5,
    max: 254,
    pattern: /^[^\s<>@,;"]+@[^\s<>@,;"]+\.[^\s<>@,;"]+$/,
    about: 'where the link to choose a password is sent',
  })
  email!: string;

  @TextField({ optional: true, max: 18, pattern: /^\d{18}$/, about: "of an agency's own people" })
  nip?: string;
}

export class RolePlannedEnd {
  @DateField({ about: 'the last day of the role, in the zone of the organisation' })
  until!: string;

  @TextField({ min: 3, max: 500, about: 'why; it stays on record' })
  reason!: string;
}

export class NewMember {
  @ChoiceField({ choices: MEMBERSHIP_ROLES })
  role!: MembershipRole;

  @ExactlyOneOf('account', 'nip', 'invitation')
  @TextField({ min: 1, max: 200, optional: true, about: 'user name of an account that there is' })
  account?: string;

  @TextField({ optional: true, max: 18, pattern: /^\d{18}$/, about: 'of somebody whom the register knows' })
  nip?: string;

  @NestedField(() => NewInvitation, { optional: true, about: 'somebody new, who is invited by mail' })
  invitation?: NewInvitation;

  @NestedField(() => RolePlannedEnd, { optional: true, about: 'where its last day is known already' })
  ends?: RolePlannedEnd;
}

export class RoleEnd {
  @TextField({ min: 3, max: 500, about: 'why; it stays on record' })
  reason!: string;

  @TextField({
    min: 1,
    max: 200,
    optional: true,
    about: 'user name of the next administrator, where the last one of the organisation goes',
  })
  successor?: string;
}

export class AccountsSheetQuery {
  @SearchField({ max: 100, about: 'in the name or the user name' })
  q?: string;

  @ChoiceField({ choices: MEMBERSHIP_ROLES, optional: true })
  role?: MembershipRole;

  @IdField({ optional: true, about: 'with a role in this organisation or in a unit of it' })
  organisation?: string;

  @BooleanQuery({ optional: true, about: 'only those that are shut out, or only those that are not' })
  disabled?: boolean;

  @BooleanQuery({ optional: true, about: 'only those with a second factor, or only those without' })
  secondFactor?: boolean;
}

export class AccountsQuery extends IntersectionType(PageQuery, AccountsSheetQuery) {}

export class StandingReason {
  @TextField({ min: 3, max: 500, about: 'why; it stays on record' })
  reason!: string;
}
