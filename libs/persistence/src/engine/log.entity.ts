import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An entry of the append-only log. Only redaction changes it, and a trigger sees to that. */
@Entity('event')
export class EventEntity {
  @PrimaryColumn('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  instanceId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('text')
  type!: string;

  @Column('jsonb', { nullable: true })
  data!: Record<string, unknown> | null;

  @Column('bytea', { nullable: true })
  salt!: Buffer | null;

  @Column('bytea')
  digest!: Buffer;

  @Column('bytea')
  prevHash!: Buffer;

  @Column('bytea')
  hash!: Buffer;

  @Column('text')
  actorId!: string;

  @Column('text')
  actorRole!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  messageId!: string;

  @Column('integer')
  definitionVersion!: number;

  @Column('timestamptz', { nullable: true })
  redactedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  checkpoint!: object | null;
}

/** What was answered to a message; a repeat is answered the same. */
@Entity('inbox')
export class InboxEntity {
  @PrimaryColumn('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  instanceId!: string;

  @PrimaryColumn('text')
  messageId!: string;

  @Column('bytea', { nullable: true })
  salt!: Buffer | null;

  @Column('bytea', { nullable: true })
  digest!: Buffer | null;

  @Column('jsonb')
  outcome!: object;

  @Column('timestamptz')
  at!: Date;
}
