import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('timetable_session')
export class TimetableSessionEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  cohortId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  course!: string | null;

  @Column('text', { nullable: true })
  stage!: string | null;

  @Column('text', { nullable: true })
  className!: string | null;

  @Column('text', { nullable: true })
  groupName!: string | null;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text', { nullable: true })
  room!: string | null;

  @Column('text', { nullable: true })
  link!: string | null;

  @Column('uuid', { nullable: true })
  trainerId!: string | null;

  /** Of somebody without a row of his own. */
  @Column('text', { nullable: true })
  trainerName!: string | null;

  @Column('integer', { nullable: true })
  capacity!: number | null;

  @Column('integer')
  revision!: number;

  /** Of the request that planned it, and where it stood there: a repeat finds what the first one planned. */
  @Column('uuid')
  batchId!: string;

  @Column('integer')
  batchRow!: number;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('text', { nullable: true })
  cancelReason!: string | null;
}

@Entity('timetable_change')
export class TimetableChangeEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  sessionId!: string;

  @PrimaryColumn('integer')
  revision!: number;

  @Column('text')
  change!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('boolean')
  clashesAllowed!: boolean;

  @Column('text')
  actorId!: string;

  @Column('timestamptz')
  at!: Date;
}

@Entity('timetable_attendance')
export class TimetableAttendanceEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  sessionId!: string;

  @PrimaryColumn('uuid')
  journeyId!: string;

  @Column('boolean')
  present!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  actorId!: string;

  @Column('timestamptz')
  recordedAt!: Date;
}

export const timetableEntities = [TimetableSessionEntity, TimetableChangeEntity, TimetableAttendanceEntity];
