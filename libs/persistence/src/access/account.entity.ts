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
}
