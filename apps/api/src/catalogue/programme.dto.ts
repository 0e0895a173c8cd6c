import { ApiProperty } from '@nestjs/swagger';
import { MANAGERIAL, type ManagerialCode, POST_LEVELS, type PostLevel } from '#libs/competency';
import { PROGRAMMES, type ProgrammeCode, type Stage, STAGES } from '#libs/curriculum';
import { OneOf, Text, Whole } from '../views/view-property.js';

export class FeeLineView {
  @Whole('rupiah a participant; null where nobody has set it', { nullable: true })
  amount!: number | null;

  @Text()
  source!: string;

  @Text('the day from which the amount holds')
  validFrom!: string;

  @ApiProperty({ type: Boolean, description: 'a placeholder that no document at hand confirms' })
  illustrative!: boolean;
}

export class FeeLinesView {
  @ApiProperty({ type: FeeLineView })
  assessmentBefore!: FeeLineView;

  @ApiProperty({ type: FeeLineView })
  training!: FeeLineView;

  @ApiProperty({ type: FeeLineView })
  assessmentAfter!: FeeLineView;
}

export class ProgrammeView {
  @OneOf(PROGRAMMES)
  code!: ProgrammeCode;

  @Text()
  version!: string;

  @Text()
  name!: string;

  @Whole('level of the standard that it prepares for', { minimum: 1, maximum: 5 })
  level!: number;

  @OneOf(POST_LEVELS, { isArray: true })
  postLevels!: PostLevel[];

  @Whole()
  courseCount!: number;

  @ApiProperty({ type: FeeLinesView })
  feeLines!: FeeLinesView;
}

export class CourseStageView {
  @OneOf(STAGES)
  stage!: Stage;

  @ApiProperty({ type: Number, nullable: true, description: 'hours of lesson of 45 minutes' })
  hours!: number | null;
}

export class CourseView {
  @Text(undefined, { example: 'PKA-2a' })
  code!: string;

  @Text()
  name!: string;

  @Whole()
  agenda!: number;

  @Text()
  letter!: string;

  @OneOf(MANAGERIAL, { isArray: true, description: 'competencies that it develops' })
  targets!: ManagerialCode[];

  @ApiProperty({ type: Boolean, description: 'actualisation: nobody is exempt' })
  mandatory!: boolean;

  @ApiProperty({ type: [CourseStageView] })
  stages!: CourseStageView[];
}

export class AgendaView {
  @Whole()
  number!: number;

  @Text()
  name!: string;
}

export class ProgrammeDetail extends ProgrammeView {
  @ApiProperty({ type: [AgendaView] })
  agendas!: AgendaView[];

  @ApiProperty({ type: [CourseView] })
  courses!: CourseView[];
}
