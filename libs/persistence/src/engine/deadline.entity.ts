import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the deadline ledger; its id is the token under which it fires. */
@Entity('deadline')
export class DeadlineEntity {
  @PrimaryColumn('uuid')
  orgId!: string;

  @PrimaryColumn('uuid')
  instanceId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz')
  dueAt!: Date;

  @Column('date')
  dueOn!: string;

  @Column('jsonb')
  why!: { id: string; en: string };

  @Column('text')
  status!: 'armed' | 'fired' | 'cancelled';

  @Column('timestamptz', { nullable: true })
  firedAt!: Date | null;

  @Column('integer')
  setBySeq!: number;

  @Column('integer', { nullable: true })
  closedBySeq!: number | null;
}
