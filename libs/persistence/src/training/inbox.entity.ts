import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A step of a task and due date that was told, or passed over for a later one. */
@Entity('reminder')
export class ReminderEntity {
  @PrimaryColumn('uuid')
  taskId!: string;

  @PrimaryColumn('timestamptz')
  dueAt!: Date;

  @PrimaryColumn('text')
  step!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('boolean')
  told!: boolean;
}

/** The one row that says up to when reminders were seen to. */
@Entity('reminder_mark')
export class ReminderMarkEntity {
  @PrimaryColumn('boolean')
  onlyRow!: boolean;

  @Column('timestamptz')
  upTo!: Date;
}

@Entity('inbox_item')
export class InboxItemEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bigint', { generated: 'identity' })
  seq!: string;

  @Column('uuid')
  orgId!: string;

  @Column('uuid')
  recipient!: string;

  /** What is told twice under one ground is one item. */
  @Column('text')
  ground!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  role!: string;

  @Column('text')
  message!: string;

  @Column('text', { nullable: true })
  taskKind!: string | null;

  @Column('jsonb')
  params!: Record<string, unknown>;

  @Column('uuid', { nullable: true })
  cohortId!: string | null;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  @Column('uuid', { array: true })
  taskIds!: string[];

  @Column('uuid', { array: true })
  journeyIds!: string[];

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  @Column('text')
  mail!: 'undecided' | 'waiting' | 'taken' | 'none';

  @Column('timestamptz', { nullable: true })
  mailAt!: Date | null;

  @Column('uuid', { nullable: true })
  mailId!: string | null;
}

@Entity('inbox_preference')
export class InboxPreferenceEntity {
  @PrimaryColumn('uuid')
  recipient!: string;

  @Column('jsonb')
  own!: Record<string, unknown>;

  /** Stands in letters: whoever bears it may turn mail off. */
  @Column('uuid')
  token!: string;
}

@Entity('deputy')
export class DeputyEntity {
  @PrimaryColumn('uuid')
  principal!: string;

  @Column('uuid')
  deputy!: string;

  @Column('date')
  fromOn!: string;

  @Column('date')
  untilOn!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  setAt!: Date;
}

/** A letter on its way. What it says is read when it is sent; no address and no text is kept. */
@Entity('mail')
export class MailEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  recipient!: string;

  @Column('text')
  status!: 'pending' | 'sent' | 'failed' | 'dropped';

  @Column('integer')
  attempts!: number;

  @Column('timestamptz')
  nextAttemptAt!: Date;

  @Column('uuid', { nullable: true })
  leaseId!: string | null;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  @Column('text', { nullable: true })
  cause!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;
}
