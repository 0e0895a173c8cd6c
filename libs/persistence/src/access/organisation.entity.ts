import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  code!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  name!: string;

  @Column('text')
  zone!: string;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  /** Whoever has an official's role there needs a second factor. */
  @Column('boolean', { default: false })
  secondFactorRequired!: boolean;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  closedReason!: string | null;

  @Column('uuid', { nullable: true })
  closedBy!: string | null;
}

@Entity('accreditation')
export class AccreditationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organisationId!: string;

  @Column('text')
  category!: string;

  @Column('text')
  number!: string;

  @Column('date')
  validFrom!: string;

  @Column('date')
  validUntil!: string;
}
