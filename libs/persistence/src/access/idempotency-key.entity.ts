import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid')
  accountId!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  fingerprint!: string;

  /** Names one run; a run whose lease was taken over can no longer answer. */
  @Column('uuid', { unique: true })
  token!: string;

  @Column('text')
  status!: string;

  @Column('timestamptz')
  leaseUntil!: Date;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('integer', { nullable: true })
  responseStatus!: number | null;

  @Column('jsonb', { nullable: true })
  responseHeaders!: Record<string, string> | null;

  /** Text, not jsonb: jsonb would put the keys in another order than the first answer had. */
  @Column('text', { nullable: true })
  responseBody!: string | null;
}
