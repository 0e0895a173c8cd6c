import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that says how long the chain is and what it ends with; whoever appends holds it. */
@Entity('audit_head')
export class AuditHeadEntity {
  @PrimaryColumn('boolean')
  onlyRow!: boolean;

  @Column('bigint')
  n!: string;

  @Column('bytea')
  hash!: Buffer;
}

/** An act on record. Only blanking changes it, and a trigger sees to that. */
@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryColumn('bigint')
  n!: string;

  @Column('uuid', { unique: true })
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text', { nullable: true })
  role!: string | null;

  @Column('uuid', { nullable: true })
  actorOrg!: string | null;

  @Column('uuid', { nullable: true })
  actingFor!: string | null;

  @Column('text')
  action!: string;

  @Column('text', { nullable: true })
  objectKind!: string | null;

  @Column('text', { nullable: true })
  objectId!: string | null;

  @Column('uuid', { nullable: true })
  subject!: string | null;

  @Column('uuid', { nullable: true })
  orgId!: string | null;

  @Column('text', { nullable: true })
  requestId!: string | null;

  @Column('bytea', { nullable: true })
  once!: Buffer | null;

  @Column('jsonb', { nullable: true })
  data!: object | null;

  @Column('bytea', { nullable: true })
  salt!: Buffer | null;

  @Column('bytea')
  digest!: Buffer;

  @Column('bytea')
  prevHash!: Buffer;

  @Column('bytea')
  hash!: Buffer;

  @Column('timestamptz', { nullable: true })
  blankedAt!: Date | null;
}
