import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('cohort')
export class CohortEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  programme!: string | null;

  @Column('text', { nullable: true })
  pathway!: string | null;

  @Column('text', { nullable: true })
  clusterBy!: string | null;

  @Column('text')
  assessmentOption!: string;

  @Column('text')
  name!: string;

  @Column('text')
  zone!: string;

  @Column('date', { nullable: true })
  startsOn!: string | null;

  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Column('jsonb', { nullable: true })
  stages!: unknown;

  @Column('integer', { nullable: true })
  capacity!: number | null;

  @Column('text', { nullable: true })
  pilotId!: string | null;

  @Column('jsonb')
  versions!: unknown;

  @Column('timestamptz')
  createdAt!: Date;
}

/** One person in one cohort; the journey carries the rest. */
@Entity('enrolment')
export class EnrolmentEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  journeyId!: string;

  @Column('uuid')
  cohortId!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  agencyOrgId!: string;

  @Column('text')
  entry!: string;

  @Column('text')
  postLevel!: string;

  @Column('text', { nullable: true })
  targetPostLevel!: string | null;

  @Column('text')
  unit!: string;

  @Column('text')
  post!: string;

  @Column('text')
  rank!: string;

  @Column('text', { nullable: true })
  superiorNip!: string | null;

  @Column('text', { nullable: true })
  participationCertificate!: string | null;

  @Column('date')
  enteredOn!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
