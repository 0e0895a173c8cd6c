import { ApiProperty } from '@nestjs/swagger';
import {
  type Category,
  type Cluster,
  COMPETENCIES,
  type CompetencyCode,
  FAMILIES,
  type Family,
  type Severity,
  SEVERITIES,
  type VerdictRule,
} from '#libs/competency';
import { NestedField } from '../fields/fields.js';
import { OneOf, Whole } from '../views/view-property.js';
import { ProfileDto } from './profile.dto.js';
import { StandardDto } from './standard.dto.js';

export class GapQuestionDto {
  @NestedField(() => StandardDto)
  standard!: StandardDto;

  @NestedField(() => ProfileDto)
  profile!: ProfileDto;
}

export class CompetencyGapView {
  @OneOf(COMPETENCIES)
  competency!: CompetencyCode;

  @Whole()
  standard!: number;

  @Whole('null when the report says nothing about it: then it counts as a gap', { nullable: true })
  attained!: number | null;

  @Whole('max(0, standard − attained)')
  gap!: number;

  @OneOf(SEVERITIES)
  severity!: Severity;
}

export class JobPersonMatchView {
  @Whole()
  attained!: number;

  @Whole()
  standard!: number;

  @ApiProperty({ type: Number, description: 'not capped, two decimals, half up' })
  percent!: number;

  @Whole('how many competencies it sums')
  basis!: number;
}

export class GapAnalysisView {
  @ApiProperty({ type: [CompetencyGapView] })
  competencies!: CompetencyGapView[];

  @ApiProperty({ type: JobPersonMatchView })
  jobPersonMatch!: JobPersonMatchView;

  @OneOf(['optimal', 'fairlyOptimal', 'lessOptimal', 'MS', 'MMS', 'KMS'], { nullable: true })
  category!: Category | null;

  @OneOf(['A', 'B', 'C'], { nullable: true, required: false, description: 'not for participant and agency' })
  cluster?: Cluster | null;

  @OneOf(FAMILIES, {
    nullable: true,
    required: false,
    description: 'null without a gap; not for participant and agency',
  })
  family?: Family | null;

  @ApiProperty({ type: Boolean })
  meetsStandard!: boolean;

  @ApiProperty({
    type: 'object',
    description: 'the rule by which it meets the standard or not',
    properties: {
      kind: { type: 'string', enum: ['everyManagerial', 'jobPersonMatch'] },
      purpose: { type: 'string', enum: ['mapping', 'selection'] },
      percent: { type: 'number' },
    },
    required: ['kind'],
  })
  rule!: VerdictRule;
}
