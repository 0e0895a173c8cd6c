import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person asked about his data, and what he was answered. */
@Entity('data_request')
export class DataRequestEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  kind!: 'correction' | 'restriction';

  @Column('text', { nullable: true })
  field!: string | null;

  @Column('text', { nullable: true })
  value!: string | null;

  @Column('text')
  reason!: string;

  @Column('text')
  status!: 'open' | 'accepted' | 'refused' | 'ended';

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz')
  dueAt!: Date;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}

/** One erasing of what may be kept no longer. */
@Entity('retention_run')
export class RetentionRunEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid')
  actorId!: string;

  /** Null for everybody's. */
  @Column('uuid', { array: true, nullable: true })
  orgIds!: string[] | null;

  @Column('text')
  reason!: string;

  /** People whose periods had ended when it was begun or taken up again, with those that it had erased by then. */
  @Column('integer')
  planned!: number;

  @Column('integer')
  persons!: number;

  @Column('jsonb')
  counts!: Record<string, number>;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}

export const privacyEntities = [DataRequestEntity, RetentionRunEntity];
