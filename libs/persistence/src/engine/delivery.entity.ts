import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An effect on its way out; its id is the idempotency key of every attempt. */
@Entity('outbox')
export class OutboxEntity {
  @Column('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  instanceId!: string;

  @Column('integer')
  seq!: number;

  @Column('integer')
  ordinal!: number;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  payload!: Record<string, unknown>;

  @Column('text')
  actorId!: string;

  @Column('text')
  actorRole!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  status!: 'pending' | 'done' | 'dead';

  @Column('integer')
  attempts!: number;

  @Column('timestamptz')
  nextAttemptAt!: Date;

  @Column('uuid', { nullable: true })
  leaseId!: string | null;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  @Column('text', { nullable: true })
  lastError!: string | null;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;
}

/** What could not go on by itself, with its cause. */
@Entity('incident')
export class IncidentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  orgId!: string | null;

  @Column('uuid')
  instanceId!: string;

  @Column('text')
  kind!: 'message' | 'deadline' | 'effect';

  @Column('text')
  ref!: string;

  @Column('text')
  cause!: string;

  @Column('text')
  detail!: string;

  @Column('jsonb', { nullable: true })
  message!: Record<string, unknown> | null;

  @Column('text')
  status!: 'open' | 'resolved';

  @Column('integer')
  occurrences!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  resolvedAt!: Date | null;
}
