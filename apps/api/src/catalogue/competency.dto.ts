import { ApiProperty } from '@nestjs/swagger';
import {
  COMPETENCIES,
  type CompetencyCode,
  FAMILIES,
  type Family,
  KSA_COLUMNS,
  type KsaColumn,
  POST_LEVELS,
  type PostLevel,
} from '#libs/competency';
import { PROGRAMMES, type ProgrammeCode } from '#libs/curriculum';
import { OneOf, Text, Texts, Whole } from '../views/view-property.js';

export class CompetencyLevelView {
  @Whole(undefined, { minimum: 1, maximum: 5 })
  level!: number;

  @Text()
  descriptor!: string;
}

export class CompetencyView {
  @OneOf(COMPETENCIES)
  code!: CompetencyCode;

  @Text()
  name!: string;

  @OneOf(['managerial', 'socioCultural'])
  kind!: 'managerial' | 'socioCultural';

  @OneOf(FAMILIES, { nullable: true })
  family!: Family | null;

  @Text()
  definition!: string;

  @ApiProperty({ type: [CompetencyLevelView] })
  levels!: CompetencyLevelView[];
}

/** What a coach can work on for one level of one competency. */
export class GuidanceView {
  @OneOf(COMPETENCIES)
  competency!: CompetencyCode;

  @Whole(undefined, { minimum: 1, maximum: 5 })
  level!: number;

  @Texts()
  knowledge!: string[];

  @Texts()
  skillPersonal!: string[];

  @Texts()
  skillInterpersonal!: string[];

  @Texts()
  attitude!: string[];

  @Texts()
  learningModels!: string[];

  @OneOf(KSA_COLUMNS, { isArray: true, description: 'columns whose text is cut off in the source' })
  incomplete!: KsaColumn[];
}

export class CompetencyLevelDetail extends GuidanceView {
  @Text()
  name!: string;

  @Text()
  descriptor!: string;
}

export class StandardView {
  @OneOf(POST_LEVELS)
  postLevel!: PostLevel;

  @Text()
  name!: string;

  @Whole('the level asked of every competency', { minimum: 1, maximum: 5 })
  level!: number;

  @OneOf(PROGRAMMES, { nullable: true, description: 'null where there is no programme for the post' })
  programme!: ProgrammeCode | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1, maximum: 5 },
    description: 'by competency',
    example: { M1: 3, S1: 3 },
  })
  levels!: Partial<Record<CompetencyCode, number>>;
}
