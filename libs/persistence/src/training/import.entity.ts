import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('import_batch')
export class ImportBatchEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  cohortId!: string;

  @Column('text')
  kind!: string;

  @Column('integer')
  rows!: number;

  @Column('integer')
  accepted!: number;

  @Column('integer')
  rejected!: number;

  @Column('text')
  actorId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { default: '' })
  fileName!: string;

  @Column('text', { default: 'done' })
  status!: string;

  @Column('jsonb', { default: [] })
  headings!: string[];

  @Column('jsonb', { nullable: true })
  work!: object | null;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('integer', { nullable: true })
  stoppedRow!: number | null;

  @Column('text', { nullable: true })
  stopCause!: string | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;

  @Column('text', { nullable: true })
  undoneBy!: string | null;

  @Column('text', { nullable: true })
  undoReason!: string | null;

  @Column('jsonb', { nullable: true })
  source!: object | null;

  @Column('jsonb', { default: [] })
  notes!: object[];
}

/** What became of one row of an upload. */
@Entity('import_row')
export class ImportRowEntity {
  @PrimaryColumn('uuid')
  batchId!: string;

  @PrimaryColumn('integer')
  row!: number;

  @Column('text')
  outcome!: string;

  @Column('uuid', { nullable: true })
  participantId!: string | null;

  @Column('uuid', { nullable: true })
  journeyId!: string | null;

  @Column('jsonb')
  faults!: object[];

  @Column('jsonb')
  warnings!: object[];

  @Column('jsonb', { nullable: true })
  cells!: string[] | null;
}

/** What one row changed of a person and an enrolment that were there before. */
@Entity('import_change')
export class ImportChangeEntity {
  @PrimaryColumn('uuid')
  batchId!: string;

  @PrimaryColumn('integer')
  row!: number;

  @Column('uuid')
  personId!: string;

  @Column('uuid', { nullable: true })
  journeyId!: string | null;

  @Column('jsonb')
  changes!: object;
}

/** An enrolment whose import was undone: it counts no more, and is not forgotten. */
@Entity('enrolment_set_aside')
export class EnrolmentSetAsideEntity {
  @PrimaryColumn('uuid')
  journeyId!: string;

  @Column('uuid')
  cohortId!: string;

  @Column('uuid')
  personId!: string;

  @Column('jsonb')
  enrolment!: object;

  @Column('uuid')
  batchId!: string;

  @Column('timestamptz')
  setAsideAt!: Date;
}
