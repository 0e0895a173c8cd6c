import {
  ASSESSMENT_METHODS,
  ASSESSMENT_PURPOSES,
  type AssessmentMethod,
  type AssessmentPurpose,
  COMPETENCIES,
  type CompetencyCode,
} from '#libs/competency';
import {
  BooleanField,
  ChoiceField,
  DateField,
  IntegerField,
  NestedField,
  TextField,
} from '../fields/fields.js';
import { NoMoreThan, UniqueBy } from '../fields/relations.js';

export class RatingDto {
  @ChoiceField({ choices: COMPETENCIES })
  competency!: CompetencyCode;

  @IntegerField({ from: 0, to: 5 })
  level!: number;

  @IntegerField({ from: 0, to: 100, optional: true, about: 'cumulative over levels 1 to the standard' })
  @NoMoreThan('indicatorsTotal')
  indicatorsMet?: number;

  @IntegerField({ from: 1, to: 100, optional: true })
  indicatorsTotal?: number;
}

/** The outcome of one assessment of one person, as every call takes it. */
export class ProfileDto {
  @NestedField(() => RatingDto, { list: { min: 1, max: 9 } })
  @UniqueBy('competency')
  ratings!: RatingDto[];

  @DateField()
  assessedOn!: string;

  @ChoiceField({ choices: ASSESSMENT_METHODS })
  method!: AssessmentMethod;

  @TextField({ min: 1, max: 200, optional: true, about: 'who assessed' })
  centre?: string;

  @BooleanField({ about: 'by a unit that BKN accredited for such posts' })
  accredited!: boolean;

  @IntegerField({ from: 1, to: 5, optional: true, about: 'level of the standard measured against' })
  standardLevel?: number;

  @ChoiceField({ choices: ASSESSMENT_PURPOSES })
  purpose!: AssessmentPurpose;
}
