import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  username!: string;

  @Column('text')
  passwordHash!: string;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('boolean', { default: false })
  sandbox!: boolean;

  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;

  /** He has not chosen his first password yet. */
  @Column('timestamptz', { nullable: true })
  invitedAt!: Date | null;
}

@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organisationId!: string;

  @Column('text')
  role!: string;

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('timestamptz', { nullable: true })
  since!: Date | null;

  @Column('uuid', { nullable: true })
  givenBy!: string | null;

  /** Its last day, in the zone of the organisation. */
  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Column('text', { nullable: true })
  endReason!: string | null;

  @Column('uuid', { nullable: true })
  endBy!: string | null;
}

/** A role that somebody had until it ended. */
@Entity('past_membership')
export class PastMembershipEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organisationId!: string;

  @Column('text')
  role!: string;

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('timestamptz', { nullable: true })
  since!: Date | null;

  @Column('uuid', { nullable: true })
  givenBy!: string | null;

  @Column('timestamptz')
  until!: Date;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('text')
  reason!: string;
}
