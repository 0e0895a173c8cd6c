import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { COMPETENCIES, POST_LEVELS, type PostLevel, type Standard } from '#libs/competency';
import { ValidateIf } from 'class-validator';
import { ExactlyOneOf } from '../fields/relations.js';
import { rule } from '../fields/rule.js';

const isLevels = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const CODES: readonly string[] = COMPETENCIES;

function LevelsField(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value: unknown) => value !== undefined),
    rule('isObject', isLevels, { code: 'not_object' }),
    rule('some', (value) => Object.keys(value as object).length > 0, { code: 'required' }),
    rule('competencies', (value) => Object.keys(value as object).every((key) => CODES.includes(key)), {
      code: 'not_one_of',
      params: { choices: COMPETENCIES.join(', ') },
    }),
    rule(
      'levels',
      (value) => Object.values(value as object).every((level) => [1, 2, 3, 4, 5].includes(level as number)),
      {
        code: 'not_one_of',
        params: { choices: '1, 2, 3, 4, 5' },
      },
    ),
    ApiPropertyOptional({
      type: 'object',
      description: 'a level for each competency that the post asks for',
      additionalProperties: { type: 'integer', minimum: 1, maximum: 5 },
      example: { M1: 4, M2: 4 },
    }),
  );
}

/** Either a post level, whose standard is configured, or the levels themselves. */
export class StandardDto {
  @ExactlyOneOf('postLevel', 'levels')
  @rule('choice', (value) => value === undefined || (POST_LEVELS as readonly unknown[]).includes(value), {
    code: 'not_one_of',
    params: { choices: POST_LEVELS.join(', ') },
  })
  @ApiPropertyOptional({ enum: POST_LEVELS })
  postLevel?: PostLevel;

  @LevelsField()
  levels?: Standard;
}
