import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An instance as it stands. Written by the engine alone. */
@Entity('instance')
export class InstanceEntity {
  @PrimaryColumn('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  definitionKey!: string;

  @Column('integer')
  definitionVersion!: number;

  @Column('jsonb')
  snapshot!: object;

  @Column('text', { array: true })
  state!: string[];

  @Column('text')
  status!: 'live' | 'suspended' | 'final';

  @Column('integer')
  revision!: number;

  @Column('bytea')
  head!: Buffer;

  @Column('text')
  nextAction!: string;

  @Column('text')
  nextOwner!: string;

  @Column('text', { nullable: true })
  nextDeadline!: string | null;

  @Column('timestamptz', { nullable: true })
  nextDue!: Date | null;

  /** As what its cohort counts it; null where it is not counted. */
  @Column('text', { nullable: true })
  tallyState!: string | null;

  @Column('boolean', { nullable: true })
  tallyLate!: boolean | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('uuid', { nullable: true })
  cohortId!: string | null;

  @Column('jsonb')
  links!: Record<string, string>;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** Who has a part in an instance: drives visibility and task queues. */
@Entity('journey_party')
export class JourneyPartyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  orgId!: string;

  @Column('uuid')
  instanceId!: string;

  @Column('text')
  role!: string;

  @Column('uuid')
  partyOrg!: string;

  @Column('uuid', { nullable: true })
  personId!: string | null;
}
