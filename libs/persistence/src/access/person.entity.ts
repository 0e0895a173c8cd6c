import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz', { nullable: true })
  redactedAt!: Date | null;
}

/** What is personal; the row goes when the person is redacted. */
@Entity('person_data')
export class PersonDataEntity {
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text', { unique: true, nullable: true })
  nip!: string | null;

  @Column('text')
  name!: string;

  @Column('date', { nullable: true })
  birthDate!: string | null;

  @Column('text', { nullable: true })
  sex!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;
}
