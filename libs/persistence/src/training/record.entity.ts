import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whole profiles, as they were recorded; the snapshot keeps only the levels. */
@Entity('profile')
export class ProfileEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  journeyId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('text')
  event!: string;

  @Column('date')
  assessedOn!: string;

  @Column('jsonb')
  profile!: unknown;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text')
  actorId!: string;

  @Column('timestamptz')
  recordedAt!: Date;
}

@Entity('course_progress')
export class CourseProgressEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  journeyId!: string;

  @PrimaryColumn('text')
  course!: string;

  @PrimaryColumn('text')
  stage!: string;

  @Column('date', { nullable: true })
  completedOn!: string | null;

  @Column('numeric', { nullable: true })
  score!: string | null;

  @Column('numeric', { nullable: true })
  progress!: string | null;
}

@Entity('session_log')
export class SessionLogEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  journeyId!: string;

  /** Ordinal within the journey, counted from 1. */
  @PrimaryColumn('integer')
  session!: number;

  @Column('text')
  kind!: string;

  @Column('text')
  competency!: string;

  @Column('date')
  heldOn!: string;

  @Column('jsonb')
  ksaItems!: unknown;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('text')
  actorId!: string;

  @Column('timestamptz')
  loggedAt!: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  voidedAt!: Date | null;

  @Column('text', { nullable: true })
  voidReason!: string | null;
}

@Entity('evaluation_score')
export class EvaluationScoreEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  journeyId!: string;

  @PrimaryColumn('text')
  component!: string;

  @Column('numeric')
  score!: string;

  @Column('jsonb', { nullable: true })
  indicatorRatings!: unknown;

  @Column('text')
  actorId!: string;

  @Column('timestamptz')
  scoredAt!: Date;
}
