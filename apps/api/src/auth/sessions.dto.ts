import { ApiProperty } from '@nestjs/swagger';
import {
  MEMBERSHIP_ROLES,
  ORGANISATION_KINDS,
  type MembershipRole,
  type OrganisationKind,
} from '#libs/access';
import { IdField, TextField } from '../fields/fields.js';

export class SignInRequest {
  @TextField({ min: 1, max: 200, example: 'lembaga' })
  username!: string;

  @TextField({ min: 1, max: 1024 })
  password!: string;
}

export class ChosenRole {
  @IdField({ nullable: true, about: 'one of the memberships of `GET /me`; null for all of them at once' })
  membership!: string | null;
}

export class PasswordChange {
  @TextField({
    ...{ min: 1, max: 1024, optional: true },
    about: 'the present password; not needed by whoever has just signed in again with his provider',
  })
  current?: string;

  @TextField({ min: 1, max: 1024, about: 'the new one; a weak one is refused with the reason' })
  next!: string;
}

export class MembershipView {
  @ApiProperty({ format: 'uuid', description: "the membership's own id" })
  id!: string;

  @ApiProperty({ format: 'uuid', description: "the organisation's id" })
  org!: string;

  @ApiProperty({ example: 'LP-01' })
  orgCode!: string;

  @ApiProperty({ example: 'Lembaga Pelatihan Contoh Barat' })
  orgName!: string;

  @ApiProperty({ enum: ORGANISATION_KINDS })
  kind!: OrganisationKind;

  @ApiProperty({ enum: MEMBERSHIP_ROLES })
  role!: MembershipRole;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'its last day, where an end is planned',
  })
  until!: string | null;
}

export class AccountView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  username!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId!: string | null;

  @ApiProperty({ type: [MembershipView] })
  memberships!: MembershipView[];

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'the membership to which this session is narrowed; null for all of them at once',
  })
  actingAs!: string | null;

  @ApiProperty({ description: 'a second factor must be set up before anything else' })
  owesSecondFactor!: boolean;
}

export class SessionView {
  @ApiProperty({ description: 'send it as `Authorization: Bearer …`' })
  token!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({ type: AccountView })
  account!: AccountView;
}
