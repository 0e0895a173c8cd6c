import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row in which the sandbox's time stands. */
@Entity('sandbox_clock')
export class SandboxClockEntity {
  @PrimaryColumn('boolean')
  onlyRow!: boolean;

  @Column('timestamptz')
  now!: Date;
}

@Entity('sandbox_load')
export class SandboxLoadEntity {
  @PrimaryColumn('text')
  step!: string;

  @Column('timestamptz')
  at!: Date;
}
