import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One order to many journeys. */
@Entity('bulk_operation')
export class BulkOperationEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('jsonb')
  ordered!: object;

  @Column('text')
  reason!: string;

  @Column('text')
  actorId!: string;

  @Column('text')
  actorRole!: string;

  @Column('text')
  status!: 'running' | 'paused' | 'done';

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  @Column('jsonb')
  acts!: object[];
}

/** What became of it at one journey. */
@Entity('bulk_operation_item')
export class BulkOperationItemEntity {
  @PrimaryColumn('uuid')
  operationId!: string;

  @PrimaryColumn('uuid')
  journeyId!: string;

  @Column('text')
  status!: 'pending' | 'done' | 'refused' | 'failed';

  @Column('integer', { default: 1 })
  attempt!: number;

  @Column('jsonb', { nullable: true })
  event!: object | null;

  @Column('jsonb', { nullable: true })
  refusal!: object | null;

  @Column('timestamptz', { nullable: true })
  at!: Date | null;
}

/** That a person tried again what could not go on, or laid it aside. */
@Entity('incident_retry')
export class IncidentRetryEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  incidentId!: string;

  @Column('text')
  act!: 'retried' | 'closed';

  @Column('text')
  outcome!: string;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('jsonb', { nullable: true })
  detail!: object | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text')
  actorId!: string;

  @Column('timestamptz')
  at!: Date;
}

export const operationEntities = [BulkOperationEntity, BulkOperationItemEntity, IncidentRetryEntity];
