import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { MANAGERIAL, type ManagerialCode } from '#libs/competency';
import {
  CLUSTER_BASES,
  type ClusterBasis,
  type CostLine,
  type Decision,
  type Pathway,
  PATHWAYS,
  type ProgrammeCode,
  PROGRAMMES,
  type Stage,
  STAGES,
} from '#libs/curriculum';
import { GuidanceView } from '../catalogue/competency.dto.js';
import { ChoiceField, NestedField } from '../fields/fields.js';
import { OneOf, Text, Texts, Whole } from '../views/view-property.js';
import { ProfileDto } from './profile.dto.js';
import { StandardDto } from './standard.dto.js';

export class PlanQuestionDto {
  @ChoiceField({ choices: PROGRAMMES })
  programme!: ProgrammeCode;

  @ChoiceField({ choices: PATHWAYS })
  pathway!: Pathway;

  @ChoiceField({
    choices: CLUSTER_BASES,
    optional: true,
    about: 'for the cluster pathway; by family unless told',
  })
  clusterBy?: ClusterBasis;

  @NestedField(() => ProfileDto)
  profile!: ProfileDto;

  @NestedField(() => StandardDto, { optional: true, about: "the programme's post level unless told" })
  standard?: StandardDto;
}

export class PlanLineView {
  @Text(undefined, { example: 'PKA-2a' })
  course!: string;

  @Text()
  name!: string;

  @OneOf(['required', 'mandatory', 'optional'])
  decision!: Decision;

  @ApiProperty({ type: Boolean, required: false })
  added?: true;

  @ApiProperty({ type: Boolean, required: false, description: 'a class by family stresses this course' })
  emphasised?: true;

  @ApiProperty({ type: Number, required: false, description: 'hours of lesson of 45 minutes' })
  hours?: number;

  @ApiProperty({
    type: Number,
    required: false,
    description: 'hours before the shift, where it changed them',
  })
  hoursBefore?: number;

  @Text()
  reason!: string;

  @Text(undefined, { required: false })
  emphasisReason?: string;
}

export class PlanStageView {
  @OneOf(STAGES)
  stage!: Stage;

  @ApiProperty({ type: [PlanLineView] })
  courses!: PlanLineView[];
}

export class CoachingView {
  @OneOf(MANAGERIAL, { isArray: true })
  focus!: ManagerialCode[];

  @ApiProperty({ type: [GuidanceView] })
  guidance!: GuidanceView[];
}

export class CostLineView {
  @OneOf(['assessmentBefore', 'training', 'assessmentAfter'])
  code!: CostLine['code'];

  @Whole('rupiah a participant; null where nobody has set it', { nullable: true })
  amount!: number | null;

  @OneOf(['IDR'])
  currency!: 'IDR';

  @Text()
  source!: string;

  @Text('the day from which the amount holds')
  validFrom!: string;

  @ApiProperty({ type: Boolean, description: 'a placeholder that no document at hand confirms' })
  illustrative!: boolean;

  @Text('who bears it; null while no rule or agreement says so', { nullable: true })
  fundedBy!: string | null;

  @Text('why this amount')
  note!: string;
}

@ApiExtraModels(GuidanceView)
export class LearningPlanView {
  @OneOf(PATHWAYS)
  pathway!: Pathway;

  @Text('the class of the cluster pathway: a family, or A, B or C', { required: false })
  cluster?: string;

  @OneOf(CLUSTER_BASES, { required: false })
  clusterBy?: ClusterBasis;

  @Text('neutral name of the class', { required: false })
  clusterName?: string;

  @ApiProperty({ type: [PlanStageView] })
  stages!: PlanStageView[];

  @ApiProperty({ type: CoachingView })
  coaching!: CoachingView;

  @Texts()
  notes!: string[];

  @ApiProperty({ type: [CostLineView] })
  costs!: CostLineView[];
}
