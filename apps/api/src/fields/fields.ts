import { applyDecorators, type Type as ClassType } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateIf, ValidateNested } from 'class-validator';
import { isLocalDate, isPeriod } from '#libs/calendar';
import { rule } from './rule.js';

/**
 * One decorator per field: the check, its fault's code and the OpenAPI schema in one place, so that they can't differ.
 * A field is required unless `optional`, and never null unless `nullable`.
 */
export interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  about?: string;
  example?: unknown;
  /** A list of such values, with at most so many of them. */
  list?: { min?: number; max: number };
}

type Check = (value: unknown) => boolean;
interface Shape {
  type: string;
  code: string;
  holds: Check;
  api?: ApiPropertyOptions;
  rules?: PropertyDecorator[];
}

const isText: Check = (value) => typeof value === 'string';

export function TextField(
  options: FieldOptions & { min?: number; max: number; pattern?: RegExp },
): PropertyDecorator {
  const { min = 0, max, pattern } = options;
  const perValue = perValueRules(options, [
    ['tooShort', (value) => (value as string).trim().length >= min, 'too_short', { limit: min }],
    ['tooLong', (value) => (value as string).length <= max, 'too_long', { limit: max }],
    ['pattern', (value) => pattern?.test(value as string) ?? true, 'invalid', {}],
  ]);
  const api = { minLength: min || undefined, maxLength: max, pattern: pattern?.source } as ApiPropertyOptions;
  return field(options, { type: 'string', code: 'not_text', holds: isText, api, rules: perValue });
}

/** What somebody types to find something, in a query. */
export function SearchField(options: FieldOptions & { max: number }): PropertyDecorator {
  const { max } = options;
  const rules = perValueRules(options, [
    ['tooLong', (value) => (value as string).length <= max, 'search_too_long', { limit: max }],
  ]);
  const api = { maxLength: max } as ApiPropertyOptions;
  return field(
    { optional: true, ...options },
    { type: 'string', code: 'not_text', holds: isText, api, rules },
  );
}

export function ChoiceField(
  options: FieldOptions & { choices: readonly (string | number)[] },
): PropertyDecorator {
  const { choices } = options;
  const type = typeof choices[0] === 'number' ? 'integer' : 'string';
  const rules = perValueRules(options, [
    ['choice', (value) => choices.includes(value as string), 'not_one_of', { choices: choices.join(', ') }],
  ]);
  const holds: Check = (value) => typeof value === 'string' || typeof value === 'number';
  return field(options, {
    type,
    code: type === 'string' ? 'not_text' : 'not_number',
    holds,
    api: { enum: [...choices] } as ApiPropertyOptions,
    rules,
  });
}

export function IntegerField(options: FieldOptions & { from: number; to: number }): PropertyDecorator {
  const { from, to } = options;
  const rules = perValueRules(options, [
    ['tooSmall', (value) => (value as number) >= from, 'too_small', { limit: from }],
    ['tooLarge', (value) => (value as number) <= to, 'too_large', { limit: to }],
  ]);
  return field(options, {
    type: 'integer',
    code: 'not_integer',
    holds: (value) => Number.isSafeInteger(value),
    api: { minimum: from, maximum: to },
    rules,
  });
}

export function NumberField(options: FieldOptions & { from: number; to: number }): PropertyDecorator {
  const { from, to } = options;
  const rules = perValueRules(options, [
    ['tooSmall', (value) => (value as number) >= from, 'too_small', { limit: from }],
    ['tooLarge', (value) => (value as number) <= to, 'too_large', { limit: to }],
  ]);
  return field(options, {
    type: 'number',
    code: 'not_number',
    holds: (value) => typeof value === 'number' && Number.isFinite(value),
    api: { minimum: from, maximum: to },
    rules,
  });
}

export function BooleanField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, {
    type: 'boolean',
    code: 'not_boolean',
    holds: (value) => typeof value === 'boolean',
  });
}

/** `YYYY-MM-DD`, a day that exists. */
export function DateField(options: FieldOptions = {}): PropertyDecorator {
  const holds: Check = (value) => isText(value) && isLocalDate(value as string);
  return field(options, { type: 'string', code: 'not_date', holds, api: { format: 'date' } });
}

