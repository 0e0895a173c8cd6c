import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Only the token's hash: who reads the table can't sign in with it. */
@Entity('auth_session')
export class AuthSessionEntity {
  @PrimaryColumn('text')
  tokenHash!: string;

  @Column('uuid', { unique: true })
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('uuid', { nullable: true })
  membershipId!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { nullable: true })
  agent!: string | null;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  provedAt!: Date | null;
}
