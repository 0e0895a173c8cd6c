import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/** Answers' properties: named once here, for most are texts, dates and codes. */
export const Text = (description?: string, more: Partial<ApiPropertyOptions> = {}) =>
  applyDecorators(ApiProperty({ type: String, description, ...more } as ApiPropertyOptions));

export const OneOf = (choices: readonly (string | number)[], more: Partial<ApiPropertyOptions> = {}) => {
  const type = typeof choices[0] === 'number' ? 'integer' : 'string';
  return applyDecorators(ApiProperty({ type, enum: [...choices], ...more } as ApiPropertyOptions));
};

export const Whole = (description?: string, more: Partial<ApiPropertyOptions> = {}) =>
  applyDecorators(ApiProperty({ type: 'integer', description, ...more } as ApiPropertyOptions));

export const Texts = (description?: string, more: Partial<ApiPropertyOptions> = {}) =>
  applyDecorators(ApiProperty({ type: [String], description, ...more } as ApiPropertyOptions));
