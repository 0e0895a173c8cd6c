import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's decision about coaching groups or classes; added, never changed. */
@Entity('group_decision')
export class GroupDecisionEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** The order in which decisions were taken. */
  @Column('bigint', { generated: 'identity' })
  n!: string;

  @Column('uuid')
  cohortId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  action!: string;

  @Column('jsonb')
  groups!: unknown;

  @Column('text', { nullable: true })
  mentor!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text')
  decidedBy!: string;

  @Column('timestamptz')
  decidedAt!: Date;
}

/** A transfer, and the journey in the other cohort that it began. */
@Entity('transfer')
export class TransferEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  fromJourney!: string;

  @Column('text')
  toCohort!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  actorId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { nullable: true })
  toJourney!: string | null;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  @Column('text', { nullable: true })
  fault!: string | null;
}
