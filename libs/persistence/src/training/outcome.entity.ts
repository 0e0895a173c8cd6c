import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Last number given by an institute in a year to a kind of certificate. */
@Entity('certificate_counter')
export class CertificateCounterEntity {
  @PrimaryColumn('uuid')
  orgId!: string;

  @PrimaryColumn('integer')
  year!: number;

  @PrimaryColumn('text')
  kind!: string;

  @Column('integer')
  last!: number;
}

@Entity('certificate')
export class CertificateEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('text')
  serial!: string;

  @Column('text')
  kind!: string;

  @Column('text', { unique: true })
  ground!: string;

  @Column('uuid')
  journeyId!: string;

  @Column('uuid', { unique: true })
  instanceId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text', { nullable: true })
  programme!: string | null;

  @Column('integer')
  level!: number;

  @Column('date')
  issuedOn!: string;

  @Column('date', { nullable: true })
  assessedOn!: string | null;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('text', { nullable: true })
  legalBasis!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('text', { nullable: true })
  revokeReason!: string | null;
}

/** `ground` is the key of the effect that wrote the row: a second writing changes nothing. */
@Entity('feedback')
export class FeedbackEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('text')
  ground!: string;

  @Column('uuid')
  journeyId!: string;

  @Column('text')
  addressee!: string;

  @Column('text')
  outcome!: string;

  @Column('jsonb')
  unmet!: unknown;

  @Column('integer')
  round!: number;

  @Column('integer', { nullable: true })
  nextLevel!: number | null;

  @Column('timestamptz')
  issuedAt!: Date;
}

@Entity('talent_pool_entry')
export class TalentPoolEntryEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('text')
  ground!: string;

  @Column('uuid')
  journeyId!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  agencyOrgId!: string;

  @Column('text')
  outcome!: string;

  @Column('integer')
  level!: number;

  @Column('date')
  assessedOn!: string;

  @Column('date')
  validUntil!: string;

  @Column('timestamptz')
  enteredAt!: Date;
}

@Entity('development_hours')
export class DevelopmentHoursEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('text')
  ground!: string;

  @Column('uuid')
  journeyId!: string;

  @Column('uuid')
  personId!: string;

  @Column('date')
  onDate!: string;

  @Column('numeric')
  hours!: string;

  @Column('integer')
  courses!: number;

  @Column('text', { nullable: true })
  programme!: string | null;
}

@Entity('notification')
export class NotificationEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('text')
  ground!: string;

  /** The instance that it is about: a journey or a certificate; null for whoever leads sessions of a cohort. */
  @Column('uuid', { nullable: true })
  journeyId!: string | null;

  @Column('uuid', { nullable: true })
  cohortId!: string | null;

  @Column('bigint', { generated: 'identity' })
  seq!: string;

  @Column('text')
  role!: string;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text')
  message!: string;

  @Column('jsonb')
  params!: unknown;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  /** Whether it reached the inboxes of those it is for. */
  @Column('boolean')
  distributed!: boolean;
}
