import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody's turn. The engine opens and closes it; people claim, release, delegate and put off. */
@Entity('task')
export class TaskEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  instanceId!: string;

  @Column('text')
  kind!: string;

  /** One open task of a key in an instance. */
  @Column('text')
  key!: string;

  @Column('text')
  role!: string;

  /** Whose party names the candidates. */
  @Column('text')
  candidateRole!: string;

  @Column('uuid', { nullable: true })
  candidateOrg!: string | null;

  /** Persons; empty means every member of the organisation with the role. */
  @Column('jsonb')
  candidates!: string[];

  @Column('uuid', { nullable: true })
  assignee!: string | null;

  @Column('uuid', { nullable: true })
  deputy!: string | null;

  /** Since when somebody has it in his hands. */
  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  @Column('integer')
  priority!: number;

  /** Name of the deadline that `dueAt` follows. */
  @Column('text', { nullable: true })
  dueDeadline!: string | null;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  followUpAt!: Date | null;

  @Column('text')
  status!: 'open' | 'claimed' | 'done' | 'closed';

  /** Types of the events that complete it. */
  @Column('jsonb')
  events!: string[];

  @Column('jsonb')
  subject!: Record<string, unknown>;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('integer')
  openedBySeq!: number;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  closedBy!: string | null;
}

/** Something that people should notice on an instance. */
@Entity('flag')
export class FlagEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  instanceId!: string;

  @Column('integer')
  seq!: number;

  @Column('text')
  code!: string;

  @Column('jsonb')
  params!: Record<string, unknown>;

  @Column('timestamptz')
  at!: Date;
}
