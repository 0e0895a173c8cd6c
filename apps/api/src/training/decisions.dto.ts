import { ApiProperty } from '@nestjs/swagger';
import type { DecisionKind } from '#libs/training';
import { OneOf, Text } from '../views/view-property.js';

const KINDS: readonly DecisionKind[] = ['report', 'placement', 'cluster', 'planLine', 'group', 'verdict'];

export class RuleView {
  @Text(undefined, { example: 'plan.gapOfTargets' })
  code!: string;

  @Text()
  text!: string;

  @Text('the regulation, paper or assumption behind it')
  source!: string;

  @Text('of the policy or programme that the journey began with')
  version!: string;

  @Text()
  validFrom!: string;

  @ApiProperty({ type: Boolean, required: false, description: 'no document at hand confirms it' })
  illustrative?: true;
}

export class FlipView {
  @Text()
  text!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'the smallest change that turns the decision; null where none does, and the text says why',
  })
  change!: object | null;
}

export class AppealView {
  @Text('how to object')
  text!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: string | null;

  @ApiProperty({ type: Boolean })
  open!: boolean;
}

export class DecisionItemView {
  @OneOf(KINDS)
  kind!: DecisionKind;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'what was decided on' })
  subject!: Record<string, unknown>;

  @Text(undefined, { nullable: true })
  decision!: string | null;

  @Text(undefined, { required: false })
  reason?: string;

  @ApiProperty({ type: RuleView })
  rule!: RuleView;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'all that it stands on' })
  numbers!: Record<string, unknown>;

  @ApiProperty({ type: FlipView, nullable: true })
  flip!: FlipView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  madeAt!: string | null;

  @Text('the role of the person whose decision it is; null while it is a proposal', { nullable: true })
  confirmedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  confirmedAt!: string | null;

  @ApiProperty({ type: AppealView })
  appeal!: AppealView;
}

export class DecisionsView {
  @ApiProperty({ type: [DecisionItemView] })
  items!: DecisionItemView[];
}