/** An instant with an offset, as ISO 8601 has it. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  const holds: Check = (value) =>
    isText(value) &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value as string) &&
    isLocalDate((value as string).slice(0, 10)) &&
    !Number.isNaN(Date.parse(value as string));
  return field(options, { type: 'string', code: 'not_instant', holds, api: { format: 'date-time' } });
}

export function PeriodField(options: FieldOptions = {}): PropertyDecorator {
  const holds: Check = (value) => isText(value) && isPeriod(value as string);
  return field(options, { type: 'string', code: 'not_period', holds, api: { format: 'duration' } });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', code: 'not_uuid', holds: isUuid, api: { format: 'uuid' } });
}

/** Another DTO, or a list of it. Its faults carry the whole path. */
export function NestedField(of: () => ClassType<object>, options: FieldOptions = {}): PropertyDecorator {
  // Swagger knows a lazy type by the function's name, which the property gives it.
  const api = {
    type: () => of(),
    isArray: options.list !== undefined,
    ...apiOf(options),
  } as ApiPropertyOptions;
  return applyDecorators(
    ...presence(options),
    ...(options.list
      ? listRules(options.list, isPlainObject, 'not_object')
      : [rule('isObject', isPlainObject, { code: 'not_object' })]),
    ValidateNested({ each: options.list !== undefined, context: { code: 'not_object' } }),
    Type(of),
    ApiProperty(api),
  );
}

/** Free JSON: what may stand in it is checked further in (an event's payload by its own schema). */
export function ObjectField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, {
    type: 'object',
    code: 'not_object',
    holds: isPlainObject,
    api: { additionalProperties: true } as ApiPropertyOptions,
  });
}

/** A whole number in a query, where everything arrives as text. */
export function IntegerQuery(options: FieldOptions & { from: number; to: number }): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    IntegerField(options),
  );
}

/** `true` or `false` in a query. */
export function BooleanQuery(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' || value === '' ? true : value === 'false' ? false : value,
    ),
    BooleanField(options),
  );
}

function field(options: FieldOptions, shape: Shape): PropertyDecorator {
  const { type, code, holds, api = {}, rules = [] } = shape;
  const typed = options.list ? listRules(options.list, holds, code) : [rule('type', holds, { code })];
  const schema = { type, ...api } as Record<string, unknown>;
  const whole = options.list
    ? { type: 'array', items: schema, minItems: options.list.min, maxItems: options.list.max }
    : schema;
  return applyDecorators(
    ...presence(options),
    ...typed,
    ...rules,
    ApiProperty({ ...whole, ...apiOf(options) } as ApiPropertyOptions),
  );
}

function presence({ optional, nullable }: FieldOptions): PropertyDecorator[] {
  if (optional || nullable) {
    const isSkipped = (value: unknown) =>
      (optional === true && value === undefined) || (nullable === true && value === null);
    return [ValidateIf((_, value: unknown) => !isSkipped(value))];
  }
  return [rule('required', (value) => value !== undefined && value !== null, { code: 'required' })];
}

function listRules(
  { min = 0, max }: { min?: number; max: number },
  holds: Check,
  code: string,
): PropertyDecorator[] {
  return [
    rule('isList', Array.isArray, { code: 'not_list' }),
    rule('tooFew', (value) => (value as unknown[]).length >= min, {
      code: 'too_few',
      params: { limit: min },
    }),
    rule('tooMany', (value) => (value as unknown[]).length <= max, {
      code: 'too_many',
      params: { limit: max },
    }),
    rule('each', (value) => (value as unknown[]).every(holds), { code }),
  ];
}

type NamedRule = [name: string, holds: Check, code: string, params: Record<string, unknown>];

/** Rules run in order and stop at the first that fails, so that a later one may trust the type checked before it. */
function perValueRules({ list }: FieldOptions, rules: NamedRule[]): PropertyDecorator[] {
  return rules.map(([name, holds, code, params]) =>
    rule(name, (value) => (list ? (value as unknown[]).every(holds) : holds(value)), { code, params }),
  );
}

function apiOf({ optional, nullable, about, example }: FieldOptions): ApiPropertyOptions {
  return {
    required: !optional,
    ...(nullable && { nullable }),
    ...(about !== undefined && { description: about }),
    ...(example !== undefined && { example }),
  } as ApiPropertyOptions;
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
